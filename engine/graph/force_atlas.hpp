// SPDX-License-Identifier: Apache-2.0
// ForceAtlas2: positions in the plane at which edges pull and nodes push, so that what is joined
// stands together and what is not stands apart.
//
//   push of v and u   scaling m_v m_u / d            m_v = 1 + ends of edges at v, loops left out
//   pull of an edge   w d, or w log(1 + d) (lin_log)
//   gravity           gravity m_v towards the middle; strong: gravity m_v r, r the distance to it
//
//   With radii, d is the distance of the rims: where nodes overlap nothing pulls, and they push as
//   at a distance of 1/100.
//
// Speed    s(v) = 0.1 s / (1 + s sqrt(swing(v))), below a longest step; swing |F - F'|, traction
//          |F + F'| / 2 against the forces F' of the step before, s = tolerance x their sums by
//          mass, rising by half at most.
// Method   Jacomy, Venturini, Heymann and Bastian (2014), doi:10.1371/journal.pone.0098679; pushes
//          of cells for those of their points: graph/quad_tree.hpp; start from the picture of a
//          coarser graph (graph/springs.hpp), as in Walshaw (2003), doi:10.7155/jgaa.00070.
// Cost     O(n log n + m) per step, and about as many steps again for the coarser graphs.
// Differs  from the paper: parts that nothing joins are laid out apart and packed, the largest
//          first, so they neither drift nor press on each other; within a distance of 1 from the
//          middle gravity falls to 0, so that a node there comes to rest; nodes on one spot part.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/graph/quad_tree.hpp"
#include "engine/graph/view.hpp"

namespace entente {

struct ForceAtlasOptions {
  double scaling = 2;  // above 0
  double gravity = 1;
  bool strong_gravity = false, lin_log = false;
  double theta = 1;  // a cell stands for its points from side / theta on; 0, or few nodes: never
  double tolerance = 0;          // of swinging; 0: 0.1, 1 from 5,000 nodes on, 10 from 50,000 on
  std::vector<double> radius{};  // by vertex; empty: nodes are points and may overlap
  std::uint32_t steps = 0;       // 0: 500 up to 40,000 nodes of a part, then 2e7 / n, at least 100
  unsigned threads = 0;          // 0: every core; cannot change a result
  std::stop_token stop{};        // a requested stop throws Stopped
  std::function<void(double done, double total)> progress{};  // may be empty
};

struct ForceAtlas {
  std::vector<Point> places;  // by vertex, the picture's middle at the origin
  std::uint32_t steps = 0;    // that were made with the largest part
  bool settled = true;        // in every part, before its steps were up
};

// Up to so many vertices every pair is looked at.
inline constexpr std::uint32_t exact_up_to = 200;

// Where a vertex starts depends on its key and the seed. Strengths must be finite and not negative.
ForceAtlas force_atlas(const View& view, const Rng& rng, const ForceAtlasOptions& options = {});

// What pushes and pulls each vertex at these places, around the origin.
std::vector<Point> forces(const View& view, const std::vector<Point>& places,
                          const ForceAtlasOptions& options = {});

}  // namespace entente
