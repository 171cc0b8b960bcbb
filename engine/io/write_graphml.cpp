// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_graphml.hpp"

#include <algorithm>
#include <cmath>
#include <set>
#include <utility>

#include "engine/base/number_text.hpp"
#include "engine/io/edge_order.hpp"
#include "engine/io/graphml_columns.hpp"
#include "engine/io/node_identity.hpp"
#include "engine/io/portable_id.hpp"
#include "engine/io/xml_text.hpp"

namespace entente::io {
namespace {

constexpr std::size_t problem_limit = 20;
constexpr double smallest_weight = 1e-37, largest_weight = 3e38;  // of a 32-bit float, with room

constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
    "         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
    "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
    "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n";

// A whole number that a 32-bit float does not hold.
bool is_rounded(double weight) {
  return weight == std::floor(weight) && static_cast<double>(static_cast<float>(weight)) != weight;
}

bool is_null_text(std::string_view text) {
  if (text.find_first_not_of(" \t\r\n") == text.npos) return true;
  return text.size() == 4 && std::equal(text.begin(), text.end(), "null", [](char a, char b) {
           return (a >= 'A' && a <= 'Z' ? static_cast<char>(a + 32) : a) == b;
         });
}

class Writer {
 public:
  Writer(const PropertyGraph& graph, const Sink& sink) : graph_(graph), sink_(sink) {}

  Expected<ExportReport> write();

 private:
  Diagnostics check_weights();
  void plan_ids();
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
  void flush_if_large() {
    if (out_.size() >= sink_piece) flush();
  }
  void flush() {
    sink_(out_);
    out_.clear();
  }

  const PropertyGraph& graph_;
  const Sink& sink_;
  ExportReport report_;
  std::string out_;
  std::vector<std::string> node_ids_, edge_ids_;  // portable; edge_ids_ empty: numbers
  std::vector<std::uint32_t> node_order_, edge_order_;
  Attribute original_nodes_, original_edges_;
  GraphmlColumns columns_;
  std::vector<std::pair<std::string, const std::string*>> facts_;  // name and text
};

Diagnostics Writer::check_weights() {
  Diagnostics problems;
  const Attribute* weight = graph_.edge_attribute("weight");
  if (weight == nullptr) return problems;
  for (std::size_t e = 0; e < graph_.source.size() && problems.size() < problem_limit; ++e) {
    if (!weight->has(e)) continue;
    const auto value = weight->number(e);
    if (value && *value >= smallest_weight && *value <= largest_weight) {
      if (is_rounded(*value)) ++report_.rounded_weights;
      continue;
    }
    problems.push_back(error("E101",
                             "edge '" + graph_.node_ids[graph_.source[e]] + "' - '" +
                                 graph_.node_ids[graph_.target[e]] + "' has weight '" +
                                 weight->text(e) + "'",
                             "expected a finite number above 0: Gephi removes other edges; a sign "
                             "has its own attribute, sign (1, 0, -1)"));
  }
  return problems;
}

// The originals of the ids that changed, as a column.
Attribute originals(const std::vector<std::string>& before, const std::vector<std::string>& after,
                    ExportReport& report) {
  std::vector<std::string> texts(after.size());
  std::vector<std::uint8_t> present(after.size(), 0);
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == after[i] || before[i].empty()) continue;
    texts[i] = before[i];
    present[i] = 1;
    ++report.changed_ids;
  }
  return {
      .name = std::string(original_id), .values = std::move(texts), .present = std::move(present)};
}

void Writer::plan_ids() {
  node_ids_ = portable_ids(graph_.node_ids, 'n');
  node_order_ = order_by_id(node_ids_);
  original_nodes_ = originals(graph_.node_ids, node_ids_, report_);
  if (graph_.edge_ids.empty()) {
    edge_order_ = order_by_ends(graph_, node_order_);
    return;
  }
  edge_ids_ = portable_ids(graph_.edge_ids, 'e');
  edge_order_ = order_by_id(edge_ids_);
  original_edges_ = originals(graph_.edge_ids, edge_ids_, report_);
}

void Writer::plan_columns() {
  const auto all = [](const std::vector<Attribute>& attributes, const Attribute& originals) {
    std::vector<const Attribute*> columns;
    const auto& changed = originals.present;
    if (std::find(changed.begin(), changed.end(), 1) != changed.end())
      columns.push_back(&originals);
    for (const Attribute& attribute : attributes) columns.push_back(&attribute);
    return columns;
  };
  columns_ = graphml_columns(all(graph_.node_attributes, original_nodes_),
                             all(graph_.edge_attributes, original_edges_), report_);
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
  if (is_null_text(text)) ++report_.null_texts;
  if (column.name != "label" && text.find("INF") != text.npos) ++report_.infinity_texts;
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
  for (const std::uint32_t v : node_order_) {
    out_ += "    <node";
    attribute("id", node_ids_[v]);
    out_ += '>';
    write_values(columns_.node, v);
    out_ += "</node>\n";
    flush_if_large();
  }
}

void Writer::write_edges() {
  const Attribute* relation = graph_.edge_attribute("relation");
  std::int64_t number = 0;
  for (const std::uint32_t e : edge_order_) {
    out_ += "    <edge";
    ++number;
    attribute("id", edge_ids_.empty() ? "e" + number_text(number) : edge_ids_[e]);
    attribute("source", node_ids_[graph_.source[e]]);
    attribute("target", node_ids_[graph_.target[e]]);
    if (relation != nullptr) {
      const std::string text = relation->text(e);
      if (!text.empty()) attribute("label", text);
    }
    out_ += '>';
    write_values(columns_.edge, e);
    out_ += "</edge>\n";
    flush_if_large();
  }
}

Expected<ExportReport> Writer::write() {
  Diagnostics problems = check_weights();
  if (!problems.empty()) return problems;
  plan_ids();
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
  flush();
  return std::move(report_);
}

}  // namespace

Expected<ExportReport> write_graphml(const PropertyGraph& graph, const Sink& sink) {
  return Writer(graph, sink).write();
}

}  // namespace entente::io
