// SPDX-License-Identifier: Apache-2.0
// Which pairs of one side have more (or less) in common than a null model explains: every pair's
// overlap against its exact law, and the p values corrected for all pairs.
//
// Cost     one law for each pair of kinds of lines; O(pairs log pairs) for the correction.
#pragma once

#include <cstdint>
#include <stop_token>
#include <vector>

#include "engine/bipartite/pair_null.hpp"
#include "engine/statistics/multiple_testing.hpp"

namespace entente::bipartite {

// both: p = min(1, 2 min(upper, lower)).
enum class Tail : std::uint8_t { upper, lower, both };
double p_of(Tail tail, double upper, double lower) noexcept;

struct PairTestOptions {
  Tail tail = Tail::upper;
  statistics::Adjustment adjustment = statistics::Adjustment::bh;
  // List pairs without overlap too; they always are but with Tail::upper. They count as tests
  // either way, with p = 1.
  bool list_all = false;
  double level = 0.05;
  unsigned threads = 0;  // 0: every core; cannot change a result
  std::stop_token stop{};
};

struct PairTest {
  std::uint32_t a = 0, b = 0;  // actors, or items; a < b
  std::uint32_t observed = 0;  // what both have
  double expected = 0, p_value = 1, q_value = 1;
  double p_upper = 1, p_lower = 1;
};

struct PairTests {
  std::vector<PairTest> pairs;  // by a, then b
  std::uint64_t tested = 0;     // all pairs, but the two answers of one roll call
  // Pairs that would be significant at `level` if every pair had the smallest p value that its
  // degrees allow: the others never had a chance.
  std::uint64_t attainable = 0;
};

PairTests test_pairs(const Incidence& table, const PairNull& null,
                     const PairTestOptions& options = {});

// For null models that are sampled: fills q_value and attainable. `smallest` is, by pair, the
// smallest p value that it could have; all pairs are listed.
void correct(PairTests& tests, const std::vector<double>& smallest, const PairTestOptions& options);

}  // namespace entente::bipartite
