// SPDX-License-Identifier: Apache-2.0
// In which order a graph is written, so that equal graphs give equal files; and what a reader
// merges.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/property_graph.hpp"

namespace entente::io {

// Positions by id.
std::vector<std::uint32_t> order_by_id(const std::vector<std::string>& ids);

// Edges by source, target and position, the ends by their place in `node_order`.
std::vector<std::uint32_t> order_by_ends(const PropertyGraph& graph,
                                         const std::vector<std::uint32_t>& node_order);

// Whether a reader takes "backed " for "backed".
enum class OuterBlanks : std::uint8_t { kept, trimmed };

// Edges beyond the first of each source, target (either way round in an undirected graph) and text
// of the attribute, which may be null.
std::size_t count_parallels(const PropertyGraph& graph, const Attribute* relation,
                            OuterBlanks blanks = OuterBlanks::kept);

}  // namespace entente::io
