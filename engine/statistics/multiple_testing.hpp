// SPDX-License-Identifier: Apache-2.0
// p values of many tests, adjusted for their number. A rejected test has an adjusted value of at
// most the level.
//
//   bh         q_(r) = min over r' >= r of n p_(r') / r'   false discovery rate
//   by         the same times 1 + 1/2 + ... + 1/n          the same under any dependence
//   holm       max over r' <= r of (n - r' + 1) p_(r')     chance of any false discovery
//   bonferroni n p                                         the same
//
// With F_i(t) the chance that test i gives a p value of at most t (attainable_p.hpp):
//
//   tarone     bh over the tests that can pass Tarone's threshold; the others have 1
//   heyse      min over r' >= r of sum_i F_i(p_(r')) / r'
//   dbh        max over r' <= r of sum_i F_i / (1 - F_i) at p_(r'), / r'
//
// Benjamini and Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x; Benjamini and Yekutieli
// (2001), doi:10.1214/aos/1013699998; Holm (1979); Gilbert (2005) for `tarone`.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "engine/statistics/attainable_p.hpp"

namespace entente::statistics {

enum class Adjustment : std::uint8_t { bh, by, holm, bonferroni, tarone, heyse, dbh };
bool needs_attainable(Adjustment adjustment) noexcept;  // the last three

// `tests` is the number of all tests: those that are not among `p` count as p = 1. 0: none are
// missing. For adjustments that need nothing but p.
std::vector<double> adjusted(std::span<const double> p, Adjustment adjustment = Adjustment::bh,
                             std::uint64_t tests = 0);

// For every adjustment: all tests are in `attainable`, those that are not among `p` have p = 1;
// `smallest` is what each of `p` could have been. It and the level matter to `tarone` alone.
std::vector<double> adjusted(std::span<const double> p, std::span<const double> smallest,
                             Adjustment adjustment, const AttainableP& attainable, double level);

// How many tests would be rejected at the level if each gave its smallest p value: the others
// never had a chance.
struct SmallestP {
  double p = 1;
  std::uint64_t tests = 1;
};
std::uint64_t could_be_rejected(std::span<const SmallestP> smallest, Adjustment adjustment,
                                const AttainableP& attainable, double level);

// For parameters; the name is one of adjustment_names() or discrete_adjustment_names(): those that
// need nothing but p, and all.
std::vector<std::string> adjustment_names();
std::vector<std::string> discrete_adjustment_names();
Adjustment adjustment_named(std::string_view name);

}  // namespace entente::statistics
