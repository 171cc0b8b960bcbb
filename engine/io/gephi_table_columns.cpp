// SPDX-License-Identifier: Apache-2.0
#include "engine/io/gephi_table_columns.hpp"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "engine/base/ascii_lower.hpp"

namespace entente::io {
namespace {

Attribute* find(std::vector<Attribute>& attributes, std::string_view name) {
  const auto found = std::find_if(attributes.begin(), attributes.end(),
                                  [&](const Attribute& a) { return ascii_lower(a.name) == name; });
  return found == attributes.end() ? nullptr : &*found;
}

void drop(std::vector<Attribute>& attributes, std::string_view name) {
  std::erase_if(attributes, [&](const Attribute& a) { return ascii_lower(a.name) == name; });
}

// To this name, unless another column has it already.
void rename(std::vector<Attribute>& attributes, std::string_view from, const char* to) {
  Attribute* column = find(attributes, from);
  if (column == nullptr || column->name == to) return;
  const bool taken = std::any_of(attributes.begin(), attributes.end(),
                                 [&](const Attribute& a) { return a.name == to; });
  if (taken)
    drop(attributes, from);
  else
    column->name = to;
}

}  // namespace

Diagnostics settle_gephi_columns(PropertyGraph& graph) {
  const Attribute* type = find(graph.edge_attributes, "type");
  // Without any relation the column Kind is empty, and no attribute.
  const bool gephi =
      type != nullptr && (type->name == "Type" || find(graph.edge_attributes, "kind") != nullptr);
  if (!gephi) return {};
  std::size_t directed = 0;
  for (std::size_t e = 0; e < graph.source.size(); ++e) {
    const std::string word = ascii_lower(type->text(e));
    if (word != "directed" && word != "undirected") return {};
    directed += word == "directed" ? 1 : 0;
  }
  Diagnostics notes;
  graph.directed = directed > 0;
  if (directed > 0 && directed < graph.source.size()) {
    notes.push_back(
        warning("G213",
                std::to_string(graph.source.size() - directed) +
                    " edges are undirected in a graph that is directed; they are taken like the "
                    "others",
                "a graph has one direction; write an undirected edge as two directed ones"));
  }
  drop(graph.edge_attributes, "type");
  drop(graph.edge_attributes, "timeset");
  drop(graph.node_attributes, "timeset");
  rename(graph.edge_attributes, "kind", "relation");
  rename(graph.edge_attributes, "label", "label");
  rename(graph.node_attributes, "label", "label");
  return notes;
}

}  // namespace entente::io
