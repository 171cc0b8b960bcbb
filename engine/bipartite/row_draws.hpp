// SPDX-License-Identifier: Apache-2.0
// The row-conditional model by draws, where the exact law of a pair (row_pairs.hpp) would be too
// large: every row is drawn on its own, with its sum, and what two rows share is counted in each
// draw.
//
//   p = (1 + draws at least as extreme) / (1 + draws)
//
// Cost     O(units * ones) for a row, then O(units) a draw; draws * pairs * items / 64.
#pragma once

#include <cstddef>
#include <stop_token>

#include "engine/base/random.hpp"
#include "engine/bipartite/pair_test.hpp"
#include "engine/bipartite/row_odds.hpp"

namespace entente::bipartite {

struct RowDrawOptions {
  Mode mode = Mode::actor;
  std::size_t samples = 1000;
  PairTestOptions test{};
};

// `odds` are those of table, or of table.turned() for Mode::item. All pairs are listed.
PairTests draw_pairs(const Incidence& table, const RowOdds& odds, const Rng& rng,
                     const RowDrawOptions& options);

}  // namespace entente::bipartite
