// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_gexf.hpp"

#include <algorithm>
#include <utility>

#include "engine/base/number_text.hpp"
#include "engine/io/appearance.hpp"
#include "engine/io/edge_order.hpp"
#include "engine/io/element_times.hpp"
#include "engine/io/gephi_rules.hpp"
#include "engine/io/gexf_column.hpp"
#include "engine/io/graphml_columns.hpp"
#include "engine/io/row_blocks.hpp"
#include "engine/io/written_ids.hpp"
#include "engine/io/xml_text.hpp"

namespace entente::io {
namespace {

constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<gexf xmlns=\"http://gexf.net/1.3\" xmlns:viz=\"http://gexf.net/1.3/viz\" version=\"1.3\">\n";

// What stands in <meta> by a name of its own; GEXF has no other place for facts.
constexpr std::string_view meta_names[] = {"creator", "keywords", "description"};

void append_attribute(RowBlock& rows, std::string_view name, std::string_view value) {
  rows.report.replaced_characters += append_xml_attribute(rows.text, name, value);
}

// start= and end=, where the element has one interval.
void append_interval(RowBlock& rows, const std::vector<Spell>& spells) {
  if (spells.size() != 1) return;
  if (!spells[0].start.empty()) append_attribute(rows, "start", spells[0].start);
  if (!spells[0].end.empty()) append_attribute(rows, "end", spells[0].end);
}

void append_spells(RowBlock& rows, const std::vector<Spell>& spells) {
  if (spells.size() < 2) return;
  rows.text += "<spells>";
  for (const Spell& spell : spells) {
    rows.text += "<spell";
    append_interval(rows, {spell});
    rows.text += "/>";
  }
  rows.text += "</spells>";
}

void append_look(RowBlock& rows, const Appearance& look, std::size_t row) {
  if (const auto color = look.color(row)) {
    rows.text += "<viz:color";
    for (std::size_t i = 0; i < color->size(); ++i)
      append_attribute(rows, std::string_view("rgb").substr(i, 1),
                       number_text(static_cast<std::int64_t>((*color)[i])));
    rows.text += " a=\"1.0\"/>";
  }
  if (const auto position = look.position(row)) {
    rows.text += "<viz:position";
    append_attribute(rows, "x", number_text(position->x));
    append_attribute(rows, "y", number_text(position->y));
    append_attribute(rows, "z", number_text(position->z));
    rows.text += "/>";
  }
  if (const auto size = look.size(row)) {
    rows.text += "<viz:size";
    append_attribute(rows, "value", number_text(*size));
    rows.text += "/>";
  }
}

// What a class of elements, nodes or edges, has beside its ids.
struct Parts {
  ElementTimes times;
  Appearance look;
  std::vector<GexfColumn> columns{};  // what becomes <attvalue>
  const Attribute* label = nullptr;

  std::string label_of(std::size_t row) const {
    return label != nullptr ? label->text(row) : std::string();
  }
};

class Writer {
 public:
  Writer(const PropertyGraph& graph, const Sink& sink)
      : graph_(graph),
        sink_(sink),
        nodes_{.times = ElementTimes(graph.node_attributes),
               .look = Appearance::of_nodes(graph.node_attributes)},
        edges_{.times = ElementTimes(graph.edge_attributes),
               .look = Appearance::of_edges(graph.edge_attributes)} {}

  Expected<ExportReport> write();

 private:
  void plan_columns();
  void note_times();
  void write_meta();
  void write_columns(const char* of, const std::vector<GexfColumn>& columns);
  void write_nodes();
  void write_edges();
  void append_node(RowBlock& rows, std::uint32_t v) const;
  void append_edge(RowBlock& rows, std::size_t place) const;
  // The rest of an element whose start tag is open, up to its end.
  void append_parts(RowBlock& rows, const Parts& parts, std::size_t row) const;
  void attribute(std::string_view name, std::string_view value) {
    report_.replaced_characters += append_xml_attribute(out_, name, value);
  }

