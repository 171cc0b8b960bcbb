// SPDX-License-Identifier: Apache-2.0
// Solves the equations of the row-conditional model over classes of rows and units.
//
// Newton's steps on the logarithms of the odds (the likelihood is concave), found by conjugate
// gradients. With many classes of units only the variances of a row are computed, v_u = p_u (1 -
// p_u); its covariances are then taken to be -c_u c_v with c_u (sum c - c_u) = v_u, which adds up
// as they do and is exact for rows with a single one.
#pragma once

#include <array>
#include <cstdint>
#include <stop_token>
#include <vector>

#include "engine/bipartite/bicm_classes.hpp"
#include "engine/bipartite/bicm_peel.hpp"

namespace entente::bipartite {

struct RowOddsSolution {
  // By unit class and answer; 0 for an answer that is not open.
  std::vector<std::array<double, 2>> odds;
  std::uint32_t steps = 0;
  double residual = 0;  // largest |expected - sum| / max(1, sum) of the open answers
};

RowOddsSolution solve_row_odds(const BicmClasses& classes, const BicmPeel& peel, unsigned threads,
                               const std::stop_token& stop);

}  // namespace entente::bipartite
