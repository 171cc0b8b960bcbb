// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_graphology.hpp"

#include <cmath>
#include <string>
#include <unordered_set>
#include <utility>
#include <vector>

#include "engine/base/list_text.hpp"
#include "engine/base/number_text.hpp"
#include "engine/io/appearance.hpp"
#include "engine/io/edge_order.hpp"
#include "engine/io/json.hpp"
#include "engine/io/written_ids.hpp"

namespace entente::io {
namespace {

constexpr std::int64_t exact_in_double = std::int64_t{1} << 53;

using Columns = std::vector<std::pair<std::string, const Attribute*>>;

class Writer {
 public:
  Writer(const PropertyGraph& graph, const Sink& sink)
      : graph_(graph),
        sink_(sink),
        node_look_(Appearance::of_nodes(graph.node_attributes)),
        edge_look_(Appearance::of_edges(graph.edge_attributes)) {}
  ExportReport write();

 private:
  Columns columns_of(const std::vector<Attribute>& attributes, const Appearance& look,
                     const char* prefix);
  void write_facts();
  void write_attributes(const Columns& columns, const Appearance& look, std::size_t row);
  void write_value(const std::string& name, const Attribute& attribute, std::size_t row);
  std::vector<std::string> edge_keys();

  const PropertyGraph& graph_;
  const Sink& sink_;
  Appearance node_look_, edge_look_;
  ExportReport report_;
  std::string out_;
  JsonWriter json_{out_};
};

// Without r, g, b, which become color. The viewer chooses how to draw a node by its `type`.
Columns Writer::columns_of(const std::vector<Attribute>& attributes, const Appearance& look,
                           const char* prefix) {
  Columns columns;
  for (const Attribute& attribute : attributes) {
    const bool part = attribute.name.size() == 1 && attribute.name.find_first_of("rgb") == 0;
    const bool color = part || attribute.name == "color";
    if (color && look.draws(attribute)) continue;
    std::string name = attribute.name;
    if (name == "type" || name == "color") name = prefix + name;
    if (name != attribute.name) report_.renamed_attributes.emplace_back(attribute.name, name);
    columns.emplace_back(std::move(name), &attribute);
  }
  return columns;
}

void Writer::write_value(const std::string& name, const Attribute& attribute, std::size_t row) {
  if (!attribute.has(row)) return;
  const auto* reals = std::get_if<std::vector<double>>(&attribute.values);
  if (reals != nullptr && !std::isfinite((*reals)[row])) {
    ++report_.omitted_numbers;
    return;
  }
  json_.key(name);
  if (reals != nullptr) {
    json_.real((*reals)[row]);
  } else if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&attribute.values)) {
    const std::int64_t value = (*integers)[row];
    if (value >= -exact_in_double && value <= exact_in_double) {
      json_.number(value);
      return;
    }
    ++report_.long_integers;
    json_.text(number_text(value));
  } else if (const auto* flags = std::get_if<std::vector<std::uint8_t>>(&attribute.values)) {
    json_.boolean((*flags)[row] != 0);
  } else if (attribute.is_list) {
    json_.begin_array();
    for (const std::string& item : split_list(attribute.text(row))) json_.text(item);
    json_.end_array();
  } else {
    json_.text(attribute.text(row));
  }
}

void Writer::write_attributes(const Columns& columns, const Appearance& look, std::size_t row) {
  json_.key("attributes").begin_object();
  for (const auto& [name, attribute] : columns) write_value(name, *attribute, row);
  if (const auto color = look.color(row)) json_.key("color").text(hex_color(*color));
  json_.end_object();
}

void Writer::write_facts() {
  json_.key("attributes").begin_object();
  if (!graph_.title.empty()) json_.key("title").text(graph_.title);
  for (const auto& [name, text] : graph_.facts) {
    if (name != "title") json_.key(name).text(text);
  }
  json_.end_object();
}

// Each once, and none blank: one that has none gets a number.
std::vector<std::string> Writer::edge_keys() {
  std::vector<std::string> keys = unique_ids(graph_.edge_ids, report_);
  keys.resize(graph_.source.size());
  std::unordered_set<std::string> taken(keys.begin(), keys.end());
  std::int64_t number = 0;
  for (std::string& key : keys) {
    if (!key.empty()) continue;
    do key = "e" + number_text(++number);
    while (!taken.insert(key).second);
  }
  return keys;
}

ExportReport Writer::write() {
  report_.nodes = graph_.node_ids.size();
  report_.edges = graph_.source.size();
  const Columns node_columns = columns_of(graph_.node_attributes, node_look_, "node_");
  const Columns edge_columns = columns_of(graph_.edge_attributes, edge_look_, "edge_");
  json_.begin_object();
  write_facts();
  json_.key("options").begin_object();
  json_.key("type").text(graph_.directed ? "directed" : "undirected");
  json_.key("multi").boolean(count_parallels(graph_, nullptr) > 0);
  json_.key("allowSelfLoops").boolean(true).end_object();
  json_.key("nodes").begin_array();
  const auto node_order = order_by_id(graph_.node_ids);
  for (const std::uint32_t v : node_order) {
    json_.begin_object().key("key").text(graph_.node_ids[v]);
    write_attributes(node_columns, node_look_, v);
    json_.end_object();
    hand_on(out_, sink_);
  }
  json_.end_array().key("edges").begin_array();
  const std::vector<std::string> keys = edge_keys();
  for (const std::uint32_t e :
       graph_.edge_ids.empty() ? order_by_ends(graph_, node_order) : order_by_id(keys)) {
    json_.begin_object().key("key").text(keys[e]);
    json_.key("source").text(graph_.node_ids[graph_.source[e]]);
    json_.key("target").text(graph_.node_ids[graph_.target[e]]);
    write_attributes(edge_columns, edge_look_, e);
    if (!graph_.directed) json_.key("undirected").boolean(true);
    json_.end_object();
    hand_on(out_, sink_);
  }
  json_.end_array().end_object();
  out_ += '\n';
  hand_on(out_, sink_, 1);
  return std::move(report_);
}

}  // namespace

ExportReport write_graphology(const PropertyGraph& graph, const Sink& sink) {
  return Writer(graph, sink).write();
}

}  // namespace entente::io
