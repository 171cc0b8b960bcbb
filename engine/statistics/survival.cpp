// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/survival.hpp"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cmath>
#include <limits>

#include "engine/base/sum.hpp"

namespace entente::statistics {
namespace {

// Of one day with events, by group.
struct RiskSet {
  std::int32_t day;
  std::span<const std::uint64_t> at_risk, events;
};

template <class Use>
void for_each_risk_set(std::span<const Spell> spells, std::uint32_t groups, const Use& use) {
  std::vector<Spell> by_first(spells.begin(), spells.end()), by_last = by_first;
  std::sort(by_first.begin(), by_first.end(),
            [](const Spell& a, const Spell& b) { return a.first < b.first; });
  std::sort(by_last.begin(), by_last.end(),
            [](const Spell& a, const Spell& b) { return a.last < b.last; });
  std::vector<std::uint64_t> at_risk(groups, 0), events(groups, 0);
  auto begins = by_first.begin();
  for (auto ends = by_last.begin(); ends != by_last.end();) {
    const std::int32_t day = ends->last;
    for (; begins != by_first.end() && begins->first <= day; ++begins) ++at_risk[begins->group];
    std::fill(events.begin(), events.end(), 0);
    bool any = false;
    const auto first_of_day = ends;
    for (; ends != by_last.end() && ends->last == day; ++ends) {
      events[ends->group] += ends->event ? 1 : 0;
      any |= ends->event;
    }
    if (any) use(RiskSet{day, at_risk, events});
    for (auto left = first_of_day; left != ends; ++left) --at_risk[left->group];
  }
}

// x' A^-1 x for a symmetric A without negative eigenvalues, over the part of it that has an
// inverse; the rank. Elimination with the largest pivot.
std::pair<double, std::uint32_t> quadratic_form(std::vector<std::vector<double>> a,
                                                std::vector<double> x) {
  double value = 0;
  std::uint32_t rank = 0;
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) largest = std::max(largest, a[i][i]);
  std::vector<std::uint8_t> done(a.size(), 0);
  for (std::size_t step = 0; step < a.size(); ++step) {
    std::size_t p = a.size();
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (done[i] == 0 && (p == a.size() || a[i][i] > a[p][p])) p = i;
    }
    constexpr double rounding = 1e-10;
    if (!(a[p][p] > rounding * largest)) break;
    done[p] = 1;
    ++rank;
    value += x[p] * x[p] / a[p][p];
    for (std::size_t i = 0; i < a.size(); ++i) {
      if (done[i] != 0) continue;
      const double factor = a[i][p] / a[p][p];
      x[i] -= factor * x[p];
      for (std::size_t j = 0; j < a.size(); ++j) a[i][j] -= factor * a[p][j];
    }
  }
  return {value, rank};
}

}  // namespace

std::vector<SurvivalStep> kaplan_meier(std::span<const Spell> spells) {
  std::vector<Spell> together(spells.begin(), spells.end());
  for (Spell& spell : together) spell.group = 0;
  std::vector<SurvivalStep> steps;
  double survival = 1;
  Sum variance;
  for_each_risk_set(together, 1, [&](const RiskSet& set) {
    const auto n = static_cast<double>(set.at_risk[0]), d = static_cast<double>(set.events[0]);
    survival *= (n - d) / n;
    double standard_error = std::numeric_limits<double>::quiet_NaN();
    if (n > d) variance += d / (n * (n - d));
    if (survival > 0) standard_error = survival * std::sqrt(variance.value());
    steps.push_back({set.day, set.at_risk[0], set.events[0], survival, standard_error});
  });
  return steps;
}

LogRank log_rank(std::span<const Spell> spells, std::uint32_t groups) {
  LogRank result{std::vector<double>(groups, 0), std::vector<double>(groups, 0), 0, 0, 1};
  std::vector<std::vector<double>> variance(groups, std::vector<double>(groups, 0));
  for_each_risk_set(spells, groups, [&](const RiskSet& set) {
    double n = 0, d = 0;
    for (std::uint32_t g = 0; g < groups; ++g) {
      n += static_cast<double>(set.at_risk[g]);
      d += static_cast<double>(set.events[g]);
    }
    const double spread = n > 1 ? d * (n - d) / (n - 1) : 0;
    for (std::uint32_t g = 0; g < groups; ++g) {
      const double share = static_cast<double>(set.at_risk[g]) / n;
      result.observed[g] += static_cast<double>(set.events[g]);
      result.expected[g] += d * share;
      for (std::uint32_t h = 0; h < groups; ++h) {
        const double other = static_cast<double>(set.at_risk[h]) / n;
        variance[g][h] += spread * share * ((g == h ? 1 : 0) - other);
      }
    }
  });
  std::vector<double> excess;
  for (std::uint32_t g = 0; g < groups; ++g) {
    excess.push_back(result.observed[g] - result.expected[g]);
  }
  const auto [statistic, rank] = quadratic_form(std::move(variance), std::move(excess));
  result.chi_square = statistic;
  result.degrees_of_freedom = rank;
  if (rank > 0) result.p_value = boost::math::gamma_q(rank / 2.0, statistic / 2);
  return result;
}

}  // namespace entente::statistics
