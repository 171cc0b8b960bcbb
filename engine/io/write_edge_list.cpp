// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_edge_list.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/csv_field.hpp"
#include "engine/io/edge_order.hpp"

namespace entente::io {
namespace {

// The attributes, those with these names first.
std::vector<const Attribute*> in_order(const std::vector<Attribute>& attributes,
                                       const std::vector<std::string_view>& first) {
  std::vector<const Attribute*> ordered;
  for (const Attribute& attribute : attributes) ordered.push_back(&attribute);
  const auto rank = [&](const Attribute* attribute) {
    return std::find(first.begin(), first.end(), attribute->name) - first.begin();
  };
  std::stable_sort(ordered.begin(), ordered.end(),
                   [&](const Attribute* a, const Attribute* b) { return rank(a) < rank(b); });
  return ordered;
}

// Attributes by a name that the table uses itself get another one.
std::string column_name(const std::string& name, const std::vector<std::string_view>& own,
                        const char* prefix) {
  return std::find(own.begin(), own.end(), name) == own.end() ? name : prefix + name;
}

void append_header(std::string& out, const std::vector<std::string_view>& own,
                   const std::vector<const Attribute*>& attributes, const char* prefix) {
  for (std::size_t k = 0; k < own.size(); ++k) {
    if (k > 0) out += ',';
    out += own[k];
  }
  for (const Attribute* attribute : attributes) {
    out += ',';
    append_csv_field(out, column_name(attribute->name, own, prefix));
  }
  out += '\n';
}

void append_values(std::string& out, const std::vector<const Attribute*>& attributes,
                   std::size_t row) {
  for (const Attribute* attribute : attributes) {
    out += ',';
    const auto* reals = std::get_if<std::vector<double>>(&attribute->values);
    if (reals != nullptr && !std::isfinite((*reals)[row])) continue;  // a blank, as if absent
    append_csv_field(out, attribute->text(row));
  }
  out += '\n';
}

}  // namespace

Diagnostics write_edge_list(const PropertyGraph& graph, const Sink& sink) {
  std::vector<std::string_view> own{"source", "target"};
  if (!graph.edge_ids.empty()) own.emplace_back("id");
  const auto attributes = in_order(graph.edge_attributes, {"weight", "sign", "time"});
  std::string out;
  append_header(out, own, attributes, "edge_");
  for (const std::uint32_t e : order_by_ends(graph, order_by_id(graph.node_ids))) {
    append_csv_field(out, graph.node_ids[graph.source[e]]);
    out += ',';
    append_csv_field(out, graph.node_ids[graph.target[e]]);
    if (!graph.edge_ids.empty()) {
      out += ',';
      append_csv_field(out, graph.edge_ids[e]);
    }
    append_values(out, attributes, e);
    hand_on(out, sink);
  }
  hand_on(out, sink, 1);
  Diagnostics notes;
  if (graph.directed) {
    notes.push_back(
        note("E210", "an edge list does not say that it is directed", "read it with --directed"));
  }
  if (!graph.title.empty() || !graph.facts.empty())
    notes.push_back(note("E211", "an edge list has no place for the title and facts of the graph"));
  return notes;
}

Diagnostics write_node_list(const PropertyGraph& graph, const Sink& sink) {
  const auto attributes = in_order(graph.node_attributes, {"mode", "kind", "group"});
  std::string out;
  append_header(out, {"id"}, attributes, "node_");
  for (const std::uint32_t v : order_by_id(graph.node_ids)) {
    append_csv_field(out, graph.node_ids[v]);
    append_values(out, attributes, v);
    hand_on(out, sink);
  }
  hand_on(out, sink, 1);
  return {};
}

}  // namespace entente::io
