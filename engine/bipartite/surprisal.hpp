// SPDX-License-Identifier: Apache-2.0
// Whose row is odd, given how active the actor is: the surprisal of each row under the
// configuration model,
//
//   surprisal_i = - sum over known items of ln P(what actor i did),
//
// a roll call being one trial with three outcomes; z = (surprisal - E) / sd with the mean and the
// variance of that sum; and p from redrawing the row with exactly as many ones,
// p = (1 + #{redrawn surprisal >= observed}) / (1 + N): being active is not being odd.
//
// Cost     O(items * k_i) per class of equal rows to prepare, O(items) per draw.
// Method   conditional Bernoulli draws, item by item: Chen, Dempster and Liu (1994),
//          doi:10.1093/biomet/81.3.457
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/bipartite/bicm_fit.hpp"
#include "engine/statistics/multiple_testing.hpp"

namespace entente::bipartite {

struct SurprisalOptions {
  std::size_t samples = 1000;
  // Rows with fewer stances (ones, and roll calls without a yes or a no) are not tested.
  std::uint32_t least_stances = 2;
  std::size_t top_items = 5;  // carrying items that each actor is listed with, at most
  statistics::Adjustment adjustment = statistics::Adjustment::bh;
  unsigned threads = 0;  // 0: every core; cannot change a result
  std::stop_token stop{};
};

// What made a row odd: one item, or one roll call under the answer given (under the likelier one
// where none was).
struct CarryingItem {
  std::uint32_t item = 0;
  bool present = false;    // a 1 that was not expected, or a 0 where a 1 was
  double probability = 0;  // of a 1
  double surprisal = 0;    // the term of the sum
};

struct UnusualActor {
  std::uint32_t actor = 0;
  double surprisal = 0, expected = 0;
  double z = 0;            // 0 where the model leaves the row no choice, and then
  bool undefined = false;  // true
  bool tested = false;     // false: too few stances; p and q are 1
  double p_value = 1, q_value = 1;
  std::vector<CarryingItem> carrying;  // the largest terms first
};

// One entry per actor, in their order.
std::vector<UnusualActor> unusual_actors(const BicmFit& fit, const Rng& rng,
                                         const SurprisalOptions& options = {});

// Ones, and roll calls that the actor took part in without a yes or a no.
std::uint32_t stance_count(const Incidence& table, std::uint32_t actor);

}  // namespace entente::bipartite
