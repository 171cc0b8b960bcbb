// SPDX-License-Identifier: Apache-2.0
// Gives the nodes of a graph file places, sizes and colours, by the methods that `entente run` has.
#pragma once

#include <string>

#include "engine/analysis/context.hpp"
#include "engine/base/diagnostic.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::cli {

// Columns x, y (method layout, by its convention), size (areas by degree) and r, g, b take the
// place of those that are there. Colours are by the attribute `color_by` of the nodes; by the
// groups that leiden finds, or two-mode-modularity among actors, where it is empty: these are added
// as the column `group` unless there is one. The fact `picture` of the graph says what was chosen.
// Empty, or what is wrong; then nothing changes.
Diagnostics draw(PropertyGraph& graph, const std::string& convention, const std::string& color_by,
                 const Context& context, Diagnostics& notes);

}  // namespace entente::cli
