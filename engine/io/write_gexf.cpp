// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_gexf.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "engine/base/list_text.hpp"
#include "engine/base/number_text.hpp"
#include "engine/io/appearance.hpp"
#include "engine/io/edge_order.hpp"
#include "engine/io/element_times.hpp"
#include "engine/io/gephi_rules.hpp"
#include "engine/io/gexf_list.hpp"
#include "engine/io/graphml_columns.hpp"
#include "engine/io/written_ids.hpp"
#include "engine/io/xml_text.hpp"

namespace entente::io {
namespace {

using Booleans = std::vector<std::uint8_t>;
using Texts = std::vector<std::string>;

constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n";

bool is_flag(const GraphmlColumn& column) {
  return !column.is_mode && std::holds_alternative<Booleans>(column.attribute->values);
}

bool is_list(const GraphmlColumn& column) {
  return column.attribute->is_list && column.type == GraphmlColumn::Type::text;
}

std::string_view gexf_type(const GraphmlColumn& column) {
  if (is_list(column)) return "liststring";
  if (is_flag(column)) return "boolean";
  switch (column.type) {
    case GraphmlColumn::Type::text:
      return "string";
    case GraphmlColumn::Type::int32:
      return "integer";
    case GraphmlColumn::Type::int64:
      return "long";
    case GraphmlColumn::Type::real:
      return "double";
  }
  return "string";
}

// What stands in <meta> by a name of its own; GEXF has no other place for facts.
constexpr std::string_view meta_names[] = {"creator", "keywords", "description"};

class Writer {
 public:
  Writer(const PropertyGraph& graph, const Sink& sink)
      : graph_(graph),
        sink_(sink),
        node_times_(graph.node_attributes),
        edge_times_(graph.edge_attributes),
        node_look_(Appearance::of_nodes(graph.node_attributes)),
        edge_look_(Appearance::of_edges(graph.edge_attributes)) {}

  Expected<ExportReport> write();

 private:
  void plan_columns();
  void note_times();
  void write_meta();
  void write_columns(const char* of, const std::vector<GraphmlColumn>& columns);
  void write_nodes();
  void write_edges();
  // start= and end=, where the element has one interval.
  void write_interval(const std::vector<Spell>& spells);
  void write_values(const std::vector<GraphmlColumn>& columns, std::size_t row);
  // False: there is nothing to write.
  bool value_text(const GraphmlColumn& column, std::size_t row, std::string& text);
  void write_look(const Appearance& look, std::size_t row);
  void write_spells(const std::vector<Spell>& spells);
  void attribute(std::string_view name, std::string_view value) {
    out_.append(" ").append(name).append("=\"");
    report_.replaced_characters += append_xml_attribute(out_, value);
    out_ += '"';
  }

