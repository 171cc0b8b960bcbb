// SPDX-License-Identifier: Apache-2.0
#include "engine/model/property_graph.hpp"

#include <algorithm>

#include "engine/base/number_text.hpp"

namespace entente {
namespace {

const Attribute* find(const std::vector<Attribute>& attributes, std::string_view name) noexcept {
  for (const Attribute& attribute : attributes) {
    if (attribute.name == name) return &attribute;
  }
  return nullptr;
}

}  // namespace

std::string Attribute::text(std::size_t i) const {
  if (!has(i)) return {};
  if (const auto* texts = std::get_if<0>(&values)) return (*texts)[i];
  if (const auto* integers = std::get_if<1>(&values)) return number_text((*integers)[i]);
  if (const auto* reals = std::get_if<2>(&values)) return number_text((*reals)[i]);
  return std::get<3>(values)[i] != 0 ? "true" : "false";
}

std::optional<double> Attribute::number(std::size_t i) const {
  if (!has(i)) return std::nullopt;
  if (const auto* texts = std::get_if<0>(&values)) return parse_double((*texts)[i]);
  if (const auto* integers = std::get_if<1>(&values)) return static_cast<double>((*integers)[i]);
  if (const auto* reals = std::get_if<2>(&values)) return (*reals)[i];
  return std::get<3>(values)[i] != 0 ? 1.0 : 0.0;
}

const Attribute* if_stated(const Attribute* attribute) noexcept {
  if (attribute == nullptr || attribute->present.empty()) return attribute;
  const auto& present = attribute->present;
  const bool any =
      std::any_of(present.begin(), present.end(), [](auto there) { return there != 0; });
  return any ? attribute : nullptr;
}

const Attribute* PropertyGraph::node_attribute(std::string_view name) const noexcept {
  return find(node_attributes, name);
}
const Attribute* PropertyGraph::edge_attribute(std::string_view name) const noexcept {
  return find(edge_attributes, name);
}

}  // namespace entente
