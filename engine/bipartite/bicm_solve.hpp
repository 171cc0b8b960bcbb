// SPDX-License-Identifier: Apache-2.0
// Solves the equations of the bipartite configuration model over classes of rows and columns.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "engine/bipartite/bicm_classes.hpp"
#include "engine/bipartite/bicm_peel.hpp"

namespace entente::bipartite {

struct BicmSolution {
  std::vector<double> chance;  // by row class, unit class and answer, decided cells included
  std::uint32_t steps = 0;
};

BicmSolution solve_bicm(const BicmClasses& classes, const BicmPeel& peel,
                        const std::stop_token& stop);

}  // namespace entente::bipartite
