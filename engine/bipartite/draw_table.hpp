// SPDX-License-Identifier: Apache-2.0
// A random table of the bipartite configuration model: each known cell is a 1 with its own chance,
// each roll call is answered yes, no or not at all. Sums are those of the data on average only.
// Cost     O(actors x items).
#pragma once

#include "engine/base/random.hpp"
#include "engine/bipartite/bicm_fit.hpp"

namespace entente::bipartite {

Incidence draw_table(const BicmFit& fit, Rng& rng);

}  // namespace entente::bipartite
