// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_graphml.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "engine/base/number_text.hpp"
#include "engine/io/edge_order.hpp"
#include "engine/io/gephi_rules.hpp"
#include "engine/io/graphml_columns.hpp"
#include "engine/io/portable_id.hpp"
#include "engine/io/row_blocks.hpp"
#include "engine/io/written_ids.hpp"
#include "engine/io/xml_text.hpp"

namespace entente::io {
namespace {

constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
    "         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
    "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
    "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";

// The start tag of a value.
std::string data_tag(std::string_view key) {
  std::string tag = "<data";
  append_xml_attribute(tag, "key", key);
  return tag + '>';
}

// A column, and the start tag of its values.
struct ValueColumn {
  const GraphmlColumn* column;
  std::string tag;
};

std::vector<ValueColumn> value_columns(const std::vector<GraphmlColumn>& columns) {
  std::vector<ValueColumn> result;
  for (const GraphmlColumn& column : columns) result.push_back({&column, data_tag(column.id)});
  return result;
}

void append_text(RowBlock& rows, const ValueColumn& column, std::string_view text) {
  if (text.empty()) return;
  count_gephi_text(text, {.is_label = column.column->name == "label"}, rows.report);
  rows.text += column.tag;
  rows.report.replaced_characters += append_xml_text(rows.text, text);
  rows.text += "</data>";
}

void append_number_value(RowBlock& rows, const ValueColumn& column, auto number) {
  rows.text += column.tag;
  append_number(rows.text, number);
  rows.text += "</data>";
}

void append_value(RowBlock& rows, const ValueColumn& column, std::size_t row) {
  const Attribute& attribute = *column.column->attribute;
  if (!attribute.has(row)) return;
  const auto* texts = std::get_if<std::vector<std::string>>(&attribute.values);
  const auto* integers = std::get_if<std::vector<std::int64_t>>(&attribute.values);
  if (column.column->is_mode) {
    append_number_value(rows, column, std::int64_t{attribute.text(row) == "item"});
  } else if (column.column->type == GraphmlColumn::Type::text) {
    if (texts != nullptr)
      append_text(rows, column, (*texts)[row]);
    else
      append_text(rows, column, attribute.text(row));
  } else if (column.column->type == GraphmlColumn::Type::real) {
    const double value = *attribute.number(row);
    if (std::isfinite(value))
      append_number_value(rows, column, value);
    else
      ++rows.report.omitted_numbers;
  } else {
    append_number_value(
        rows, column,
        integers != nullptr ? (*integers)[row] : static_cast<std::int64_t>(*attribute.number(row)));
  }
}

class Writer {
 public:
  Writer(const PropertyGraph& graph, const Sink& sink) : graph_(graph), sink_(sink) {}

  Expected<ExportReport> write();

 private:
  void plan_columns();
  void write_keys();
  void write_key(std::string_view id, const char* scope, std::string_view name,
                 std::string_view type);
  void write_facts();
  void write_nodes();
  void write_edges();
  void attribute(std::string_view name, std::string_view value) {
    append_xml_attribute(out_, name, value);  // what it replaces is counted where it is a value
  }

