// SPDX-License-Identifier: Apache-2.0
// The number of successes of independent trials that differ in their chances: exact tails.
//
//   f[k] <- f[k] (1 - q) + f[k-1] q   for each trial in turn
//
// Every term is positive, so small tails keep their relative accuracy (about trials * 1e-16), which
// a Fourier transform loses.
// Cost     O(trials^2) for all tails, O(trials * k) for one.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace entente::statistics {

// P(X = k) for k = 0 .. trials.
std::vector<double> poisson_binomial(std::span<const double> chances);

// P(X >= k) and P(X <= k) for every k of such a list, summed from the small end.
std::vector<double> upper_tails(std::span<const double> probabilities);
std::vector<double> lower_tails(std::span<const double> probabilities);

// P(X >= k) and P(X <= k) for one k, which may exceed the number of trials.
double upper_tail(std::span<const double> chances, std::uint32_t k);
double lower_tail(std::span<const double> chances, std::uint32_t k);

}  // namespace entente::statistics
