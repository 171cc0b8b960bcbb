// SPDX-License-Identifier: Apache-2.0
// Lines with the sums that they have, and ones anywhere among their known cells: what two of them
// share is hypergeometric,
//
//   P(S = s) = C(k, s) C(n - k, k' - s) / C(n, k'),
//
// and where one knows cells that the other does not, how many of its ones are among the shared
// cells is drawn first. Rows with roll calls: every filling with as many ones is equally likely, an
// actor giving one answer of a roll call at most (row_odds.hpp with equal odds). Of items, a line
// is a draw of the actors that answered, and which of them gave this answer is equally likely for
// all.
//
// Cost     O(items) for a pair of kinds, O(ones^2) with a mask; with roll calls as row_pairs.hpp.
#pragma once

#include "engine/bipartite/row_pairs.hpp"

namespace entente::bipartite {

RowPairs hypergeometric_pairs(const Incidence& table, Mode mode = Mode::actor);

}  // namespace entente::bipartite
