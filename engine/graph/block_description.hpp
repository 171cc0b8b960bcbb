// SPDX-License-Identifier: Apache-2.0
// How many nats it takes to write an undirected graph down with the help of a partition into
// blocks: the description length of the microcanonical stochastic block model.
//
// Blocks r have n_r vertices and e_r edge ends; e_rs edges run between r and s, e_rr inside r; E
// edges, B blocks, A_uv edges between u and v, A_uu loops.
//
//   both              - sum_{r<s} ln e_rs! - sum_r ln (2 e_rr)!! + sum_{u<v} ln A_uv!
//                     + sum_u ln (2 A_uu)!!,                       (2x)!! = 2^x x!
//   plain             + sum_r e_r ln n_r
//   degree-corrected  + sum_r ln e_r! - sum_v ln k_v! + sum_r ln C(n_r + e_r - 1, e_r)
//   edge counts       general: ln C(B(B+1)/2 + E - 1, E)
//                     sides: ln C(B_1 B_2 + E - 1, E), B_1 and B_2 the blocks of the two sides
//   partition         for each side (or all) with N vertices: ln C(N - 1, B_s - 1) + ln N!
//                     - sum ln n_r! + ln N
//
// Vertices of the two sides of a two-mode View are never in one block: a group that has both is two
// blocks. Weights and signs are not looked at.
// Cost     O(n + m log m).
// Method   Peixoto (2017), doi:10.1103/PhysRevE.95.012317; two sides: Larremore, Clauset and Jacobs
//          (2014), doi:10.1103/PhysRevE.90.012805; the prior `sides`: Yen and Larremore (2020),
//          doi:10.1103/PhysRevE.102.032309.
#pragma once

#include <cstdint>
#include <span>

#include "engine/graph/view.hpp"

namespace entente {

enum class EdgeCountPrior : std::uint8_t { general, sides };  // sides: two-mode Views only

struct BlockDescription {
  double plain = 0, degree_corrected = 0;
};

// `groups` are numbered below the number of vertices.
BlockDescription describe_blocks(const View& view, std::span<const std::uint32_t> groups,
                                 EdgeCountPrior prior);

}  // namespace entente