  const PropertyGraph& graph_;
  const Sink& sink_;
  ExportReport report_;
  std::string out_;
  WrittenIds ids_;
  ElementTimes node_times_, edge_times_;
  Appearance node_look_, edge_look_;
  TimeFormat format_ = TimeFormat::none;
  GraphmlColumns columns_;  // what becomes <attvalue>
  const Attribute* node_label_ = nullptr;
  const Attribute* edge_label_ = nullptr;
  const Attribute* weight_ = nullptr;
};

// Columns that have a place of their own leave the list of those that become values.
void Writer::plan_columns() {
  columns_ = graphml_columns(with_originals(ids_.original_nodes, graph_.node_attributes),
                             with_originals(ids_.original_edges, graph_.edge_attributes), report_);
  std::erase_if(columns_.node, [&](const GraphmlColumn& column) {
    if (column.name == "label") node_label_ = column.attribute;
    return column.name == "label" || node_look_.draws(*column.attribute);
  });
  std::erase_if(columns_.edge, [&](const GraphmlColumn& column) {
    if (column.name == "label") edge_label_ = column.attribute;
    if (column.is_weight) weight_ = column.attribute;
    return column.name == "label" || column.is_weight || edge_look_.draws(*column.attribute);
  });
  for (GraphmlColumn& column : columns_.node) {  // x without y: a number, no place
    for (const std::string_view drawn : {"x", "y", "z", "size", "r", "g", "b", "color"})
      if (column.name == drawn) column.name.insert(0, "node_");
  }
  for (GraphmlColumn& column : columns_.edge) {  // networkx hands values on by name, and key is its
    if (column.name == "key") column.name = "edge_key";
  }
}

void Writer::note_times() {
  const CommonTime common = common_time(node_times_, edge_times_);
  format_ = common.format;
  if (common.unreadable) {
    report_.remarks.push_back(
        note("E213", "valid_from and valid_to are no dates or numbers; they are texts, not times",
             "expected 2018-11-12 or 2018-11-12T10:00:00, or numbers, throughout"));
  }
  std::size_t wrong = 0;
  for (std::size_t v = 0; v < graph_.node_ids.size(); ++v)
    wrong += node_times_.ends_before_start(v) ? 1 : 0;
  for (std::size_t e = 0; e < graph_.source.size(); ++e)
    wrong += edge_times_.ends_before_start(e) ? 1 : 0;
  if (wrong > 0) {
    report_.remarks.push_back(
        note("E212",
             std::to_string(wrong) +
                 " nodes or edges end before they begin; their dates are values, not times",
             "Gephi drops such an interval"));
  }
}

void Writer::write_meta() {
  std::string others;
  std::string_view known[std::size(meta_names)];
  for (const auto& [name, text] : graph_.facts) {
    const auto* place = std::find(std::begin(meta_names), std::end(meta_names), name);
    if (text.empty()) continue;
    if (place != std::end(meta_names) && known[place - meta_names].empty())
      known[place - meta_names] = text;
    else
      others.append(others.empty() ? "" : "\n").append(name).append(": ").append(text);
  }
  std::string description(known[2]);
  if (!others.empty()) {
    description += (description.empty() ? "" : "\n") + others;
    report_.remarks.push_back(
        note("E214", "GEXF has no place for facts about the graph; they stand in its description"));
  }
  const std::pair<const char*, std::string_view> lines[] = {{"creator", known[0]},
                                                            {"title", graph_.title},
                                                            {"keywords", known[1]},
                                                            {"description", description}};
  std::string meta;
  for (const auto& [name, text] : lines) {
    if (text.empty()) continue;
    meta.append("    <").append(name).append(">");
    report_.replaced_characters += append_xml_text(meta, text);
    meta.append("</").append(name).append(">\n");
  }
  if (!meta.empty()) out_.append("  <meta>\n").append(meta).append("  </meta>\n");
}

void Writer::write_columns(const char* of, const std::vector<GraphmlColumn>& columns) {
  if (columns.empty()) return;
  out_ += "    <attributes";
  attribute("class", of);
  out_ += ">\n";
  for (const GraphmlColumn& column : columns) {
    out_ += "      <attribute";
    attribute("id", column.name);
    attribute("title", column.name);
    attribute("type", gexf_type(column));
    out_ += "/>\n";
  }
  out_ += "    </attributes>\n";
}

void Writer::write_interval(const std::vector<Spell>& spells) {
  if (spells.size() != 1) return;
  if (!spells[0].start.empty()) attribute("start", spells[0].start);
  if (!spells[0].end.empty()) attribute("end", spells[0].end);
}

void Writer::write_spells(const std::vector<Spell>& spells) {
  if (spells.size() < 2) return;
  out_ += "<spells>";
  for (const Spell& spell : spells) {
    out_ += "<spell";
    write_interval({spell});
    out_ += "/>";
  }
  out_ += "</spells>";
}

bool Writer::value_text(const GraphmlColumn& column, std::size_t row, std::string& text) {
  const Attribute& attribute = *column.attribute;
  if (!attribute.has(row)) return false;
  text = attribute.text(row);
  if (column.is_mode) {
    text = text == "item" ? "1" : "0";
  } else if (is_list(column)) {
    if (text.empty()) return false;
    if (text.find("INF") != text.npos) ++report_.infinity_texts;
    text = gexf_list(split_list(text));
  } else if (column.type == GraphmlColumn::Type::text) {
    if (text.empty()) return false;
    count_gephi_text(text, {.keeps_blanks = true}, report_);
  } else if (column.type == GraphmlColumn::Type::real && !std::isfinite(*attribute.number(row))) {
    ++report_.omitted_numbers;
    return false;
  }
  return true;
}

void Writer::write_values(const std::vector<GraphmlColumn>& columns, std::size_t row) {
  bool open = false;
  std::string text;
  for (const GraphmlColumn& column : columns) {
    if (!value_text(column, row, text)) continue;
    out_ += open ? "<attvalue" : "<attvalues><attvalue";
    open = true;
    attribute("for", column.name);
    attribute("value", text);
    out_ += "/>";
  }
  if (open) out_ += "</attvalues>";
}

void Writer::write_look(const Appearance& look, std::size_t row) {
  if (const auto color = look.color(row)) {
    out_ += "<viz:color";
    for (std::size_t i = 0; i < color->size(); ++i)
      attribute(std::string_view("rgb").substr(i, 1),
                number_text(static_cast<std::int64_t>((*color)[i])));
    out_ += " a=\"1.0\"/>";
  }
  if (const auto position = look.position(row)) {
    out_ += "<viz:position";
    attribute("x", number_text(position->x));
    attribute("y", number_text(position->y));
    attribute("z", number_text(position->z));
    out_ += "/>";
  }
  if (const auto size = look.size(row)) {
    out_ += "<viz:size";
    attribute("value", number_text(*size));
    out_ += "/>";
  }
}

void Writer::write_nodes() {
  out_ += "    <nodes>\n";
  for (const std::uint32_t v : ids_.node_order) {
    out_ += "      <node";
    attribute("id", ids_.node[v]);
    if (const std::string label = node_label_ ? node_label_->text(v) : ""; !label.empty())
      attribute("label", label);
    const auto spells = format_ == TimeFormat::none ? std::vector<Spell>{} : node_times_.of(v);
    write_interval(spells);
    out_ += '>';
    write_values(columns_.node, v);
    write_look(node_look_, v);
    write_spells(spells);
    out_ += "</node>\n";
    hand_on(out_, sink_);
  }
  out_ += "    </nodes>\n";
}

void Writer::write_edges() {
  const Attribute* relation = graph_.edge_attribute("relation");
  out_ += "    <edges>\n";
  std::int64_t number = 0;
  for (const std::uint32_t e : ids_.edge_order) {
    out_ += "      <edge";
    attribute("id", ids_.edge_id(e, ++number));
    attribute("source", ids_.node[graph_.source[e]]);
    attribute("target", ids_.node[graph_.target[e]]);
    if (weight_ != nullptr && weight_->has(e))
      attribute("weight", number_text(*weight_->number(e)));
    if (const std::string kind = relation ? relation->text(e) : ""; !kind.empty())
      attribute("kind", kind);
    if (const std::string label = edge_label_ ? edge_label_->text(e) : ""; !label.empty())
      attribute("label", label);
    const auto spells = format_ == TimeFormat::none ? std::vector<Spell>{} : edge_times_.of(e);
    write_interval(spells);
    out_ += '>';
    write_values(columns_.edge, e);
    write_look(edge_look_, e);
    write_spells(spells);
    out_ += "</edge>\n";
    hand_on(out_, sink_);
  }
  out_ += "    </edges>\n";
}

Expected<ExportReport> Writer::write() {
  Diagnostics problems = check_weights(graph_, report_);
  if (!problems.empty()) return problems;
  ids_ = written_ids(graph_, report_);
  plan_columns();
  note_times();
  report_.nodes = graph_.node_ids.size();
  report_.edges = graph_.source.size();
  report_.merged_parallels = count_parallels(graph_, graph_.edge_attribute("relation"));
  out_ += head;
  write_meta();
  out_ += "  <graph";
  attribute("mode", format_ == TimeFormat::none ? "static" : "dynamic");
  attribute("defaultedgetype", graph_.directed ? "directed" : "undirected");
  if (format_ != TimeFormat::none) {
    attribute("timeformat", format_ == TimeFormat::date        ? "date"
                            : format_ == TimeFormat::date_time ? "dateTime"
                                                               : "double");
    attribute("timerepresentation", "interval");
  }
  attribute("idtype", "string");
  out_ += ">\n";
  write_columns("node", columns_.node);
  write_columns("edge", columns_.edge);
  write_nodes();
  write_edges();
  out_ += "  </graph>\n</gexf>\n";
  hand_on(out_, sink_, 1);
  return std::move(report_);
}

}  // namespace

Expected<ExportReport> write_gexf(const PropertyGraph& graph, const Sink& sink) {
  return Writer(graph, sink).write();
}

}  // namespace entente::io
