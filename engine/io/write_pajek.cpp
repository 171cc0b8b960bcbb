// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_pajek.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "engine/base/number_text.hpp"
#include "engine/io/appearance.hpp"
#include "engine/io/edge_order.hpp"

namespace entente::io {
namespace {

// Pajek has no escapes: a quote ends the text, and a backslash means something to networkx.
std::string pajek_text(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c == '"')
      plain += '\'';
    else if (c == '\\')
      plain += '/';
    else
      plain += static_cast<unsigned char>(c) < 0x20 ? ' ' : c;
  }
  return plain;
}

std::vector<std::string> pajek_ids(const std::vector<std::string>& ids) {
  std::set<std::string> taken;
  for (const std::string& id : ids) {
    if (pajek_text(id) == id) taken.insert(id);
  }
  std::vector<std::string> plain;
  for (const std::string& id : ids) {
    std::string text = pajek_text(id);
    if (text != id) {
      const std::string wanted = text;
      for (int number = 2; !taken.insert(text).second; ++number)
        text = wanted + '_' + std::to_string(number);
    }
    plain.push_back(std::move(text));
  }
  return plain;
}

// Actors, then items, by id.
struct Order {
  std::vector<std::uint32_t> nodes;
  std::size_t actors = 0;  // all of them where there is one mode
};

Order order_of(const PropertyGraph& graph) {
  const Attribute* mode = if_stated(graph.node_attribute("mode"));
  const Attribute* bipartite = if_stated(graph.node_attribute("bipartite"));
  const auto is_item = [&](std::uint32_t v) {
    if (mode != nullptr) return mode->text(v) == "item";
    return bipartite != nullptr && bipartite->number(v) == 1.0;
  };
  Order order{.nodes = order_by_id(graph.node_ids), .actors = 0};
  const auto items = std::stable_partition(order.nodes.begin(), order.nodes.end(),
                                           [&](std::uint32_t v) { return !is_item(v); });
  order.actors = static_cast<std::size_t>(items - order.nodes.begin());
  return order;
}

// To a millionth of the picture, which hides what the arithmetic leaves behind.
double rounded(double part) { return std::round(part * 1e6) / 1e6; }

// How coordinates become Pajek's, from 0 to 1; the picture keeps its shape.
struct Frame {
  double x = 0, y = 0, scale = 1;
  bool moves = false;
};

Frame frame_of(const PropertyGraph& graph, const Appearance& look) {
  constexpr double margin = 0.05;
  double low_x = std::numeric_limits<double>::infinity(), low_y = low_x;
  double high_x = -low_x, high_y = -low_x;
  for (std::size_t v = 0; v < graph.node_ids.size(); ++v) {
    const auto at = look.position(v);
    if (!at) continue;
    low_x = std::min(low_x, at->x);
    high_x = std::max(high_x, at->x);
    low_y = std::min(low_y, at->y);
    high_y = std::max(high_y, at->y);
  }
  if (!(low_x <= high_x) || (low_x >= 0 && high_x <= 1 && low_y >= 0 && high_y <= 1)) return {};
  const double extent = std::max(high_x - low_x, high_y - low_y);
  const double scale = extent > 0 ? (1 - 2 * margin) / extent : 1;
  return {low_x - margin / scale, low_y - margin / scale, scale, true};
}

class Writer {
 public:
  Writer(const PropertyGraph& graph, const Sink& sink)
      : graph_(graph), sink_(sink), look_(Appearance::of_nodes(graph.node_attributes)) {}
  ExportReport write();

 private:
  void write_nodes(const Order& order, const std::vector<std::string>& ids);
  void write_edges(const Order& order);
  void append_value(std::size_t e);
  void remark(const char* code, std::string text, std::string hint = {}) {
    report_.remarks.push_back(note(code, std::move(text), std::move(hint)));
  }
  void remark_on_attributes();

  const PropertyGraph& graph_;
  const Sink& sink_;
  Appearance look_;
  ExportReport report_;
  std::string out_;
  std::size_t not_positive_ = 0, unsigned_ = 0;
};

void Writer::write_nodes(const Order& order, const std::vector<std::string>& ids) {
  const Frame frame = frame_of(graph_, look_);
  if (frame.moves)
    remark("E222", "the places of the nodes were brought into Pajek's square, from 0 to 1");
  out_ += "*Vertices " + number_text(static_cast<std::int64_t>(ids.size()));
  if (order.actors < ids.size() && order.actors > 0)
    out_ += ' ' + number_text(static_cast<std::int64_t>(order.actors));
  out_ += '\n';
  std::int64_t number = 0;
  for (const std::uint32_t v : order.nodes) {
    append_number(out_, ++number);
    out_.append(" \"").append(ids[v]).append("\"");
    if (const auto at = look_.position(v)) {
      for (const double part : {(at->x - frame.x) * frame.scale, (at->y - frame.y) * frame.scale}) {
        out_ += ' ';
        append_number(out_, frame.moves ? rounded(part) : part);
      }
      if (at->z != 0) out_ += ' ' + number_text(at->z);
    }
    out_ += '\n';
    hand_on(out_, sink_);
  }
}

