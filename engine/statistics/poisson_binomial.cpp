// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/poisson_binomial.hpp"

#include <algorithm>

namespace entente::statistics {
namespace {

// Rounding may carry a sum of probabilities past 1.
double probability(double sum) { return std::min(sum, 1.0); }

}  // namespace

std::vector<double> poisson_binomial(std::span<const double> chances) {
  std::vector<double> f(chances.size() + 1, 0.0);
  f[0] = 1;
  std::size_t trials = 0;
  for (const double q : chances) {
    ++trials;
    for (std::size_t k = trials; k > 0; --k) f[k] = f[k] * (1 - q) + f[k - 1] * q;
    f[0] *= 1 - q;
  }
  return f;
}

std::vector<double> upper_tails(std::span<const double> probabilities) {
  std::vector<double> tails(probabilities.size());
  double sum = 0;
  for (std::size_t k = tails.size(); k-- > 0;) tails[k] = probability(sum += probabilities[k]);
  if (!tails.empty()) tails[0] = 1;
  return tails;
}

std::vector<double> lower_tails(std::span<const double> probabilities) {
  std::vector<double> tails(probabilities.size());
  double sum = 0;
  for (std::size_t k = 0; k < tails.size(); ++k) tails[k] = probability(sum += probabilities[k]);
  if (!tails.empty()) tails.back() = 1;
  return tails;
}

double upper_tail(std::span<const double> chances, std::uint32_t k) {
  if (k == 0) return 1;
  if (k > chances.size()) return 0;
  std::vector<double> f(k, 0.0);  // of the numbers below k
  f[0] = 1;
  double reached = 0;  // k or more
  for (const double q : chances) {
    reached += f[k - 1] * q;
    for (std::uint32_t s = k - 1; s > 0; --s) f[s] = f[s] * (1 - q) + f[s - 1] * q;
    f[0] *= 1 - q;
  }
  return probability(reached);
}

double lower_tail(std::span<const double> chances, std::uint32_t k) {
  if (k >= chances.size()) return 1;
  std::vector<double> f(std::size_t{k} + 1, 0.0);
  f[0] = 1;
  for (const double q : chances) {
    for (std::uint32_t s = k; s > 0; --s) f[s] = f[s] * (1 - q) + f[s - 1] * q;
    f[0] *= 1 - q;
  }
  double sum = 0;
  for (const double term : f) sum += term;
  return probability(sum);
}

}  // namespace entente::statistics
