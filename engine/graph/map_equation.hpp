// SPDX-License-Identifier: Apache-2.0
// The map equation of an undirected graph with two levels: how many bits a step of a random walk
// takes to describe where groups have names and vertices have names within their group.
//
//   L = plogp(q) - 2 sum_c plogp(q_c) - sum_v plogp(p_v) + sum_c plogp(q_c + p_c)
//
//   plogp(x) = x log2 x;  p_v = s_v / 2w, the share of steps at v (a loop counts twice in s_v), p_c
//   its sum over a group;  q_c the share of steps that leave group c, q their sum.
//
// Method   Groups of the shortest code: moves of single vertices, then of parts of groups, and of
//          what these become, in turns until the code does not get shorter: the search of
//          graph/leiden.hpp with another gain. Rosvall and Bergstrom (2008),
//          doi:10.1073/pnas.0706851105; Rosvall, Axelsson and Bergstrom (2009),
//          doi:10.1140/epjst/e2010-01179-1.
// Cost     nearly O(n + m) per turn.
#pragma once

#include <cstdint>
#include <span>

#include "engine/graph/partition_search.hpp"
#include "engine/graph/view.hpp"

namespace entente {

// Shares of the steps of a walk: along each neighbour (as many go back), and p_v as `p`. Loops
// leave nothing and stand in p alone. Strengths must not be negative.
QualityGraph walk(const View& view);

// L in bits; groups are numbered below the number of vertices. 0 where there are no edges.
double code_length(const QualityGraph& walk, std::span<const std::uint32_t> groups);

// Values are code lengths with a minus: the shortest is the best.
PartitionSearch shortest_code(const QualityGraph& walk, const Rng& rng,
                              const RestartOptions& options = {});

}  // namespace entente