  const PropertyGraph& graph_;
  const Sink& sink_;
  ExportReport report_;
  std::string out_;
  WrittenIds ids_;
  GraphmlColumns columns_;
  std::vector<std::pair<std::string, const std::string*>> facts_;  // name and text
};

void Writer::plan_columns() {
  columns_ = graphml_columns(with_originals(ids_.original_nodes, graph_.node_attributes),
                             with_originals(ids_.original_edges, graph_.edge_attributes), report_);
  std::set<std::string> names;
  const auto add_fact = [&](const std::string& name, const std::string& text) {
    std::string wanted = lower_case_name(name);
    for (int number = 2; !names.insert(wanted).second; ++number)
      wanted = lower_case_name(name) + '_' + std::to_string(number);
    facts_.emplace_back(wanted, &text);
  };
  if (!graph_.title.empty()) add_fact("title", graph_.title);
  for (const auto& [name, text] : graph_.facts) {
    if (!text.empty()) add_fact(name, text);
  }
}

void Writer::write_key(std::string_view id, const char* scope, std::string_view name,
                       std::string_view type) {
  out_ += "  <key";
  attribute("id", id);
  attribute("for", scope);
  attribute("attr.name", name);
  attribute("attr.type", type);
  out_ += "/>\n";
}

void Writer::write_keys() {
  std::set<std::string> ids;
  for (const auto& columns : {&columns_.node, &columns_.edge}) {
    for (const GraphmlColumn& column : *columns) ids.insert(column.id);
  }
  for (auto& fact : facts_) {
    const std::string name = fact.first;
    std::string id = "g_" + name;
    for (int number = 2; !ids.insert(id).second; ++number)
      id = "g_" + name + '_' + std::to_string(number);
    write_key(id, "graph", name, "string");
    fact.first = std::move(id);
  }
  for (const GraphmlColumn& c : columns_.node) write_key(c.id, "node", c.name, type_name(c.type));
  for (const GraphmlColumn& c : columns_.edge) write_key(c.id, "edge", c.name, type_name(c.type));
}

void Writer::write_facts() {
  for (const auto& [key, text] : facts_) {
    out_.append("    ").append(data_tag(key));
    report_.replaced_characters += append_xml_text(out_, *text);
    out_ += "</data>\n";
  }
}

void Writer::write_nodes() {
  const std::vector<ValueColumn> columns = value_columns(columns_.node);
  write_rows(ids_.node_order.size(), sink_, report_,
             [&](std::size_t begin, std::size_t end, RowBlock& rows) {
               for (std::size_t i = begin; i < end; ++i) {
                 const std::uint32_t v = ids_.node_order[i];
                 rows.text.append("    <node id=\"").append(ids_.node[v]).append("\">");
                 for (const ValueColumn& column : columns) append_value(rows, column, v);
                 rows.text += "</node>\n";
               }
             });
}

void Writer::write_edges() {
  const std::vector<ValueColumn> columns = value_columns(columns_.edge);
  const Attribute* relation = graph_.edge_attribute("relation");
  const auto append_edge = [&](RowBlock& rows, std::size_t i) {
    const std::uint32_t e = ids_.edge_order[i];
    rows.text += "    <edge id=\"";
    ids_.append_edge_id(rows.text, graph_, i);
    rows.text.append("\" source=\"").append(ids_.node[graph_.source[e]]);
    rows.text.append("\" target=\"").append(ids_.node[graph_.target[e]]).append("\"");
    if (relation != nullptr) {
      const std::string text = relation->text(e);
      if (!text.empty()) append_xml_attribute(rows.text, "label", text);
    }
    rows.text += '>';
    for (const ValueColumn& column : columns) append_value(rows, column, e);
    rows.text += "</edge>\n";
  };
  write_rows(ids_.edge_order.size(), sink_, report_,
             [&](std::size_t begin, std::size_t end, RowBlock& rows) {
               for (std::size_t i = begin; i < end; ++i) append_edge(rows, i);
             });
}

Expected<ExportReport> Writer::write() {
  Diagnostics problems = check_weights(graph_, report_);
  if (!problems.empty()) return problems;
  ids_ = written_ids(graph_, report_);
  plan_columns();
  report_.nodes = graph_.node_ids.size();
  report_.edges = graph_.source.size();
  report_.merged_parallels =
      count_parallels(graph_, graph_.edge_attribute("relation"), OuterBlanks::trimmed);

  out_ += head;
  write_keys();
  out_ += "  <graph";
  const std::string name = graph_.title.empty() ? "graph" : graph_.title;
  attribute("id", portable_ids({name}, 'g').front());
  attribute("edgedefault", graph_.directed ? "directed" : "undirected");
  out_ += ">\n";
  write_facts();
  hand_on(out_, sink_, 1);
  write_nodes();
  write_edges();
  out_ += "  </graph>\n</graphml>\n";
  hand_on(out_, sink_, 1);
  return std::move(report_);
}

}  // namespace

Expected<ExportReport> write_graphml(const PropertyGraph& graph, const Sink& sink) {
  return Writer(graph, sink).write();
}

}  // namespace entente::io
