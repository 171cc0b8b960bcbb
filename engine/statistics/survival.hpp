// SPDX-License-Identifier: Apache-2.0
// How long until it happens, where some are still waiting when the data end (censored) and some
// joined later (late entry).
//
//   S(t) = product over days s <= t with events of (1 - d_s / n_s),  n_s at risk and d_s events
//   standard error  S(t) sqrt(sum d_s / (n_s (n_s - d_s)))            Greenwood
//   log-rank        (O - E)' V^-1 (O - E), chi-square with as many degrees of freedom as V has
//   rank;
//                   E and V from the hypergeometric distribution on each day with events
//
// Kaplan and Meier (1958), doi:10.1080/01621459.1958.10501452; Mantel (1966).
// Differs from R's survival where a spell begins on a day with events: days are counted whole, so
// it is at risk on its first day.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente::statistics {

// At risk on the days first, ..., last; `event`: it happened on the last one.
struct Spell {
  std::int32_t first = 0, last = 0;
  bool event = false;
  std::uint32_t group = 0;
};

struct SurvivalStep {
  std::int32_t day = 0;
  std::uint64_t at_risk = 0, events = 0;
  double survival = 1;
  double standard_error = 0;  // NaN from where survival is 0
};

// One step for each day with events, ascending. O(n log n).
std::vector<SurvivalStep> kaplan_meier(std::span<const Spell> spells);

struct LogRank {
  std::vector<double> observed, expected;  // events by group
  double chi_square = 0;
  std::uint32_t degrees_of_freedom = 0;
  double p_value = 1;
};

// Groups are numbered below `groups`. O(days with events * groups^2 + n log n).
LogRank log_rank(std::span<const Spell> spells, std::uint32_t groups);

}  // namespace entente::statistics
