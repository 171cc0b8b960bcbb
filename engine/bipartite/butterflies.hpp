// SPDX-License-Identifier: Apache-2.0
// Butterflies: pairs of actors that share pairs of items, the smallest cycles of a two-mode table.
//
//   total = sum over pairs of one side of C(shared, 2)
//
// Cost: the sum of the squared degrees of one side, the cheaper one; twice that for counts by node.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "engine/bipartite/incidence.hpp"

namespace entente::bipartite {

struct Butterflies {
  std::uint64_t total = 0;
  std::vector<std::uint64_t> of_node;  // actors, then items: those that a node is part of
};

// Exact on any number of threads.
Butterflies butterflies(const Incidence& table, unsigned threads = 0,
                        const std::stop_token& stop = {});
// The total alone, on the calling thread: for samples of null models.
std::uint64_t butterfly_count(const Incidence& table);

}  // namespace entente::bipartite
