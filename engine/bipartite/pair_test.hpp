// SPDX-License-Identifier: Apache-2.0
// Which pairs of one side have more (or less) in common than their activity and the popularity of
// what they share explain: every pair's overlap against its exact distribution under the
// configuration model, a Poisson-binomial with q_l = p_il p_i'l over the items that both know. A
// roll call is one trial, q = p_yes p'_yes + p_no p'_no.
//
// The model lets sums vary that the data fix, so with few lines upper p values are too large
// (conservative) and lower ones a little too small; trades.hpp gives exact sums.
//
// Cost     one distribution per pair of classes of rows (equal degree and equal known cells) that
//          occurs: O(items * overlap) for the upper tail.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "engine/bipartite/bicm_fit.hpp"
#include "engine/bipartite/lines.hpp"
#include "engine/statistics/multiple_testing.hpp"

namespace entente::bipartite {

enum class Tail : std::uint8_t { upper, lower };

struct PairTestOptions {
  Mode mode = Mode::actor;
  Tail tail = Tail::upper;
  statistics::Adjustment adjustment = statistics::Adjustment::bh;
  // List pairs without overlap too; with Tail::lower they always are. They count as tests either
  // way, with p = 1.
  bool list_all = false;
  double level = 0.05;
  unsigned threads = 0;  // 0: every core; cannot change a result
  std::stop_token stop{};
};

struct PairTest {
  std::uint32_t a = 0, b = 0;  // actors, or items; a < b
  std::uint32_t observed = 0;  // what both have
  double expected = 0, p_value = 1, q_value = 1;
};

struct PairTests {
  std::vector<PairTest> pairs;  // by a, then b
  std::uint64_t tested = 0;     // all pairs, but the two answers of one roll call
  // Pairs that would be significant at `level` if every pair overlapped as much as its degrees
  // allow (Tail::upper only): the others never had a chance.
  std::uint64_t attainable = 0;
};

PairTests test_pairs(const BicmFit& fit, const PairTestOptions& options = {});

}  // namespace entente::bipartite
