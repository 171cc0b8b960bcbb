// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/poisson_binomial.hpp"

#include <algorithm>

#include "engine/base/parallel.hpp"

namespace entente::statistics {
namespace {

// Rounding may carry a sum of probabilities past 1.
double probability(double sum) { return std::min(sum, 1.0); }

}  // namespace

PoissonBinomialBegin poisson_binomial_begin(std::span<const double> chances, std::size_t size,
                                            const std::stop_token& stop) {
  PoissonBinomialBegin begin{std::vector<double>(size, 0.0), 0};
  auto& f = begin.below;
  if (size == 0) return {{}, 1};
  f[0] = 1;
  std::size_t trials = 0;
  for (const double q : chances) {
    if (stop.stop_requested()) throw Stopped{};
    begin.reached += f[size - 1] * q;
    for (std::size_t k = std::min(++trials, size - 1); k > 0; --k) {
      f[k] = f[k] * (1 - q) + f[k - 1] * q;
    }
    f[0] *= 1 - q;
  }
  return begin;
}

std::vector<double> poisson_binomial(std::span<const double> chances, const std::stop_token& stop) {
  return poisson_binomial_begin(chances, chances.size() + 1, stop).below;
}

std::vector<double> upper_tails(std::span<const double> chances, std::uint32_t most,
                                const std::stop_token& stop) {
  const PoissonBinomialBegin begin = poisson_binomial_begin(chances, most, stop);
  std::vector<double> tails(std::size_t{most} + 1);
  double sum = begin.reached;
  tails[most] = probability(sum);
  for (std::size_t k = most; k-- > 0;) tails[k] = probability(sum += begin.below[k]);
  tails[0] = 1;
  return tails;
}

std::vector<double> lower_tails(std::span<const double> chances, std::uint32_t most,
                                const std::stop_token& stop) {
  std::vector<double> tails = poisson_binomial_begin(chances, std::size_t{most} + 1, stop).below;
  double sum = 0;
  for (std::size_t k = 0; k < tails.size(); ++k) {
    sum += tails[k];
    tails[k] = k >= chances.size() ? 1.0 : probability(sum);
  }
  return tails;
}

double upper_tail(std::span<const double> chances, std::uint32_t k, const std::stop_token& stop) {
  return k > chances.size() ? 0.0 : upper_tails(chances, k, stop)[k];
}

double lower_tail(std::span<const double> chances, std::uint32_t k, const std::stop_token& stop) {
  return k >= chances.size() ? 1.0 : lower_tails(chances, k, stop)[k];
}

}  // namespace entente::statistics
