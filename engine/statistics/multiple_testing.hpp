// SPDX-License-Identifier: Apache-2.0
// p values of many tests, adjusted for their number. A rejected test has an adjusted value of at
// most the level.
//
//   bh         q_(r) = min over r' >= r of n p_(r') / r'   false discovery rate
//   by         the same times 1 + 1/2 + ... + 1/n          the same under any dependence
//   holm       max over r' <= r of (n - r' + 1) p_(r')     chance of any false discovery
//   bonferroni n p                                         the same
//
// Benjamini and Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x; Benjamini and Yekutieli
// (2001), doi:10.1214/aos/1013699998; Holm (1979).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace entente::statistics {

enum class Adjustment : std::uint8_t { bh, by, holm, bonferroni };

// `tests` is the number of all tests: those that are not among `p` count as p = 1. 0: none are
// missing.
std::vector<double> adjusted(std::span<const double> p, Adjustment adjustment = Adjustment::bh,
                             std::uint64_t tests = 0);

// For parameters; the name is one of adjustment_names().
std::vector<std::string> adjustment_names();
Adjustment adjustment_named(std::string_view name);

}  // namespace entente::statistics
