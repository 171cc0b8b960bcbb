// SPDX-License-Identifier: Apache-2.0
// Groups by the convergence of iterated correlations: the correlations of the profiles, the
// correlations of the columns of these, and so on, come to +1 and -1, which parts the nodes in two.
//
// Whole profiles are compared, positions of the pair included, as the authors do. Breiger, Boorman
// and Arabie (1975), doi:10.1016/0022-2496(75)90028-0
// Cost     O(n^2 positions), then O(n^3) per round, a dozen rounds or so; 3 n^2 reals.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "engine/structure/profiles.hpp"

namespace entente::structure {

inline constexpr std::uint32_t not_placed = 0xffffffff;

// By node, its group after every group was split so often, where it can be; groups are numbered
// from 0 in the order of their first nodes. Nodes whose profile does not vary are not placed.
std::vector<std::uint32_t> concor(const Profiles& profiles, std::uint32_t splits,
                                  const std::stop_token& stop = {});

}  // namespace entente::structure
