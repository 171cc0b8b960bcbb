// SPDX-License-Identifier: Apache-2.0
// Independent trials given the number of successes: a set of `ones` of n trials, as likely as the
// product of its trials' odds.
//
// Trials come in classes: odds[u] > 0, count[u] trials each.
// Cost     O(trials * ones + classes * sqrt(trials)).
// Method   The odds are scaled so that `ones` is the expected number, which changes no such chance;
//          the distribution of the number by convolution; that of all trials but one by undoing one
//          step of it, from the end at which that is stable. Chen, Diaconis, Holmes and Liu (2005),
//          doi:10.1198/016214504000001303.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente::statistics {

// The factor that makes `ones` the expected number of successes of the scaled odds, 0 < ones < n.
double tilt(std::span<const double> odds, std::span<const std::uint32_t> count, double ones);

struct Inclusion {
  std::vector<double> chance;  // by class: that one of its trials succeeds, given the number
  double log_total = 0;        // the logarithm of the sum, over all sets, of the products of odds
};
Inclusion inclusion(std::span<const double> odds, std::span<const std::uint32_t> count,
                    std::uint32_t ones);

// The covariances of the numbers of successes of two classes, by row of a square table.
// Cost     O(trials * ones + classes^2 * trials).
std::vector<double> covariances(std::span<const double> odds, std::span<const std::uint32_t> count,
                                std::uint32_t ones);

}  // namespace entente::statistics
