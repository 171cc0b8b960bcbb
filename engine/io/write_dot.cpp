// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_dot.hpp"

#include <cmath>
#include <set>
#include <string>
#include <vector>

#include "engine/base/number_text.hpp"
#include "engine/base/utf8.hpp"
#include "engine/io/appearance.hpp"
#include "engine/io/edge_order.hpp"
#include "engine/io/plain_names.hpp"

namespace entente::io {
namespace {

constexpr double points_per_inch = 72;

// What Graphviz takes for more than a name.
const std::set<std::string> of_graphviz = {
    "area",       "arrowhead",   "arrowsize", "arrowtail",  "class",    "color",     "comment",
    "constraint", "decorate",    "dir",       "distortion", "edgeurl",  "fillcolor", "fixedsize",
    "fontcolor",  "fontname",    "fontsize",  "group",      "headclip", "headlabel", "headport",
    "height",     "href",        "id",        "image",      "key",      "label",     "layer",
    "len",        "lhead",       "ltail",     "margin",     "minlen",   "ordering",  "orientation",
    "penwidth",   "peripheries", "pin",       "pos",        "rects",    "regular",   "root",
    "samehead",   "sametail",    "shape",     "shapefile",  "sides",    "size",      "skew",
    "sortv",      "style",       "tailclip",  "taillabel",  "tailport", "target",    "tooltip",
    "url",        "vertices",    "weight",    "width",      "xlabel",   "z"};

class Writer {
 public:
  Writer(const PropertyGraph& graph, const Sink& sink)
      : graph_(graph),
        sink_(sink),
        node_look_(Appearance::of_nodes(graph.node_attributes)),
        edge_look_(Appearance::of_edges(graph.edge_attributes)) {}
  ExportReport write();

 private:
  // In a label a backslash means something; elsewhere only the quote needs one.
  void quoted(std::string_view text, bool is_label);
  void item(const char* name, std::string_view text, bool is_label = false);
  void values(const NamedAttributes& columns, std::size_t row);
  NamedAttributes columns_of(const std::vector<Attribute>& attributes, const Appearance& look,
                             bool of_nodes);
  void write_node(const NamedAttributes& columns, std::uint32_t v);
  void write_edge(const NamedAttributes& columns, std::uint32_t e);

  const PropertyGraph& graph_;
  const Sink& sink_;
  Appearance node_look_, edge_look_;
  ExportReport report_;
  std::string out_;
  bool first_ = true;  // of the items in brackets
};

void Writer::quoted(std::string_view text, bool is_label) {
  out_ += '"';
  for (std::size_t i = 0; i < text.size();) {
    const Utf8Character character = utf8_character(text, i);
    const char c = text[i];
    const bool last = i + 1 == text.size();
    i += character.size;
    if (!character.valid || c == '\0') {
      ++report_.replaced_characters;
      out_ += replacement_character;
    } else if (c == '"') {
      out_ += "\\\"";
    } else if (c == '\\') {
      // Before a quote of ours it would take away the quote's meaning.
      out_ += is_label || last || text[i] == '"' || text[i] == '\n' ? "\\\\" : "\\";
    } else if (c == '\n' && is_label) {
      out_ += "\\n";
    } else {
      out_.append(text.substr(i - character.size, character.size));
    }
  }
  out_ += '"';
}

void Writer::item(const char* name, std::string_view text, bool is_label) {
  out_.append(first_ ? " [" : ", ").append(name).append("=");
  first_ = false;
  quoted(text, is_label);
}

NamedAttributes Writer::columns_of(const std::vector<Attribute>& attributes, const Appearance& look,
                                   bool of_nodes) {
  std::vector<const Attribute*> kept;
  for (const Attribute& attribute : attributes) {
    const bool has_place = attribute.name == "label" || (!of_nodes && attribute.name == "weight") ||
                           look.draws(attribute);
    if (!has_place) kept.push_back(&attribute);
  }
  return plain_names(kept, of_graphviz, of_nodes ? "node_" : "edge_", report_);
}

void Writer::values(const NamedAttributes& columns, std::size_t row) {
  for (const auto& [name, attribute] : columns) {
    if (!attribute->has(row)) continue;
    const auto* reals = std::get_if<std::vector<double>>(&attribute->values);
    if (reals != nullptr && !std::isfinite((*reals)[row])) {
      ++report_.omitted_numbers;
      continue;
    }
    item(name.c_str(), attribute->text(row));
  }
}

void Writer::write_node(const NamedAttributes& columns, std::uint32_t v) {
  first_ = true;
  out_ += "  ";
  quoted(graph_.node_ids[v], false);
  const Attribute* label = graph_.node_attribute("label");
  if (const std::string text = label == nullptr ? "" : label->text(v); !text.empty())
    item("label", text, true);
  if (const auto at = node_look_.position(v))
    item("pos", number_text(at->x) + ',' + number_text(at->y) + '!');
  if (const auto size = node_look_.size(v)) {
    item("width", number_text(*size / points_per_inch));
    item("height", number_text(*size / points_per_inch));
  }
  if (const auto color = node_look_.color(v)) {
    item("style", "filled");
    item("fillcolor", hex_color(*color));
  }
  values(columns, v);
  out_ += first_ ? ";\n" : "];\n";
}

void Writer::write_edge(const NamedAttributes& columns, std::uint32_t e) {
  first_ = true;
  out_ += "  ";
  quoted(graph_.node_ids[graph_.source[e]], false);
  out_ += graph_.directed ? " -> " : " -- ";
  quoted(graph_.node_ids[graph_.target[e]], false);
  const Attribute* label = graph_.edge_attribute("label");
  const Attribute* weight = graph_.edge_attribute("weight");
  if (const std::string text = label == nullptr ? "" : label->text(e); !text.empty())
    item("label", text, true);
  if (!graph_.edge_ids.empty() && !graph_.edge_ids[e].empty()) item("id", graph_.edge_ids[e]);
  if (weight != nullptr && weight->has(e)) item("weight", weight->text(e));
  if (const auto color = edge_look_.color(e)) item("color", hex_color(*color));
  values(columns, e);
  out_ += first_ ? ";\n" : "];\n";
}

ExportReport Writer::write() {
  report_.nodes = graph_.node_ids.size();
  report_.edges = graph_.source.size();
  const auto node_columns = columns_of(graph_.node_attributes, node_look_, true);
  const auto edge_columns = columns_of(graph_.edge_attributes, edge_look_, false);
  out_ += graph_.directed ? "digraph " : "graph ";
  quoted(graph_.title.empty() ? "graph" : graph_.title, false);
  out_ += " {\n";
  const auto node_order = order_by_id(graph_.node_ids);
  for (const std::uint32_t v : node_order) {
    write_node(node_columns, v);
    hand_on(out_, sink_);
  }
  for (const std::uint32_t e :
       graph_.edge_ids.empty() ? order_by_ends(graph_, node_order) : order_by_id(graph_.edge_ids)) {
    write_edge(edge_columns, e);
    hand_on(out_, sink_);
  }
  out_ += "}\n";
  hand_on(out_, sink_, 1);
  if (!graph_.facts.empty()) {
    report_.remarks.push_back(
        note("E251", "DOT has no place for facts about the graph, but for its title"));
  }
  return std::move(report_);
}

}  // namespace

ExportReport write_dot(const PropertyGraph& graph, const Sink& sink) {
  return Writer(graph, sink).write();
}

}  // namespace entente::io
