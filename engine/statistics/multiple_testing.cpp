// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/multiple_testing.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "engine/base/assert.hpp"
#include "engine/base/sum.hpp"

namespace entente::statistics {
namespace {

constexpr std::array<std::string_view, 4> names{"bh", "by", "holm", "bonferroni"};

}  // namespace

std::vector<double> adjusted(std::span<const double> p, Adjustment adjustment,
                             std::uint64_t tests) {
  if (tests == 0) tests = p.size();
  ENTENTE_ASSERT(tests >= p.size());
  const auto n = static_cast<double>(tests);
  std::vector<double> q(p.size());
  if (adjustment == Adjustment::bonferroni) {
    std::transform(p.begin(), p.end(), q.begin(), [&](double x) { return std::min(1.0, n * x); });
    return q;
  }
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  if (adjustment == Adjustment::holm) {
    double largest = 0;
    for (std::size_t r = 0; r < order.size(); ++r) {
      largest = std::max(largest, std::min(1.0, (n - static_cast<double>(r)) * p[order[r]]));
      q[order[r]] = largest;
    }
    return q;
  }
  double factor = 1;
  if (adjustment == Adjustment::by) {
    Sum harmonic;
    for (std::uint64_t r = 1; r <= tests; ++r) harmonic += 1 / static_cast<double>(r);
    factor = harmonic.value();
  }
  double smallest = 1;  // the missing tests come last, with p = 1
  for (std::size_t r = order.size(); r-- > 0;) {
    smallest = std::min(smallest, factor * n * p[order[r]] / static_cast<double>(r + 1));
    q[order[r]] = smallest;
  }
  return q;
}

std::vector<std::string> adjustment_names() { return {names.begin(), names.end()}; }

Adjustment adjustment_named(std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  ENTENTE_ASSERT(at != names.end());
  return static_cast<Adjustment>(at - names.begin());
}

}  // namespace entente::statistics
