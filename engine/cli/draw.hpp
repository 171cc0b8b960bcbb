// SPDX-License-Identifier: Apache-2.0
// Gives the nodes of a graph file places, sizes and colours, by the methods that `entente run` has.
#pragma once

#include <string>

#include "engine/analysis/context.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/io/graph_file.hpp"

namespace entente::cli {

struct Drawing {
  std::string layout;    // a convention of the method layout
  std::string color_by;  // a property of the nodes; empty: groups that are found
};

// The columns x, y (method layout), size (areas by degree) and r, g, b take the place of those that
// say how nodes are drawn (x, y, z, size, r, g, b, color). Groups are found by leiden, or among the
// actors by two-mode-modularity; they are added as the column `group` unless there is one. The fact
// `picture` of the graph says what was chosen, the notes of the file what the methods say and which
// columns went. Empty, or what is wrong; then nothing changes.
Diagnostics draw(io::GraphFile& file, const Drawing& drawing, const Context& context);

}  // namespace entente::cli
