// SPDX-License-Identifier: Apache-2.0
// Nestedness by overlap and decreasing fill: how far the items of the less active are a part of the
// items of the more active, and the same of the columns.
//
//   a pair with k_a > k_b > 0 counts 100 shared / k_b, any other pair 0; the mean over all pairs
//
// With unseen cells, k_a, k_b and shared count what could be seen for both lines of the pair, and a
// pair for which nothing could is left out.
// Cost     O(cells log cells); with unseen cells one bit operation for each pair and 64 cells.
// Method   Almeida-Neto et al. (2008), doi:10.1111/j.0030-1299.2008.16644.x
#pragma once

#include <cstdint>

#include "engine/bipartite/incidence.hpp"

namespace entente::bipartite {

// 0 where there is no pair.
struct Nodf {
  double actors = 0, items = 0, both = 0;  // 0 to 100
  std::uint64_t actor_pairs = 0, item_pairs = 0;
  std::uint64_t incomparable_pairs = 0;  // left out
};

Nodf nodf(const Incidence& table);

}  // namespace entente::bipartite
