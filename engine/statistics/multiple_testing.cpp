// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/multiple_testing.hpp"

#include <algorithm>
#include <array>
#include <numeric>

#include "engine/base/assert.hpp"
#include "engine/base/sum.hpp"

namespace entente::statistics {
namespace {

constexpr std::array<std::string_view, 7> names{"bh",     "by",    "holm", "bonferroni",
                                                "tarone", "heyse", "dbh"};
constexpr std::size_t plain = 4;

double harmonic(std::uint64_t n) {
  Sum sum;
  for (std::uint64_t r = 1; r <= n; ++r) sum += 1 / static_cast<double>(r);
  return sum.value();
}

// Adjusts p values in ascending order; `count` says how many tests have each. Tests that are not
// among them come last, with p = 1.
class Adjuster {
 public:
  Adjuster(Adjustment adjustment, std::uint64_t tests, const AttainableP& attainable, double level)
      : adjustment_(adjustment), tests_(static_cast<double>(tests)), attainable_(attainable) {
    if (adjustment == Adjustment::by) factor_ = harmonic(tests);
    if (adjustment != Adjustment::tarone) return;
    threshold_ = level / static_cast<double>(attainable.tarone(level));
    tests_ = static_cast<double>(attainable.able(threshold_));
  }

  bool able(double smallest) const { return smallest <= threshold_; }

  std::vector<double> operator()(std::span<const double> p,
                                 std::span<const std::uint64_t> count) const {
    std::vector<double> q(p.size());
    if (steps_down()) {
      double largest = 0;
      std::uint64_t before = 0;
      for (std::size_t at = 0; at < p.size(); ++at) {
        largest = std::max(largest, std::min(1.0, value(p[at], before + 1)));
        q[at] = largest;
        before += count[at];
      }
      return q;
    }
    std::uint64_t rank = std::accumulate(count.begin(), count.end(), std::uint64_t{0});
    double smallest = 1;
    for (std::size_t at = p.size(); at-- > 0;) {
      smallest = std::min(smallest, value(p[at], rank));
      q[at] = adjustment_ == Adjustment::bonferroni ? std::min(1.0, value(p[at], rank)) : smallest;
      rank -= count[at];
    }
    return q;
  }

 private:
  bool steps_down() const {
    return adjustment_ == Adjustment::holm || adjustment_ == Adjustment::dbh;
  }
  double value(double p, std::uint64_t rank) const {
    const auto r = static_cast<double>(rank);
    switch (adjustment_) {
      case Adjustment::holm:
        return (tests_ - r + 1) * p;
      case Adjustment::bonferroni:
        return tests_ * p;
      case Adjustment::heyse:
        return attainable_.expected(p) / r;
      case Adjustment::dbh:
        return attainable_.expected_odds(p) / r;
      case Adjustment::bh:
      case Adjustment::by:
      case Adjustment::tarone:
        break;
    }
    return factor_ * tests_ * p / r;
  }

  Adjustment adjustment_;
  double tests_, factor_ = 1, threshold_ = 1;
  const AttainableP& attainable_;
};

std::vector<double> in_order(std::span<const double> p, const Adjuster& adjuster) {
  std::vector<std::size_t> order(p.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  std::vector<double> sorted;
  for (const std::size_t at : order) sorted.push_back(p[at]);
  const auto q = adjuster(sorted, std::vector<std::uint64_t>(p.size(), 1));
  std::vector<double> result(p.size());
  for (std::size_t r = 0; r < order.size(); ++r) result[order[r]] = q[r];
  return result;
}

}  // namespace

bool needs_attainable(Adjustment adjustment) noexcept { return adjustment >= Adjustment::tarone; }

std::vector<double> adjusted(std::span<const double> p, Adjustment adjustment,
                             std::uint64_t tests) {
  ENTENTE_ASSERT(!needs_attainable(adjustment));
  if (tests == 0) tests = p.size();
  ENTENTE_ASSERT(tests >= p.size());
  return in_order(p, Adjuster(adjustment, tests, AttainableP(), 0));
}

std::vector<double> adjusted(std::span<const double> p, std::span<const double> smallest,
                             Adjustment adjustment, const AttainableP& attainable, double level) {
  ENTENTE_ASSERT(attainable.tests() >= p.size() && smallest.size() == p.size());
  const Adjuster adjuster(adjustment, attainable.tests(), attainable, level);
  if (adjustment != Adjustment::tarone) return in_order(p, adjuster);
  std::vector<double> able;
  for (std::size_t at = 0; at < p.size(); ++at) {
    if (adjuster.able(smallest[at])) able.push_back(p[at]);
  }
  const auto q_of_able = in_order(able, adjuster);
  std::vector<double> q(p.size(), 1);
  auto next = q_of_able.begin();
  for (std::size_t at = 0; at < p.size(); ++at) {
    if (adjuster.able(smallest[at])) q[at] = *next++;
  }
  return q;
}

std::uint64_t could_be_rejected(std::span<const SmallestP> smallest, Adjustment adjustment,
                                const AttainableP& attainable, double level) {
  std::vector<SmallestP> sorted(smallest.begin(), smallest.end());
  std::sort(sorted.begin(), sorted.end(),
            [](const SmallestP& a, const SmallestP& b) { return a.p < b.p; });
  const Adjuster adjuster(adjustment, attainable.tests(), attainable, level);
  std::vector<double> p;
  std::vector<std::uint64_t> count;
  for (const SmallestP& s : sorted) {
    if (!adjuster.able(s.p)) break;
    if (!p.empty() && p.back() == s.p) {
      count.back() += s.tests;
    } else {
      p.push_back(s.p);
      count.push_back(s.tests);
    }
  }
  const auto q = adjuster(p, count);
  std::uint64_t rejected = 0;
  for (std::size_t at = 0; at < q.size(); ++at) rejected += q[at] <= level ? count[at] : 0;
  return rejected;
}

std::vector<std::string> adjustment_names() { return {names.begin(), names.begin() + plain}; }
std::vector<std::string> discrete_adjustment_names() { return {names.begin(), names.end()}; }

Adjustment adjustment_named(std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  ENTENTE_ASSERT(at != names.end());
  return static_cast<Adjustment>(at - names.begin());
}

}  // namespace entente::statistics
