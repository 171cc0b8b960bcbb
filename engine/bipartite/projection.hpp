// SPDX-License-Identifier: Apache-2.0
// A two-mode table as a one-mode graph of one side: two nodes are joined where they share a node of
// the other side.
//
// With d_l the degree of a shared node l, k the degrees of the pair:
//   simple               1 for each l
//   newman               1 / (d_l - 1)       Newman (2001), doi:10.1103/PhysRevE.64.016132
//   hyperbolic           1 / d_l
//   resource_allocation  from u' to u: 1 / (k_u' d_l); what leaves u' adds up to 1 with its loop,
//                        the part that comes back. Zhou et al. (2007),
//                        doi:10.1103/PhysRevE.76.046115
//   jaccard              shared / (k + k' - shared)
//   overlap              shared / min(k, k')
//   cosine               shared / sqrt(k k')
// With unseen cells the k of the last three count what could be seen for both nodes of the pair.
// Cost: the sum of the squared degrees of the other side; with unseen cells also one bit operation
// for each pair and 64 nodes of the other side.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "engine/bipartite/overlaps.hpp"

namespace entente::bipartite {

enum class PairWeight : std::uint8_t {
  simple,
  newman,
  hyperbolic,
  resource_allocation,
  jaccard,
  overlap,
  cosine
};

struct ProjectedEdge {
  std::uint32_t source, target;  // positions on the side
  double weight;
  bool operator==(const ProjectedEdge&) const = default;
};

struct Projected {
  std::vector<ProjectedEdge> edges;      // sorted by source and target; undirected: source < target
  std::uint64_t incomparable_pairs = 0;  // share no node that could be seen for both
};

struct ProjectionOptions {
  Mode side = Mode::actor;
  PairWeight weight = PairWeight::simple;
  unsigned threads = 0;  // 0: every core; cannot change a result
  std::stop_token stop{};
};

Projected project(const Incidence& table, const ProjectionOptions& options = {});

}  // namespace entente::bipartite
