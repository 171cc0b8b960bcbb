// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_edge_list.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "engine/io/csv_field.hpp"
#include "engine/io/edge_order.hpp"
#include "engine/io/export_report.hpp"

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
                   const std::vector<const Attribute*>& attributes, const char* prefix,
                   ExportReport& report) {
  for (std::size_t k = 0; k < own.size(); ++k) {
    if (k > 0) out += ',';
    out += own[k];
  }
  for (const Attribute* attribute : attributes) {
    out += ',';
    const std::string name = column_name(attribute->name, own, prefix);
    if (name != attribute->name) report.renamed_attributes.emplace_back(attribute->name, name);
    append_csv_field(out, name);
  }
  out += '\n';
}

void append_values(std::string& out, const std::vector<const Attribute*>& attributes,
                   std::size_t row, ExportReport& report) {
  for (const Attribute* attribute : attributes) {
    out += ',';
    const auto* reals = std::get_if<std::vector<double>>(&attribute->values);
    if (reals != nullptr && !std::isfinite((*reals)[row])) {  // a blank, as if absent
      if (attribute->has(row)) ++report.omitted_numbers;
      continue;
    }
    append_csv_field(out, attribute->text(row));
  }
  out += '\n';
}

std::size_t count_isolated(const PropertyGraph& graph) {
  std::vector<std::uint8_t> has_edge(graph.node_ids.size(), 0);
  for (const auto* ends : {&graph.source, &graph.target}) {
    for (const std::uint32_t v : *ends) has_edge[v] = 1;
  }
  return static_cast<std::size_t>(std::count(has_edge.begin(), has_edge.end(), 0));
}

// What an edge list has no place for.
Diagnostics edge_list_remarks(const PropertyGraph& graph) {
  Diagnostics notes;
  if (graph.directed) {
    notes.push_back(
        note("E210", "an edge list does not say that it is directed", "read it with --directed"));
  }
  if (!graph.title.empty() || !graph.facts.empty())
    notes.push_back(note("E211", "an edge list has no place for the title and facts of the graph"));
  if (!graph.node_attributes.empty()) {
    std::string names;
    for (const Attribute& attribute : graph.node_attributes)
      names += (names.empty() ? "" : ", ") + attribute.name;
    notes.push_back(note("E217", "an edge list has no place for the nodes' " + names,
                         "export it to .nodes.csv, too, and read both with --nodes"));
  }
  if (const std::size_t isolated = count_isolated(graph); isolated > 0) {
    const char* const are = isolated == 1 ? " node without an edge is" : " nodes without edges are";
    notes.push_back(note("E218", std::to_string(isolated) + are + " left out",
                         "export it to .nodes.csv, too, and read both with --nodes"));
  }
  return notes;
}

}  // namespace

Diagnostics write_edge_list(const PropertyGraph& graph, const Sink& sink) {
  std::vector<std::string_view> own{"source", "target"};
  if (!graph.edge_ids.empty()) own.emplace_back("id");
  const auto attributes = in_order(graph.edge_attributes, {"weight", "sign", "time"});
  std::string out;
  ExportReport report{.remarks = edge_list_remarks(graph)};
  append_header(out, own, attributes, "edge_", report);
  for (const std::uint32_t e : order_by_ends(graph, order_by_id(graph.node_ids))) {
    append_csv_field(out, graph.node_ids[graph.source[e]]);
    out += ',';
    append_csv_field(out, graph.node_ids[graph.target[e]]);
    if (!graph.edge_ids.empty()) {
      out += ',';
      append_csv_field(out, graph.edge_ids[e]);
    }
    append_values(out, attributes, e, report);
    hand_on(out, sink);
  }
  hand_on(out, sink, 1);
  return report.notes("");
}

Diagnostics write_node_list(const PropertyGraph& graph, const Sink& sink) {
  const auto attributes = in_order(graph.node_attributes, {"mode", "kind", "group"});
  std::string out;
  ExportReport report;
  append_header(out, {"id"}, attributes, "node_", report);
  for (const std::uint32_t v : order_by_id(graph.node_ids)) {
    append_csv_field(out, graph.node_ids[v]);
    append_values(out, attributes, v, report);
    hand_on(out, sink);
  }
  hand_on(out, sink, 1);
  return report.notes("");
}

}  // namespace entente::io
