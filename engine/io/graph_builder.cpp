// SPDX-License-Identifier: Apache-2.0
#include "engine/io/graph_builder.hpp"

#include <algorithm>

namespace entente::io {
std::size_t AttributeTable::column(std::string_view name, AttributeType type) {
  const auto found = std::find_if(columns_.begin(), columns_.end(),
                                  [&](const Column& c) { return c.builder.name() == name; });
  if (found != columns_.end()) {
    found->builder.widen(type);
    return static_cast<std::size_t>(found - columns_.begin());
  }
  columns_.push_back({AttributeBuilder(std::string(name), type)});
  return columns_.size() - 1;
}

std::size_t AttributeTable::declare(std::string_view name, AttributeType type) {
  const std::size_t declared = column(name, type);
  columns_[declared].declared = true;
  return declared;
}

std::vector<Attribute> AttributeTable::finish(std::size_t row_count) {
  std::vector<Attribute> attributes;
  for (Column& column : columns_) {
    if (column.builder.size() == 0 && !column.fallback && !column.declared) continue;
    attributes.push_back(
        column.builder.finish(row_count, column.fallback ? &*column.fallback : nullptr));
  }
  return attributes;
}

std::uint32_t GraphBuilder::node(std::string_view id) {
  const auto handle = static_cast<std::uint32_t>(ids_.intern(id));
  const auto next = static_cast<std::uint32_t>(file.graph.node_ids.size());
  // The empty text has the first handle, but is the node that it came as, if it came.
  if (handle == 0 && nameless_ == none) nameless_ = next;
  const std::uint32_t node = handle == 0 ? nameless_ : handle <= nameless_ ? handle - 1 : handle;
  if (node == next) {
    file.graph.node_ids.emplace_back(id);
    declared.push_back(false);
  }
  return node;
}

std::uint32_t GraphBuilder::source(std::string_view id) {
  const PropertyGraph& graph = file.graph;
  const bool repeated = !graph.source.empty() && graph.node_ids[graph.source.back()] == id;
  return repeated ? graph.source.back() : node(id);
}

std::uint32_t GraphBuilder::add_edge(std::uint32_t source, std::uint32_t target,
                                     std::uint32_t line) {
  file.graph.source.push_back(source);
  file.graph.target.push_back(target);
  file.edge_lines.push_back(line);
  return static_cast<std::uint32_t>(file.graph.source.size() - 1);
}

void GraphBuilder::name_edge(std::string_view id) {
  file.graph.edge_ids.resize(file.graph.source.size());
  file.graph.edge_ids.back() = id;
}

std::string GraphBuilder::describe_edge(std::uint32_t edge) const {
  const PropertyGraph& graph = file.graph;
  return "edge '" + graph.node_ids[graph.source[edge]] + "' - '" +
         graph.node_ids[graph.target[edge]] + "'";
}

std::optional<Diagnostic> GraphBuilder::undeclared_ends(const char* code) const {
  const auto missing = std::count(declared.begin(), declared.end(), 0);
  if (missing == 0) return std::nullopt;
  const auto first = std::find(declared.begin(), declared.end(), 0);
  const auto row = static_cast<std::size_t>(first - declared.begin());
  const PropertyGraph& graph = file.graph;
  std::uint32_t line = 0;
  for (std::size_t e = 0; e < graph.source.size() && line == 0; ++e) {
    if (graph.source[e] == row || graph.target[e] == row) line = file.edge_lines[e];
  }
  return warning(
      code,
      std::to_string(missing) +
          " ends of edges are not declared as nodes and were added, the first of them '" +
          graph.node_ids[row] + "'",
      "expected a <node> for each end of an edge", {file.file, line, 0});
}

GraphFile GraphBuilder::finish() && {
  if (!file.graph.edge_ids.empty()) file.graph.edge_ids.resize(file.graph.source.size());
  file.graph.node_attributes = node_attributes.finish(file.graph.node_ids.size());
  file.graph.edge_attributes = edge_attributes.finish(file.graph.source.size());
  return std::move(file);
}

}  // namespace entente::io
