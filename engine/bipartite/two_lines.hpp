// SPDX-License-Identifier: Apache-2.0
// Actors on one line and items on another, each ordered so that few edges cross.
//
//   crossings = pairs of edges (i, j), (i', j') with i left of i' and j right of j'
//
// Method   barycentres: in turns each side is sorted by the mean place of its neighbours, until
//          nothing moves; the best orders on the way are kept. Sugiyama, Tagawa and Toda (1981),
//          doi:10.1109/TSMC.1981.4308636. The start is the order in which a search by breadth from
//          an end of each component meets them.
// Cost     O(m log n) per turn, a hundred turns at most.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "engine/bipartite/incidence.hpp"

namespace entente::bipartite {

struct TwoLines {
  std::vector<std::uint32_t> actors, items;  // from left to right; those without edges at the end
  std::uint64_t crossings = 0;
  std::uint64_t crossings_by_number = 0;  // if both lines followed their numbers
};

TwoLines two_lines(const Incidence& table, const std::stop_token& stop = {});

// Of two orders, each of all of its side.
std::uint64_t crossings(const Incidence& table, const std::vector<std::uint32_t>& actors,
                        const std::vector<std::uint32_t>& items);

}  // namespace entente::bipartite
