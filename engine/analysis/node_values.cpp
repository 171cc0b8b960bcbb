// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/node_values.hpp"

#include <fmt/format.h>

#include <cmath>

#include "engine/base/number_text.hpp"

namespace entente {

Expected<std::vector<double>> node_values(const View& view, const NodeTable& table,
                                          const NodeValueRange& range) {
  std::vector<double> values(view.vertex_count(), 0);
  std::vector<std::uint8_t> seen(view.vertex_count(), 0);
  const bool bounded = range.low > std::numeric_limits<double>::lowest();
  Diagnostics problems;
  std::uint32_t line = 1;
  for (const auto& [key, text] : table.rows) {
    const Position where{table.file, ++line, 0};
    const auto v = view.find(key);
    if (!v) {
      problems.push_back(error("G103", "'" + key + "' is not a node of the graph", "", where));
      continue;
    }
    if (seen[*v] != 0) {
      problems.push_back(error("G104", "'" + key + "' has two values", "keep one", where));
    }
    seen[*v] = 1;
    const auto value = parse_double(text);
    if (!value || !std::isfinite(*value) || *value < range.low) {
      problems.push_back(error("G105",
                               fmt::format("the value of '{}' is '{}', expected a number{}", key,
                                           text, bounded ? " from " + number_text(range.low) : ""),
                               "", where));
      continue;
    }
    values[*v] = *value;
  }
  if (!problems.empty()) return problems;
  return values;
}

}  // namespace entente