void Writer::append_value(std::size_t e) {
  const Attribute* weight = graph_.edge_attribute("weight");
  const Attribute* sign = graph_.edge_attribute("sign");
  const auto strength = weight == nullptr ? std::nullopt : weight->number(e);
  const auto direction = sign == nullptr ? std::nullopt : sign->number(e);
  if (!strength && !direction && weight == nullptr) {
    out_ += " 1";
    if (sign != nullptr) ++unsigned_;
    return;
  }
  double value = strength.value_or(1);
  if (!std::isfinite(value)) {
    ++report_.omitted_numbers;
    value = 1;
  }
  if (direction) value *= *direction;
  if (sign != nullptr && !direction) ++unsigned_;
  if (!(value > 0)) ++not_positive_;
  out_ += ' ';
  append_number(out_, value);
}

void Writer::write_edges(const Order& order) {
  std::vector<std::int64_t> place(order.nodes.size());
  for (std::size_t i = 0; i < order.nodes.size(); ++i)
    place[order.nodes[i]] = static_cast<std::int64_t>(i) + 1;
  const Attribute* relation = graph_.edge_attribute("relation");
  out_ += graph_.directed ? "*Arcs\n" : "*Edges\n";
  for (const std::uint32_t e : order_by_ends(graph_, order.nodes)) {
    append_number(out_, place[graph_.source[e]]);
    out_ += ' ';
    append_number(out_, place[graph_.target[e]]);
    append_value(e);
    if (const std::string text = relation == nullptr ? "" : relation->text(e); !text.empty())
      out_.append(" l \"").append(pajek_text(text)).append("\"");
    out_ += '\n';
    hand_on(out_, sink_);
  }
}

void Writer::remark_on_attributes() {
  std::string names;
  const auto add = [&](const Attribute& attribute) {
    names += (names.empty() ? "" : ", ") + attribute.name;
  };
  for (const Attribute& attribute : graph_.node_attributes) {
    const bool kept = look_.draws(attribute) && (attribute.name == "x" || attribute.name == "y");
    if (!kept && attribute.name != "mode" && attribute.name != "bipartite") add(attribute);
  }
  for (const Attribute& attribute : graph_.edge_attributes) {
    if (attribute.name != "weight" && attribute.name != "sign" && attribute.name != "relation")
      add(attribute);
  }
  if (!names.empty()) remark("E223", "Pajek's .net has no place for " + names);
  if (!graph_.edge_ids.empty() || !graph_.facts.empty())
    remark("E224", "Pajek's .net has no place for ids of edges and facts about the graph");
}

ExportReport Writer::write() {
  report_.nodes = graph_.node_ids.size();
  report_.edges = graph_.source.size();
  const Order order = order_of(graph_);
  const std::vector<std::string> ids = pajek_ids(graph_.node_ids);
  std::size_t changed = 0;
  for (std::size_t v = 0; v < ids.size(); ++v) changed += ids[v] == graph_.node_ids[v] ? 0 : 1;
  if (!graph_.title.empty()) out_ += "*Network " + pajek_text(graph_.title) + '\n';
  write_nodes(order, ids);
  write_edges(order);
  hand_on(out_, sink_, 1);
  const auto counted = [](std::size_t count, const char* what) {
    return std::to_string(count) + ' ' + what;
  };
  if (changed > 0) {
    remark("E221", counted(changed,
                           "ids hold quotes, backslashes or line breaks, which Pajek "
                           "cannot; they were replaced"));
  }
  if (order.actors > 0 && order.actors < ids.size()) {
    remark("E225", "two modes: Gephi does not see them, and networkx stops at '*Vertices n m'",
           "write GraphML for these two");
  }
  if (!graph_.directed && !graph_.source.empty())
    remark("E226", "Gephi reads *Edges as directed", "choose 'Undirected' in its import report");
  if (not_positive_ > 0) {
    remark("E227", counted(not_positive_,
                           "values are 0 or negative, for a sign; Gephi removes the "
                           "edges with 0"));
  }
  if (unsigned_ > 0 && not_positive_ > 0) {
    remark("E228",
           counted(unsigned_, "edges without a sign have a positive value, like those for"));
  }
  remark_on_attributes();
  return std::move(report_);
}

}  // namespace

ExportReport write_pajek(const PropertyGraph& graph, const Sink& sink) {
  return Writer(graph, sink).write();
}

const Attribute* partition_attribute(const PropertyGraph& graph) {
  for (const char* name : {"coalition", "community", "group", "kind", "mode", "bipartite"}) {
    if (const Attribute* attribute = if_stated(graph.node_attribute(name))) return attribute;
  }
  return nullptr;
}

void write_pajek_partition(const PropertyGraph& graph, const Attribute& classes, const Sink& sink) {
  std::map<std::string, std::int64_t> numbers;
  for (std::size_t v = 0; v < graph.node_ids.size(); ++v) {
    if (const std::string text = classes.text(v); !text.empty()) numbers.emplace(text, 0);
  }
  std::string out;
  std::int64_t next = 0;
  for (auto& [text, number] : numbers) {
    number = ++next;
    out += "% " + number_text(number) + ": " + pajek_text(text) + '\n';
  }
  out += "*Vertices " + number_text(static_cast<std::int64_t>(graph.node_ids.size())) + '\n';
  for (const std::uint32_t v : order_of(graph).nodes) {
    const auto found = numbers.find(classes.text(v));
    append_number(out, found == numbers.end() ? std::int64_t{0} : found->second);
    out += '\n';
  }
  sink(out);
}

}  // namespace entente::io
