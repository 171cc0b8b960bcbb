// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/table_columns.hpp"

#include <algorithm>
#include <set>

#include "engine/base/number_text.hpp"

namespace entente {
namespace {

Expected<std::size_t> place_of(const TextTable& table, std::string_view name) {
  const auto at = std::find(table.header.begin(), table.header.end(), name);
  if (at != table.header.end()) return std::size_t(at - table.header.begin());
  std::string header;
  for (const auto& column : table.header) header += (header.empty() ? "" : ",") + column;
  return error("A320", "the table has no column '" + std::string(name) + "'",
               "its header is " + header, {table.file, 1, 0});
}

}  // namespace

Expected<std::vector<double>> number_column(const TextTable& table, std::string_view name,
                                            double low, double high) {
  const auto place = place_of(table, name);
  if (!place) return place.error();
  Diagnostics problems;
  std::vector<double> numbers;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const std::string& cell = table.rows[r][*place];
    const auto number = parse_double(cell);
    if (number && *number >= low && *number <= high) {
      numbers.push_back(*number);
      continue;
    }
    problems.push_back(
        error("A321", std::string(name) + " is '" + cell + "'",
              "expected a number in [" + number_text(low) + ", " + number_text(high) + "]",
              {table.file, table.lines[r], 0}));
  }
  if (!problems.empty()) return problems;
  return numbers;
}

Expected<std::vector<std::string>> id_column(const TextTable& table, std::string_view name) {
  const auto place = place_of(table, name);
  if (!place) return place.error();
  Diagnostics problems;
  std::vector<std::string> ids;
  std::set<std::string_view> seen;
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    const std::string& cell = table.rows[r][*place];
    const Position where{table.file, table.lines[r], 0};
    if (cell.empty()) {
      problems.push_back(error("A322", std::string(name) + " is blank", "name every row", where));
    } else if (!seen.insert(cell).second) {
      problems.push_back(
          error("A323", "'" + cell + "' stands in the table twice", "keep one", where));
    }
    ids.push_back(cell);
  }
  if (!problems.empty()) return problems;
  return ids;
}

}  // namespace entente
