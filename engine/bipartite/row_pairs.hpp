// SPDX-License-Identifier: Apache-2.0
// Rows that are drawn on their own, with the sums that they have (row_odds.hpp), as a null model of
// pairs: the exact law of what two of them share.
//
// With w the odds of a unit, a pair's cells in it weigh 1 (neither), w (one of the two) or w^2
// (both; of a roll call, the share g = (w_yes^2 + w_no^2) / w^2 of it with the same answer). What
// one of the two has alone may be either's with equal odds, so that single and double units alone
// have to be counted:
//
//   D[m, r, d]   m units of one, r of both, d of these with different answers
//                = none D + one D[m-1] + both (g D[r-1] + (1 - g) D[r-1, d-1])   per unit
//   P(S = s)  ~  sum over r - d = s of D[m, r, d] Bin(k - r of m), m = k + k' - 2 r
//
// and units that only one of the two knows give it some of its ones before. All terms are positive,
// so that small chances keep their digits. Pairs that know the same units share D, whatever their
// sums.
//
// Of items (Mode::item) a line is the actors that answered, and which of them gave this answer is
// equally likely for all.
//
// Cost     O(units * singles * doubles * differences) for each set of units that a pair knows.
#pragma once

#include <memory>

#include "engine/bipartite/pair_null.hpp"
#include "engine/bipartite/row_odds.hpp"

namespace entente::bipartite {

// `odds` are those of table, or of table.turned() for Mode::item.
struct RowPairs {
  PairNull null;
  double cost = 0;   // operations, roughly
  double cells = 0;  // numbers that the largest law keeps
};
// The exact laws would take minutes, or gigabytes.
bool too_costly(const RowPairs& model) noexcept;
RowPairs row_pairs(const Incidence& table, Mode mode, RowOdds odds);

}  // namespace entente::bipartite
