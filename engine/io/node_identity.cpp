// SPDX-License-Identifier: Apache-2.0
#include "engine/io/node_identity.hpp"

#include <algorithm>
#include <utility>

namespace entente::io {
namespace {

bool take_ids(std::vector<std::string>& ids, std::vector<Attribute>& attributes,
              std::string_view name) {
  const auto attribute = std::find_if(attributes.begin(), attributes.end(),
                                      [&](const Attribute& a) { return a.name == name; });
  if (attribute == attributes.end() || if_stated(&*attribute) == nullptr) return false;
  std::vector<std::string> better = ids;
  for (std::size_t i = 0; i < better.size(); ++i) {
    std::string text = attribute->text(i);
    if (!text.empty()) better[i] = std::move(text);
  }
  std::vector<std::string> sorted = better;
  std::sort(sorted.begin(), sorted.end());
  const auto twice = std::adjacent_find(
      sorted.begin(), sorted.end(),
      [](const std::string& a, const std::string& b) { return !a.empty() && a == b; });
  if (twice != sorted.end()) return false;
  ids = std::move(better);
  attributes.erase(attribute);
  return true;
}

}  // namespace

bool take_node_ids_from(PropertyGraph& graph, std::string_view attribute) {
  return take_ids(graph.node_ids, graph.node_attributes, attribute);
}

bool take_node_ids(PropertyGraph& graph, const std::vector<std::string>& texts) {
  std::vector<std::string> sorted = texts;
  std::sort(sorted.begin(), sorted.end());
  const bool differ = std::adjacent_find(sorted.begin(), sorted.end()) == sorted.end() &&
                      (sorted.empty() || !sorted.front().empty());
  if (differ) graph.node_ids = texts;
  return differ;
}

bool take_edge_ids_from(PropertyGraph& graph, std::string_view attribute) {
  graph.edge_ids.resize(graph.source.size());
  const bool taken = take_ids(graph.edge_ids, graph.edge_attributes, attribute);
  if (std::all_of(graph.edge_ids.begin(), graph.edge_ids.end(),
                  [](const std::string& id) { return id.empty(); }))
    graph.edge_ids.clear();
  return taken;
}

}  // namespace entente::io
