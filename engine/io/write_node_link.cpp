// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_node_link.hpp"

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "engine/io/edge_order.hpp"
#include "engine/io/export_report.hpp"
#include "engine/io/json.hpp"

namespace entente::io {
namespace {

class Writer {
 public:
  Writer(const PropertyGraph& graph, const Sink& sink) : graph_(graph), sink_(sink) {}

  Diagnostics write();

 private:
  std::vector<std::string> names_of(const std::vector<Attribute>& attributes,
                                    const std::vector<std::string>& own, const char* prefix);
  void write_facts();
  void write_values(const std::vector<Attribute>& attributes, const std::vector<std::string>& names,
                    std::size_t row);
  void write_value(const std::string& name, const Attribute& attribute, std::size_t row);

  const PropertyGraph& graph_;
  const Sink& sink_;
  std::string out_;
  JsonWriter json_{out_};
  ExportReport report_;
};

// Names of the attributes, those apart that the format uses itself.
std::vector<std::string> Writer::names_of(const std::vector<Attribute>& attributes,
                                          const std::vector<std::string>& own, const char* prefix) {
  std::vector<std::string> names;
  for (const Attribute& attribute : attributes) {
    std::string name = attribute.name;
    for (const std::string& taken : own) {
      if (name == taken) name = prefix + name;
    }
    if (name != attribute.name) report_.renamed_attributes.emplace_back(attribute.name, name);
    names.push_back(std::move(name));
  }
  return names;
}

void Writer::write_facts() {
  json_.key("graph").begin_object();
  if (!graph_.title.empty()) json_.key("title").text(graph_.title);
  for (const auto& [name, text] : graph_.facts) {
    if (name != "title") json_.key(name).text(text);
  }
  json_.end_object();
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
    json_.number((*integers)[row]);
  } else if (const auto* flags = std::get_if<std::vector<std::uint8_t>>(&attribute.values)) {
    json_.boolean((*flags)[row] != 0);
  } else {
    json_.text(attribute.text(row));
  }
}

void Writer::write_values(const std::vector<Attribute>& attributes,
                          const std::vector<std::string>& names, std::size_t row) {
  for (std::size_t k = 0; k < attributes.size(); ++k) write_value(names[k], attributes[k], row);
}

Diagnostics Writer::write() {
  const bool multigraph = count_parallels(graph_, nullptr) > 0;
  const auto node_order = order_by_id(graph_.node_ids);
  const auto node_names = names_of(graph_.node_attributes, {"id"}, "node_");
  // networkx would merge parallel edges of one key.
  const auto edge_names =
      names_of(graph_.edge_attributes, {"source", "target", "id", "key"}, "edge_");
  json_.begin_object();
  json_.key("directed").boolean(graph_.directed).key("multigraph").boolean(multigraph);
  write_facts();
  json_.key("nodes").begin_array();
  for (const std::uint32_t v : node_order) {
    json_.begin_object().key("id").text(graph_.node_ids[v]);
    write_values(graph_.node_attributes, node_names, v);
    json_.end_object();
    hand_on(out_, sink_);
  }
  json_.end_array().key("links").begin_array();
  for (const std::uint32_t e : order_by_ends(graph_, node_order)) {
    json_.begin_object();
    json_.key("source").text(graph_.node_ids[graph_.source[e]]);
    json_.key("target").text(graph_.node_ids[graph_.target[e]]);
    if (!graph_.edge_ids.empty() && !graph_.edge_ids[e].empty())
      json_.key("id").text(graph_.edge_ids[e]);
    write_values(graph_.edge_attributes, edge_names, e);
    json_.end_object();
    hand_on(out_, sink_);
  }
  json_.end_array().end_object();
  out_ += '\n';
  hand_on(out_, sink_, 1);
  return report_.notes("");
}

}  // namespace

Diagnostics write_node_link(const PropertyGraph& graph, const Sink& sink) {
  return Writer(graph, sink).write();
}

}  // namespace entente::io
