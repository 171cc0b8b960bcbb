// SPDX-License-Identifier: Apache-2.0
// Qualities of a partition that ask how surprising it is that so many edges lie inside of groups.
//
//   asymptotic surprise   m D(q || <q>): q of the edges and <q> of the pairs of vertices lie inside
//   significance          sum over groups of pairs_c D(p_c || p): a share p_c of the pairs of group
//                         c and p of all pairs are joined
//   D(x || y) = x ln(x/y) + (1 - x) ln((1 - x)/(1 - y))
//
// Pairs are ordered where the View is directed. Loops join no pair and are left out. For the
// surprise parallel edges and strengths add; the significance reads the simple graph, since no more
// than all pairs can be joined.
// Traag, Aldecoa and Delvenne (2015), doi:10.1103/PhysRevE.92.022816; Traag, Krings and Van Dooren
// (2013), doi:10.1038/srep02930.
#pragma once

#include <cstdint>
#include <span>

#include "engine/graph/view.hpp"

namespace entente::community {

// 0 where there is no edge between different vertices.
double asymptotic_surprise(const View& view, std::span<const std::uint32_t> groups);
double significance(const View& view, std::span<const std::uint32_t> groups);

}  // namespace entente::community
