// SPDX-License-Identifier: Apache-2.0
// What a file with one direction for the graph says of single edges.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/io/graph_file.hpp"

namespace entente::io {

class EdgeDirections {
 public:
  // Of an edge that says its own; `graph_directed`: what the graph says.
  void add(bool directed, bool graph_directed, std::uint32_t line);
  // One direction for the file: the graph's own, unless each edge says the other one. A warning of
  // that code where only some do.
  std::optional<Diagnostic> settle(GraphFile& file, const char* code) const;

 private:
  std::uint32_t directed_ = 0, undirected_ = 0, first_odd_line_ = 0;
};

}  // namespace entente::io
