// SPDX-License-Identifier: Apache-2.0
// The qualities of partitions of a one-mode View that Leiden can maximise, ready for it.
//
//   modularity  Q = (1/2w) sum over pairs (u, v) of one group of (W_uv - gamma s_u s_v / 2w)
//               directed: (1/w) sum of (W_uv - gamma out_u in_v / w)
//   cpm         sum over groups of (e_c - gamma n_c (n_c - 1) / 2); directed: gamma n_c (n_c - 1)
//
// w is the sum of strengths, each edge once; a loop counts twice in s and W_vv of an undirected
// View. Parallel edges add. e_c is the strength inside a group, each edge once. Newman (2004),
// doi:10.1103/PhysRevE.69.026113; Leicht and Newman (2008), doi:10.1103/PhysRevLett.100.118703;
// Traag, Van Dooren and Nesterov (2011), doi:10.1103/PhysRevE.84.016114.
#pragma once

#include <span>

#include "engine/graph/leiden.hpp"
#include "engine/graph/view.hpp"

namespace entente {

// The value of a partition is scale * H + offset, H that of graph/leiden.hpp.
struct Objective {
  QualityGraph graph;
  double scale = 1, offset = 0;

  double value(std::span<const std::uint32_t> groups) const {
    return scale * quality(graph, groups) + offset;
  }
};

// Strengths must not be negative. 0 for every partition of a graph without edges.
// `kept`, by edge, leaves out the edges with 0; empty: all edges count.
Objective modularity(const View& view, double resolution, std::span<const std::uint8_t> kept = {});
Objective constant_potts(const View& view, double resolution);

}  // namespace entente
