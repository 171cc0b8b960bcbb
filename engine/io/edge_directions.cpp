// SPDX-License-Identifier: Apache-2.0
#include "engine/io/edge_directions.hpp"

#include <string>

namespace entente::io {

void EdgeDirections::add(bool directed, bool graph_directed, std::uint32_t line) {
  ++(directed ? directed_ : undirected_);
  if (directed != graph_directed && first_odd_line_ == 0) first_odd_line_ = line;
}

std::optional<Diagnostic> EdgeDirections::settle(GraphFile& file, const char* code) const {
  PropertyGraph& graph = file.graph;
  const std::uint32_t odd = graph.directed ? undirected_ : directed_;
  if (odd == 0) return std::nullopt;
  if (odd == graph.source.size()) {
    graph.directed = !graph.directed;
    return std::nullopt;
  }
  return warning(code,
                 std::to_string(odd) + " edges are " +
                     (graph.directed ? "undirected" : "directed") + " in a graph that is " +
                     (graph.directed ? "directed" : "undirected") +
                     "; they are taken like the others",
                 "a graph has one direction; write an undirected edge as two directed ones",
                 {file.file, first_odd_line_, 0});
}

}  // namespace entente::io
