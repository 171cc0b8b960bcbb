// SPDX-License-Identifier: Apache-2.0
// What reading a graph file gives: the graph, where its parts stand, and what a reader should know.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/base/diagnostic.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

struct GraphFile {
  PropertyGraph graph;
  std::string file;
  std::vector<std::uint32_t> edge_lines;  // by edge, the line that it begins on
  Diagnostics notes;                      // everything dropped, added or taken another way
};

}  // namespace entente::io
