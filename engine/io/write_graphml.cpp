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
  void write_values(const std::vector<GraphmlColumn>& columns, std::size_t row);
  void write_value(const GraphmlColumn& column, std::size_t row);
  void write_text(const GraphmlColumn& column, const std::string& text);
  void open_value(std::string_view key);
  void attribute(std::string_view name, std::string_view value);

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

void Writer::attribute(std::string_view name, std::string_view value) {
  out_.append(" ").append(name).append("=\"");
  append_xml_attribute(out_, value);  // what it replaces is counted where it stands as a value
  out_ += '"';
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

void Writer::open_value(std::string_view key) {
  out_ += "<data";
  attribute("key", key);
  out_ += '>';
}

void Writer::write_facts() {
  for (const auto& [key, text] : facts_) {
    out_ += "    ";
    open_value(key);
    report_.replaced_characters += append_xml_text(out_, *text);
    out_ += "</data>\n";
  }
}

void Writer::write_text(const GraphmlColumn& column, const std::string& text) {
  if (text.empty()) return;
  count_gephi_text(text, {.is_label = column.name == "label"}, report_);
  open_value(column.id);
  report_.replaced_characters += append_xml_text(out_, text);
  out_ += "</data>";
}

void Writer::write_value(const GraphmlColumn& column, std::size_t row) {
  const Attribute& attribute = *column.attribute;
  if (!attribute.has(row)) return;
  if (column.is_mode) {
    open_value(column.id);
    out_ += attribute.text(row) == "item" ? "1</data>" : "0</data>";
  } else if (column.type == GraphmlColumn::Type::text) {
    const auto* texts = std::get_if<std::vector<std::string>>(&attribute.values);
    write_text(column, texts != nullptr ? (*texts)[row] : attribute.text(row));
  } else if (column.type == GraphmlColumn::Type::real) {
    const double value = *attribute.number(row);
    if (!std::isfinite(value)) {
      ++report_.omitted_numbers;
      return;
    }
    open_value(column.id);
    append_number(out_, value);
    out_ += "</data>";
  } else {
    const auto* integers = std::get_if<std::vector<std::int64_t>>(&attribute.values);
    open_value(column.id);
    append_number(out_, integers != nullptr ? (*integers)[row]
                                            : static_cast<std::int64_t>(*attribute.number(row)));
    out_ += "</data>";
  }
}

void Writer::write_values(const std::vector<GraphmlColumn>& columns, std::size_t row) {
  for (const GraphmlColumn& column : columns) write_value(column, row);
}

void Writer::write_nodes() {
  for (const std::uint32_t v : ids_.node_order) {
    out_ += "    <node";
    attribute("id", ids_.node[v]);
    out_ += '>';
    write_values(columns_.node, v);
    out_ += "</node>\n";
    hand_on(out_, sink_);
  }
}

void Writer::write_edges() {
  const Attribute* relation = graph_.edge_attribute("relation");
  std::int64_t number = 0;
  for (const std::uint32_t e : ids_.edge_order) {
    out_ += "    <edge";
    attribute("id", ids_.edge_id(e, ++number));
    attribute("source", ids_.node[graph_.source[e]]);
    attribute("target", ids_.node[graph_.target[e]]);
    if (relation != nullptr) {
      const std::string text = relation->text(e);
      if (!text.empty()) attribute("label", text);
    }
    out_ += '>';
    write_values(columns_.edge, e);
    out_ += "</edge>\n";
    hand_on(out_, sink_);
  }
}

Expected<ExportReport> Writer::write() {
  Diagnostics problems = check_weights(graph_, report_);
  if (!problems.empty()) return problems;
  ids_ = written_ids(graph_, report_);
  plan_columns();
  report_.nodes = graph_.node_ids.size();
  report_.edges = graph_.source.size();
  report_.merged_parallels = count_parallels(graph_, graph_.edge_attribute("relation"));

  out_ += head;
  write_keys();
  out_ += "  <graph";
  const std::string name = graph_.title.empty() ? "graph" : graph_.title;
  attribute("id", portable_ids({name}, 'g').front());
  attribute("edgedefault", graph_.directed ? "directed" : "undirected");
  out_ += ">\n";
  write_facts();
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
