// SPDX-License-Identifier: Apache-2.0
// The configuration model as a null model of pairs: an overlap is a Poisson-binomial with
// q_l = p_il p_i'l over the items that both know. A roll call is one trial,
// q = p_yes p'_yes + p_no p'_no.
//
// The model lets sums vary that the data fix, so with few lines upper p values are too large
// (conservative) and lower ones a little too small; trades.hpp gives exact sums, row_odds.hpp
// exact sums of the tested side.
//
// Cost     O(items * overlap) for each pair of kinds.
#pragma once

#include "engine/bipartite/bicm_fit.hpp"
#include "engine/bipartite/pair_null.hpp"

namespace entente::bipartite {

PairNull bicm_pairs(const BicmFit& fit, Mode mode = Mode::actor);

}  // namespace entente::bipartite
