// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_edge_list.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/number_text.hpp"
#include "engine/io/gephi_table_columns.hpp"
#include "engine/io/graph_builder.hpp"
#include "engine/io/graph_table.hpp"

namespace entente::io {
namespace {

enum EdgeColumn : std::size_t {
  source_column,
  target_column,
  weight_column,
  sign_column,
  time_column,
  edge_id_column,
  edge_others
};
enum NodeColumn : std::size_t { id_column, mode_column, kind_column, group_column, node_others };

class Reader {
 public:
  explicit Reader(const std::string& file) { builder_.file.file = file; }

  void read_nodes(const SourceText& nodes);
  void read_edges(const SourceText& edges);
  Expected<GraphFile> finish(const SourceText* nodes) &&;

 private:
  void node(const GraphRow& row);
  void edge(const GraphRow& row);
  void add_others(const GraphRow& row, std::size_t first, std::uint32_t at, AttributeTable& table);
  void note_added(const SourceText& nodes);

  GraphBuilder builder_;
  Diagnostics problems_, notes_;
  std::vector<std::string> others_;     // of the table that is being read
  std::vector<std::size_t> others_at_;  // their columns in the attribute table
  std::vector<std::string> fixed_node_{"mode", "kind", "group", "label", "name"},
      fixed_edge_{"time"};
};

// All texts; finish() narrows them.
void Reader::add_others(const GraphRow& row, std::size_t first, std::uint32_t at,
                        AttributeTable& table) {
  for (std::size_t k = 0; k < others_.size(); ++k) {
    if (k == others_at_.size()) others_at_.push_back(table.column(others_[k], AttributeType::text));
    const std::string_view text = row[first + k];
    if (!text.empty()) table[others_at_[k]].add(at, text);
  }
}

void Reader::node(const GraphRow& row) {
  const std::string_view id = row[id_column];
  if (id.empty()) {
    problems_.push_back(
        error("G205", "a node without id", "fill the column 'id'", row.at(id_column)));
    return;
  }
  const std::uint32_t at = builder_.node(id);
  if (!builder_.declare_node(at)) {
    problems_.push_back(error("G206", "the node '" + std::string(id) + "' stands twice",
                              "one row for each node", row.at(id_column)));
    return;
  }
  AttributeTable& table = builder_.node_attributes;
  const std::string_view mode = row[mode_column];
  if (!mode.empty() && mode != "actor" && mode != "item") {
    problems_.push_back(error("G207", "the mode '" + std::string(mode) + "' is not known",
                              "expected actor or item, or a blank for a graph of one mode",
                              row.at(mode_column)));
  }
  for (const auto& [column, name] :
       {std::pair{mode_column, "mode"}, {kind_column, "kind"}, {group_column, "group"}}) {
    if (!row[column].empty()) table[table.column(name, AttributeType::text)].add(at, row[column]);
  }
  add_others(row, node_others, at, table);
}

void Reader::edge(const GraphRow& row) {
  for (const std::size_t end : {source_column, target_column}) {
    if (!row[end].empty()) continue;
    problems_.push_back(error(
        "G208", std::string("an edge without ") + (end == source_column ? "source" : "target"),
        "fill both ends; a node without edges belongs into the table of nodes", row.at(end)));
    return;
  }
  const std::uint32_t source = builder_.node(row[source_column]);
  const std::uint32_t target = builder_.node(row[target_column]);
  const std::uint32_t at = builder_.add_edge(source, target, row.line());
  AttributeTable& table = builder_.edge_attributes;
  if (const std::string_view weight = row[weight_column]; !weight.empty()) {
    const auto value = parse_double(weight);
    if (!value || !std::isfinite(*value)) {
      problems_.push_back(error("G209", "the weight '" + std::string(weight) + "' is not a number",
                                "expected a finite number with a decimal point, as in 2.5",
                                row.at(weight_column)));
    } else {
      table[table.column("weight", AttributeType::real)].add(at, weight);
    }
  }
  if (const std::string_view sign = row[sign_column]; !sign.empty()) {
    const auto value = parse_integer(sign);
    if (!value || *value < -1 || *value > 1) {
      problems_.push_back(error("G210", "the sign '" + std::string(sign) + "' is not 1, 0 or -1",
                                "1 is for, -1 against, 0 an abstention", row.at(sign_column)));
    } else {
      table[table.column("sign", AttributeType::integer)].add(at, sign);
    }
  }
  if (!row[time_column].empty())
    table[table.column("time", AttributeType::text)].add(at, row[time_column]);
  if (!row[edge_id_column].empty()) builder_.name_edge(row[edge_id_column]);
  add_others(row, edge_others, at, table);
}

void Reader::read_nodes(const SourceText& nodes) {
  const GraphTable table{
      .what = "a table of nodes", .required = {"id"}, .optional = {"mode", "kind", "group"}};
  read_graph_table(
      nodes, table, others_, [this](const GraphRow& row) { node(row); }, problems_);
}

void Reader::read_edges(const SourceText& edges) {
  others_.clear();
  others_at_.clear();
  const GraphTable table{.what = "an edge list",
                         .required = {"source", "target"},
                         .optional = {"weight", "sign", "time", "id"}};
  read_graph_table(
      edges, table, others_, [this](const GraphRow& row) { edge(row); }, problems_);
}

void Reader::note_added(const SourceText& nodes) {
  std::size_t added = 0;
  std::uint32_t first = 0;
  for (std::uint32_t v = 0; v < builder_.declared.size(); ++v) {
    if (builder_.declared[v] != 0) continue;
    if (added++ == 0) first = v;
  }
  if (added == 0) return;
  const PropertyGraph& graph = builder_.file.graph;
  std::size_t e = 0;
  while (graph.source[e] != first && graph.target[e] != first) ++e;
  notes_.push_back(warning("G211",
                           std::to_string(added) + (added == 1 ? " end" : " ends") +
                               " of edges not in '" + nodes.file() + "' " +
                               (added == 1 ? "was" : "were") + " added, the first of them '" +
                               graph.node_ids[first] + "'",
                           "is it a spelling? Otherwise give it a row in the table of nodes",
                           {builder_.file.file, builder_.file.edge_lines[e], 0}));
}

void narrow(std::vector<Attribute>& attributes, const std::vector<std::string>& fixed) {
  for (Attribute& attribute : attributes) {
    const bool text = std::holds_alternative<std::vector<std::string>>(attribute.values);
    const bool keep = std::find(fixed.begin(), fixed.end(), attribute.name) != fixed.end();
    if (text && !keep) attribute = narrowed(std::move(attribute));
  }
}

Expected<GraphFile> Reader::finish(const SourceText* nodes) && {
  if (!problems_.empty()) return std::move(problems_);
  if (nodes != nullptr) note_added(*nodes);
  GraphFile file = std::move(builder_).finish();
  narrow(file.graph.node_attributes, fixed_node_);
  narrow(file.graph.edge_attributes, fixed_edge_);
  file.notes = std::move(notes_);
  for (Diagnostic& one : settle_gephi_columns(file.graph)) {
    one.where.file = file.file;
    file.notes.push_back(std::move(one));
  }
  return file;
}

}  // namespace

Expected<GraphFile> read_edge_list(const SourceText& edges, const SourceText* nodes) {
  Reader reader(edges.file());
  if (nodes != nullptr) reader.read_nodes(*nodes);
  reader.read_edges(edges);
  return std::move(reader).finish(nodes);
}

Expected<HiddenCells> read_hidden_cells(const SourceText& source) {
  HiddenCells hidden{.file = source.file(), .cells = {}};
  Diagnostics problems;
  std::vector<std::string> others;
  const GraphTable table{
      .what = "a table of hidden cells", .required = {"actor", "item"}, .optional = {"why"}};
  const auto take = [&](const GraphRow& row) {
    const std::string_view why = row[2];
    if (!why.empty() && why != "impossible" && why != "unknown") {
      problems.push_back(error("G212", "the reason '" + std::string(why) + "' is not known",
                               "expected impossible or unknown", row.at(2)));
    }
    hidden.cells.push_back({.actor = std::string(row[0]),
                            .item = std::string(row[1]),
                            .impossible = why == "impossible",
                            .line = row.line()});
  };
  read_graph_table(source, table, others, take, problems);
  if (!problems.empty()) return problems;
  return hidden;
}

}  // namespace entente::io
