// SPDX-License-Identifier: Apache-2.0
#include "engine/io/signed_values.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/base/number_text.hpp"

namespace entente::io {
namespace {

double size_of(double value) { return value == 0 ? 1 : std::abs(value); }
std::int64_t sign_of(double value) { return value > 0 ? 1 : value < 0 ? -1 : 0; }

}  // namespace

bool add_signed_values(AttributeTable& edges, const std::vector<double>& values, bool weighted) {
  const bool has_signs = std::any_of(values.begin(), values.end(), [](double v) { return v <= 0; });
  const std::size_t weight = weighted ? edges.column("weight", AttributeType::real) : 0;
  const std::size_t sign = has_signs ? edges.column("sign", AttributeType::integer) : 0;
  for (std::uint32_t e = 0; e < values.size(); ++e) {
    const double value = values[e];
    if (weighted) edges[weight].add(e, number_text(size_of(value)));
    if (has_signs) edges[sign].add(e, number_text(sign_of(value)));
  }
  return has_signs;
}

std::size_t count_signed_weights(const PropertyGraph& graph) {
  const Attribute* weight = graph.edge_attribute("weight");
  if (weight == nullptr || if_stated(graph.edge_attribute("sign")) != nullptr) return 0;
  std::size_t count = 0;
  for (std::size_t e = 0; e < graph.source.size(); ++e) {
    if (!weight->has(e)) continue;
    const auto value = weight->number(e);
    if (!value || !std::isfinite(*value)) return 0;
    count += *value <= 0 ? 1 : 0;
  }
  return count;
}

void split_signed_weights(PropertyGraph& graph) {
  if (count_signed_weights(graph) == 0) return;
  std::vector<double> sizes;
  std::vector<std::int64_t> signs;
  auto& attributes = graph.edge_attributes;
  std::erase_if(attributes, [](const Attribute& a) { return a.name == "sign"; });
  const auto weight = std::find_if(attributes.begin(), attributes.end(),
                                   [](const Attribute& a) { return a.name == "weight"; });
  for (std::size_t e = 0; e < graph.source.size(); ++e) {
    const double value = weight->number(e).value_or(1);
    sizes.push_back(size_of(value));
    signs.push_back(sign_of(value));
  }
  weight->values = std::move(sizes);
  attributes.push_back({.name = "sign", .values = std::move(signs)});
}

}  // namespace entente::io
