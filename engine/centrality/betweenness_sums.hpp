// SPDX-License-Identifier: Apache-2.0
// Shares of shortest paths through each vertex, which betweenness and its two-mode version scale:
//
//   b(v) = sum over pairs s != v != t of sigma_st(v) / sigma_st
//
// over unordered pairs of an undirected View, ordered pairs of a directed one. Distances must be
// usable (analysis/weights.hpp). Cost: O(nm), with distances O(nm + n^2 log n); hops
// are counted for eight sources at once.
#pragma once

#include <vector>

#include "engine/analysis/context.hpp"
#include "engine/graph/traverse.hpp"

namespace entente::centrality {

std::vector<double> betweenness_sums(const View& view, const Context& context,
                                     Parallels parallels = Parallels::one);

}  // namespace entente::centrality
