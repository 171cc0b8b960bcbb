// SPDX-License-Identifier: Apache-2.0
// Who stands between sectors: for each actor b, the pairs {a, c} of other actors of different
// sectors that share no item, while each of them shares one with b. One of them may be of b's own
// sector, and actors with the same items stand between the same pairs.
//
// These are the ends of the two-mode brokerage of Jasny and Lubell (2015),
// doi:10.1016/j.socnet.2014.11.005, each pair counted once whatever the number of paths. Where all
// actors are of one sector, every pair counts.
//
// Cost     O(patterns^2) to prepare and O(patterns^2) for each pattern of at least two items, where
//          actors of one sector with the same items are one pattern.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/bipartite/incidence.hpp"

namespace entente::bipartite {

// By actor.
std::vector<double> cross_brokerage(const Incidence& table,
                                    std::span<const std::uint32_t> sector_of_actor);

// Of one actor, by the sectors of the ends: at [a * sectors + c] with a <= c.
std::vector<double> joined_sectors(const Incidence& table,
                                   std::span<const std::uint32_t> sector_of_actor,
                                   std::uint32_t sectors, std::uint32_t actor);

}  // namespace entente::bipartite
