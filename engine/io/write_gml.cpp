// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_gml.hpp"

#include <algorithm>
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

using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;

constexpr std::int64_t largest = 2147483647;  // of GML's 32 bits

// networkx wants a point in a real number.
std::string gml_real(double value) {
  std::string text = number_text(value);
  if (text.find('.') != text.npos) return text;
  const auto exponent = text.find('e');
  return text.insert(exponent == text.npos ? text.size() : exponent, ".0");
}

std::vector<const Attribute*> pointers(const std::vector<Attribute>& attributes,
                                       const Appearance& look) {
  std::vector<const Attribute*> all;
  for (const Attribute& attribute : attributes) {
    if (attribute.name != "label" && !look.draws(attribute)) all.push_back(&attribute);
  }
  return all;
}

class Writer {
 public:
  Writer(const PropertyGraph& graph, const Sink& sink)
      : graph_(graph),
        sink_(sink),
        node_look_(Appearance::of_nodes(graph.node_attributes)),
        edge_look_(Appearance::of_edges(graph.edge_attributes)) {}
  ExportReport write();

 private:
  void text(const char* key, std::string_view value);
  void number(const char* key, const std::string& value) {
    out_.append(" ").append(key).append(" ").append(value);
  }
  void value(const std::string& name, const Attribute& attribute, std::size_t row);
  void graphics(const Appearance& look, std::size_t row);
  void write_nodes();
  void write_edges();
  void remark_on_texts();

  const PropertyGraph& graph_;
  const Sink& sink_;
  Appearance node_look_, edge_look_;
  ExportReport report_;
  std::string out_;
  std::vector<std::uint32_t> node_order_;
  std::size_t texts_as_numbers_ = 0;
};

void Writer::text(const char* key, std::string_view value) {
  out_.append(" ").append(key).append(" \"");
  bool beyond_ascii = false;
  for (std::size_t i = 0; i < value.size();) {
    const Utf8Character character = utf8_character(value, i);
    const char c = value[i];
    i += character.size;
    const bool forbidden = character.code < 0x20 && c != '\n' && c != '\t' && c != '\r';
    if (!character.valid || forbidden) {
      ++report_.replaced_characters;
      out_ += "&#65533;";
    } else if (c == '"') {
      out_ += "&quot;";
    } else if (c == '&') {
      out_ += "&amp;";
    } else if (character.size == 1 && c >= 0x20) {
      out_ += c;
    } else {
      beyond_ascii = beyond_ascii || character.size > 1;
      out_ += "&#" + number_text(static_cast<std::int64_t>(character.code)) + ';';
    }
  }
  if (beyond_ascii) ++texts_as_numbers_;
  out_ += '"';
}

void Writer::value(const std::string& name, const Attribute& attribute, std::size_t row) {
  if (!attribute.has(row)) return;
  const char* key = name.c_str();
  if (const auto* reals = std::get_if<Reals>(&attribute.values)) {
    if (std::isfinite((*reals)[row]))
      number(key, gml_real((*reals)[row]));
    else
      ++report_.omitted_numbers;
  } else if (const auto* integers = std::get_if<Integers>(&attribute.values)) {
    const std::int64_t integer = (*integers)[row];
    if (integer >= -largest - 1 && integer <= largest) {
      number(key, number_text(integer));
    } else {
      ++report_.long_integers;
      text(key, number_text(integer));
    }
  } else if (std::holds_alternative<std::vector<std::uint8_t>>(attribute.values)) {
    number(key, attribute.text(row) == "true" ? "1" : "0");
  } else {
    text(key, attribute.text(row));
  }
}

void Writer::graphics(const Appearance& look, std::size_t row) {
  const auto at = look.position(row);
  const auto size = look.size(row);
  const auto color = look.color(row);
  if (!at && !size && !color) return;
  out_ += " graphics [";
  if (at) {
    number("x", gml_real(at->x));
    number("y", gml_real(at->y));
    number("z", gml_real(at->z));
  }
  if (size) {
    number("w", gml_real(*size));
    number("h", gml_real(*size));
  }
  if (color) text("fill", hex_color(*color));
  out_ += " ]";
}

