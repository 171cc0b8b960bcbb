// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/conditional_bernoulli.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/base/assert.hpp"
#include "engine/base/sum.hpp"

namespace entente::statistics {
namespace {

// The number of successes, on the numbers that matter near the wanted one: what is left out is
// below 1e-30 of it.
struct NumberLaw {
  std::vector<double> chance;  // by number, 0 outside of the window
  std::size_t half_width = 0;
};

// The chances of a trial; `rest` is 1 - success, with its digits where success is almost 1.
struct Chances {
  double success = 0, rest = 1;
};

NumberLaw number_law(std::span<const Chances> p, std::span<const std::uint32_t> count,
                     std::uint32_t ones) {
  double variance = 0, mean = 0;
  std::size_t trials = 0;
  for (std::size_t u = 0; u < p.size(); ++u) {
    variance += count[u] * p[u].success * p[u].rest;
    trials += count[u];
  }
  NumberLaw law;
  law.half_width = static_cast<std::size_t>(12 * std::sqrt(variance)) + 30;
  auto& f = law.chance;
  f.assign(std::min(trials, ones + law.half_width) + 1, 0.0);
  f[0] = 1;
  std::size_t low = 0, high = 0;
  for (std::size_t u = 0; u < p.size(); ++u) {
    for (std::uint32_t t = 0; t < count[u]; ++t) {
      mean += p[u].success;
      high = std::min(high + 1, f.size() - 1);
      for (std::size_t k = high; k > low; --k) f[k] = f[k] * p[u].rest + f[k - 1] * p[u].success;
      f[low] *= p[u].rest;
      while (static_cast<double>(low + law.half_width) < mean) f[low++] = 0;
    }
  }
  return law;
}

// The chance of k successes among all trials but one.
double without_one(const NumberLaw& law, const Chances& p, std::size_t k) {
  const auto& f = law.chance;
  double g = 0;
  if (p.success <= 0.5) {
    std::size_t at = k > law.half_width ? k - law.half_width : 0;
    for (; at <= k; ++at) g = std::max(0.0, (f[at] - p.success * g) / p.rest);
    return g;
  }
  for (std::size_t at = std::min(k + law.half_width, f.size() - 1); at-- > k;) {
    g = std::max(0.0, (f[at + 1] - p.rest * g) / p.success);
  }
  return g;
}

// The same for every number: the law of all trials but one.
NumberLaw without(const NumberLaw& law, const Chances& p) {
  const auto& f = law.chance;
  NumberLaw result{std::vector<double>(f.size() - 1, 0.0), law.half_width};
  auto& g = result.chance;
  double last = 0;
  if (p.success <= 0.5) {
    for (std::size_t at = 0; at < g.size(); ++at) {
      g[at] = last = std::max(0.0, (f[at] - p.success * last) / p.rest);
    }
  } else {
    for (std::size_t at = g.size(); at-- > 0;) {
      g[at] = last = std::max(0.0, (f[at + 1] - p.rest * last) / p.success);
    }
  }
  return result;
}

std::vector<Chances> tilted(std::span<const double> odds, std::span<const std::uint32_t> count,
                            std::uint32_t ones, double& factor) {
  factor = tilt(odds, count, ones);
  std::vector<Chances> p;
  for (const double w : odds) p.push_back({factor * w / (1 + factor * w), 1 / (1 + factor * w)});
  return p;
}

}  // namespace

double tilt(std::span<const double> odds, std::span<const std::uint32_t> count, double ones) {
  const auto expected = [&](double log_factor, double& slope) {
    Sum sum, slopes;
    for (std::size_t u = 0; u < odds.size(); ++u) {
      const double x = odds[u] * std::exp(log_factor), p = x / (1 + x);
      sum += count[u] * p;
      slopes += count[u] * p / (1 + x);
    }
    slope = slopes.value();
    return sum.value();
  };
  double low = -1, high = 1, slope = 0;
  while (expected(low, slope) > ones) low *= 2;
  while (expected(high, slope) < ones) high *= 2;
  double at = (low + high) / 2;
  for (int step = 0; step < 200 && high - low > 1e-13 * std::max(1.0, std::abs(at)); ++step) {
    const double miss = ones - expected(at, slope);
    (miss > 0 ? low : high) = at;
    const double newton = at + miss / slope;
    if (std::abs(miss) < 1e-12 * std::max(1.0, ones)) break;
    at = newton > low && newton < high ? newton : (low + high) / 2;
  }
  return std::exp(at);
}

Inclusion inclusion(std::span<const double> odds, std::span<const std::uint32_t> count,
                    std::uint32_t ones) {
  const auto trials = std::accumulate(count.begin(), count.end(), std::uint64_t{0});
  ENTENTE_ASSERT(ones <= trials);
  if (ones == 0) return {std::vector<double>(odds.size(), 0.0), 0};
  Sum log_total;
  if (ones == trials) {
    for (std::size_t u = 0; u < odds.size(); ++u) log_total += count[u] * std::log(odds[u]);
    return {std::vector<double>(odds.size(), 1.0), log_total.value()};
  }
  double factor = 1;
  const auto p = tilted(odds, count, ones, factor);
  const NumberLaw law = number_law(p, count, ones);
  log_total += std::log(law.chance[ones]);
  log_total += -static_cast<double>(ones) * std::log(factor);
  std::vector<double> chance(odds.size(), 0.0);
  for (std::size_t u = 0; u < odds.size(); ++u) {
    if (count[u] == 0) continue;
    log_total += count[u] * std::log1p(factor * odds[u]);
    chance[u] = std::min(1.0, p[u].success * without_one(law, p[u], ones - 1) / law.chance[ones]);
  }
  return {std::move(chance), log_total.value()};
}

std::vector<double> covariances(std::span<const double> odds, std::span<const std::uint32_t> count,
                                std::uint32_t ones) {
  const std::size_t classes = odds.size();
  std::vector<double> result(classes * classes, 0.0);
  const auto trials = std::accumulate(count.begin(), count.end(), std::uint64_t{0});
  if (ones == 0 || ones == trials) return result;
  double factor = 1;
  const auto p = tilted(odds, count, ones, factor);
  const NumberLaw law = number_law(p, count, ones);
  const double total = law.chance[ones];
  std::vector<double> single(classes, 0.0), joint(classes * classes, 0.0);
  for (std::size_t u = 0; u < classes; ++u) {
    if (count[u] == 0) continue;
    const NumberLaw rest = without(law, p[u]);
    single[u] = p[u].success * rest.chance[ones - 1] / total;
    if (ones < 2) continue;
    for (std::size_t v = u; v < classes; ++v) {
      if (count[v] < (u == v ? 2U : 1U)) continue;
      const double both = p[u].success * p[v].success * without_one(rest, p[v], ones - 2) / total;
      joint[u * classes + v] = joint[v * classes + u] = both;
    }
  }
  for (std::size_t u = 0; u < classes; ++u) {
    for (std::size_t v = 0; v < classes; ++v) {
      const double n = count[u], m = u == v ? n - 1 : count[v];
      result[u * classes + v] = n * m * (joint[u * classes + v] - single[u] * single[v]);
    }
    result[u * classes + u] += count[u] * single[u] * (1 - single[u]);
  }
  return result;
}

}  // namespace entente::statistics
