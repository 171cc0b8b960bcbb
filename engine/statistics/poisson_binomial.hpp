// SPDX-License-Identifier: Apache-2.0
// The number of successes of independent trials that differ in their chances: exact tails.
//
//   f[k] <- f[k] (1 - q) + f[k-1] q   for each trial in turn
//
// Every term is positive, so small tails keep their relative accuracy (about trials * 1e-16), which
// a Fourier transform loses.
// Cost     O(trials * k) for the tails up to k; a requested stop throws Stopped at the next trial.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

namespace entente::statistics {

// P(X = k) for k < size, and P(X >= size).
struct PoissonBinomialBegin {
  std::vector<double> below;
  double reached = 0;
};
PoissonBinomialBegin poisson_binomial_begin(std::span<const double> chances, std::size_t size,
                                            const std::stop_token& stop = {});

// P(X = k) for k = 0 .. trials.
std::vector<double> poisson_binomial(std::span<const double> chances,
                                     const std::stop_token& stop = {});

// P(X >= k) and P(X <= k) for k = 0 .. most, which may exceed the number of trials.
std::vector<double> upper_tails(std::span<const double> chances, std::uint32_t most,
                                const std::stop_token& stop = {});
std::vector<double> lower_tails(std::span<const double> chances, std::uint32_t most,
                                const std::stop_token& stop = {});

// The same for one k.
double upper_tail(std::span<const double> chances, std::uint32_t k,
                  const std::stop_token& stop = {});
double lower_tail(std::span<const double> chances, std::uint32_t k,
                  const std::stop_token& stop = {});

}  // namespace entente::statistics
