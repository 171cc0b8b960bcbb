// SPDX-License-Identifier: Apache-2.0
// Triangles through each vertex of a simple graph.
//
// Each edge leads from its end of smaller degree to the other; a triangle is found once, from the
// end where it begins, by marking that end's row. Cost: O(m^1.5) time.
// Method: the forward algorithm, Latapy (2008), doi:10.1016/j.tcs.2008.07.017.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/parallel.hpp"
#include "engine/graph/neighbours.hpp"

namespace entente {

// The rows must be those of an undirected graph (Side::either). `loop` says with how many threads
// and how to stop; its count and chunk are not used.
std::vector<std::uint64_t> triangles(const Neighbours& graph, const ChunkedLoop& loop);

}  // namespace entente