  const PropertyGraph& graph_;
  const Sink& sink_;
  ExportReport report_;
  std::string out_;
  WrittenIds ids_;
  Parts nodes_, edges_;
  TimeFormat format_ = TimeFormat::none;
  const Attribute* weight_ = nullptr;
  const Attribute* relation_ = nullptr;
};

// Columns that have a place of their own do not become values.
void Writer::plan_columns() {
  relation_ = graph_.edge_attribute("relation");
  GraphmlColumns columns =
      graphml_columns(with_originals(ids_.original_nodes, graph_.node_attributes),
                      with_originals(ids_.original_edges, graph_.edge_attributes), report_);
  for (GraphmlColumn& column : columns.node) {
    if (column.name == "label") nodes_.label = column.attribute;
    if (column.name == "label" || nodes_.look.draws(*column.attribute)) continue;
    for (const std::string_view drawn : {"x", "y", "z", "size", "r", "g", "b", "color"})
      if (column.name == drawn) column.name.insert(0, "node_");  // x without y: a number, no place
    nodes_.columns.emplace_back(std::move(column));
  }
  for (GraphmlColumn& column : columns.edge) {
    if (column.name == "label") edges_.label = column.attribute;
    if (column.is_weight) weight_ = column.attribute;
    if (column.name == "label" || column.is_weight || edges_.look.draws(*column.attribute))
      continue;
    // networkx hands values on by name, and key is its own
    if (column.name == "key") column.name = "edge_key";
    edges_.columns.emplace_back(std::move(column));
  }
}

void Writer::note_times() {
  const CommonTime common = common_time(nodes_.times, edges_.times);
  format_ = common.format;
  if (common.unreadable) {
    report_.remarks.push_back(
        note("E213", "valid_from and valid_to are no dates or numbers; they are texts, not times",
             "expected 2018-11-12 or 2018-11-12T10:00:00, or numbers, throughout"));
  }
  std::size_t wrong = 0;
  for (std::size_t v = 0; v < graph_.node_ids.size(); ++v)
    wrong += nodes_.times.ends_before_start(v) ? 1 : 0;
  for (std::size_t e = 0; e < graph_.source.size(); ++e)
    wrong += edges_.times.ends_before_start(e) ? 1 : 0;
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

void Writer::write_columns(const char* of, const std::vector<GexfColumn>& columns) {
  if (columns.empty()) return;
  out_ += "    <attributes";
  attribute("class", of);
  out_ += ">\n";
  for (const GexfColumn& column : columns) {
    out_ += "      <attribute";
    attribute("id", column.name());
    attribute("title", column.name());
    attribute("type", column.type());
    out_ += "/>\n";
  }
  out_ += "    </attributes>\n";
}

void Writer::append_parts(RowBlock& rows, const Parts& parts, std::size_t row) const {
  if (const std::string label = parts.label_of(row); !label.empty())
    append_attribute(rows, "label", label);
  const auto spells = format_ == TimeFormat::none ? std::vector<Spell>{} : parts.times.of(row);
  append_interval(rows, spells);
  rows.text += '>';
  append_gexf_values(rows, parts.columns, row);
  append_look(rows, parts.look, row);
  append_spells(rows, spells);
}

void Writer::append_node(RowBlock& rows, std::uint32_t v) const {
  rows.text.append("      <node id=\"").append(ids_.node[v]).append("\"");
  append_parts(rows, nodes_, v);
  rows.text += "</node>\n";
}

void Writer::append_edge(RowBlock& rows, std::size_t place) const {
  const std::uint32_t e = ids_.edge_order[place];
  rows.text += "      <edge id=\"";
  ids_.append_edge_id(rows.text, graph_, place);
  rows.text.append("\" source=\"").append(ids_.node[graph_.source[e]]);
  rows.text.append("\" target=\"").append(ids_.node[graph_.target[e]]).append("\"");
  if (weight_ != nullptr && weight_->has(e))
    append_attribute(rows, "weight", number_text(*weight_->number(e)));
  if (const std::string kind = relation_ != nullptr ? relation_->text(e) : ""; !kind.empty())
    append_attribute(rows, "kind", kind);
  append_parts(rows, edges_, e);
  rows.text += "</edge>\n";
}

void Writer::write_nodes() {
  out_ += "    <nodes>\n";
  hand_on(out_, sink_, 1);
  write_rows(ids_.node_order.size(), sink_, report_,
             [&](std::size_t begin, std::size_t end, RowBlock& rows) {
               for (std::size_t i = begin; i < end; ++i) append_node(rows, ids_.node_order[i]);
             });
  out_ += "    </nodes>\n";
}

void Writer::write_edges() {
  out_ += "    <edges>\n";
  hand_on(out_, sink_, 1);
  write_rows(ids_.edge_order.size(), sink_, report_,
             [&](std::size_t begin, std::size_t end, RowBlock& rows) {
               for (std::size_t i = begin; i < end; ++i) append_edge(rows, i);
             });
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
  report_.merged_parallels = count_parallels(graph_, relation_);
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
  write_columns("node", nodes_.columns);
  write_columns("edge", edges_.columns);
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
