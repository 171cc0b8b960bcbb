// SPDX-License-Identifier: Apache-2.0
// A random simple graph with the degrees of the data (in and out, where it is directed), every one
// equally likely in the long run.
//
// A step draws two edges, each way round with chance 1/2, and swaps their second ends, unless that
// makes a loop or a parallel edge. Swaps alone cannot turn a directed cycle of three round, so a
// quarter of the steps of a digraph draw a path of two arcs and turn the triangle that it is part
// of, where no arc runs the other way. Every step is as likely as its reverse.
// Cost     O(1) per step, on average.
// Method   Fosdick, Larremore, Nishimura and Ugander (2018), doi:10.1137/16M1087175; triangles:
//          Berger and Mueller-Hannemann (2010)
#pragma once

#include <cstddef>
#include <stop_token>
#include <utility>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/graph/view.hpp"

namespace entente {

using Ends = std::pair<Vertex, Vertex>;

// Without loops and parallel edges; undirected edges may stand either way round. The result has one
// entry for each edge, in the order of `edges`.
std::vector<Ends> rewired(std::vector<Ends> edges, bool directed, std::size_t steps, Rng& rng,
                          const std::stop_token& stop = {});

}  // namespace entente
