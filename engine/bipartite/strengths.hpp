// SPDX-License-Identifier: Apache-2.0
// The strengths of the ones of a two-mode table, for methods that weigh them.
#pragma once

#include <vector>

#include "engine/bipartite/incidence.hpp"

namespace entente::bipartite {

// Beside the ones of `table`, row by row; the strengths of parallel edges add up. Empty where the
// weights of the View are not strengths: every one counts 1.
std::vector<double> strengths(const View& view, const Incidence& table);

}  // namespace entente::bipartite