void Writer::write_nodes() {
  const Attribute* label = graph_.node_attribute("label");
  const auto columns = plain_names(pointers(graph_.node_attributes, node_look_),
                                   {"id", "name", "label", "graphics"}, "node_", report_);
  std::int64_t id = 0;
  for (const std::uint32_t v : node_order_) {
    out_ += "  node [";
    number("id", number_text(id++));
    const std::string called = label == nullptr ? "" : label->text(v);
    text("label", called.empty() ? graph_.node_ids[v] : called);
    text("name", graph_.node_ids[v]);
    for (const auto& [name, attribute] : columns) value(name, *attribute, v);
    graphics(node_look_, v);
    out_ += " ]\n";
    hand_on(out_, sink_);
  }
}

void Writer::write_edges() {
  std::vector<std::int64_t> place(node_order_.size());
  for (std::size_t i = 0; i < node_order_.size(); ++i)
    place[node_order_[i]] = static_cast<std::int64_t>(i);
  const Attribute* label = graph_.edge_attribute("label");
  const auto columns =
      plain_names(pointers(graph_.edge_attributes, edge_look_),
                  {"id", "source", "target", "label", "key", "graphics"}, "edge_", report_);
  for (const std::uint32_t e : graph_.edge_ids.empty() ? order_by_ends(graph_, node_order_)
                                                       : order_by_id(graph_.edge_ids)) {
    out_ += "  edge [";
    number("source", number_text(place[graph_.source[e]]));
    number("target", number_text(place[graph_.target[e]]));
    if (!graph_.edge_ids.empty() && !graph_.edge_ids[e].empty()) text("id", graph_.edge_ids[e]);
    if (label != nullptr && label->has(e)) text("label", label->text(e));
    for (const auto& [name, attribute] : columns) value(name, *attribute, e);
    graphics(edge_look_, e);
    out_ += " ]\n";
    hand_on(out_, sink_);
  }
}

void Writer::remark_on_texts() {
  if (texts_as_numbers_ > 0) {
    report_.remarks.push_back(
        note("E241",
             std::to_string(texts_as_numbers_) +
                 " texts hold characters beyond ASCII, which GML writes as numbers (&#233;)",
             "networkx reads them back; igraph and Gephi show them as they stand"));
  }
  const Attribute* label = graph_.node_attribute("label");
  if (label == nullptr) return;
  std::set<std::string> seen;
  bool twice = false;
  for (std::size_t v = 0; v < graph_.node_ids.size(); ++v) {
    const std::string called = label->text(v);
    if (!seen.insert(called.empty() ? graph_.node_ids[v] : called).second) twice = true;
  }
  if (twice) {
    report_.remarks.push_back(
        note("E242", "some nodes share a label, at which networkx stops",
             "networkx.read_gml(file, label='name') reads the nodes by their ids"));
  }
}

ExportReport Writer::write() {
  report_.nodes = graph_.node_ids.size();
  report_.edges = graph_.source.size();
  node_order_ = order_by_id(graph_.node_ids);
  out_ += "graph [\n ";
  number("directed", graph_.directed ? "1" : "0");
  if (count_parallels(graph_, nullptr) > 0) number("multigraph", "1");
  out_ += '\n';
  std::vector<Attribute> facts;
  if (!graph_.title.empty())
    facts.push_back({.name = "title", .values = std::vector{graph_.title}});
  for (const auto& [name, content] : graph_.facts)
    facts.push_back({.name = name, .values = std::vector{content}});
  std::vector<const Attribute*> all;
  for (const Attribute& fact : facts) all.push_back(&fact);
  for (const auto& [name, fact] :
       plain_names(all, {"directed", "multigraph", "node", "edge", "graphics", "id", "label"},
                   "graph_", report_)) {
    out_ += ' ';
    value(name, *fact, 0);
    out_ += '\n';
  }
  write_nodes();
  write_edges();
  out_ += "]\n";
  hand_on(out_, sink_, 1);
  remark_on_texts();
  return std::move(report_);
}

}  // namespace

ExportReport write_gml(const PropertyGraph& graph, const Sink& sink) {
  return Writer(graph, sink).write();
}

}  // namespace entente::io
