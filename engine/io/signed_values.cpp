// SPDX-License-Identifier: Apache-2.0
#include "engine/io/signed_values.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/base/number_text.hpp"

namespace entente::io {

bool add_signed_values(AttributeTable& edges, const std::vector<double>& values, bool weighted) {
  const bool has_signs = std::any_of(values.begin(), values.end(), [](double v) { return v <= 0; });
  const std::size_t weight = weighted ? edges.column("weight", AttributeType::real) : 0;
  const std::size_t sign = has_signs ? edges.column("sign", AttributeType::integer) : 0;
  for (std::uint32_t e = 0; e < values.size(); ++e) {
    const double value = values[e];
    if (weighted) edges[weight].add(e, number_text(value == 0 ? 1 : std::abs(value)));
    if (has_signs) edges[sign].add(e, value > 0 ? "1" : value < 0 ? "-1" : "0");
  }
  return has_signs;
}

std::size_t split_signed_weights(PropertyGraph& graph) {
  const auto weight =
      std::find_if(graph.edge_attributes.begin(), graph.edge_attributes.end(),
                   [](const Attribute& attribute) { return attribute.name == "weight"; });
  if (weight == graph.edge_attributes.end() || graph.edge_attribute("sign") != nullptr) return 0;
  std::size_t found = 0;
  std::vector<double> size;
  std::vector<std::int64_t> sign;
  for (std::size_t e = 0; e < graph.source.size(); ++e) {
    const auto value = weight->number(e);
    if (weight->has(e) && (!value || !std::isfinite(*value))) return 0;  // what is wrong stays so
    const double number = value.value_or(1);
    found += number <= 0 ? 1 : 0;
    size.push_back(number == 0 ? 1 : std::abs(number));
    sign.push_back(number > 0 ? 1 : number < 0 ? -1 : 0);
  }
  if (found == 0) return 0;
  Attribute signs{.name = "sign", .values = std::move(sign), .present = weight->present};
  weight->values = std::move(size);
  graph.edge_attributes.push_back(std::move(signs));
  return found;
}

}  // namespace entente::io
