// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/attainable_p.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/sum.hpp"

namespace entente::statistics {
namespace {

// The last of a sorted range that does not exceed t, or null.
template <class T>
const T* last_up_to(const std::vector<T>& sorted, double t) {
  const auto after = std::upper_bound(sorted.begin(), sorted.end(), t,
                                      [](double value, const T& step) { return value < step.p; });
  return after == sorted.begin() ? nullptr : &*std::prev(after);
}

// A chance of 1, but for rounding.
bool sure(double chance) { return chance > 1 - 1e-12; }

}  // namespace

void AttainableP::add(std::span<const Attainable> values, std::uint64_t tests) {
  if (tests == 0) return;
  tests_ += tests;
  const auto n = static_cast<double>(tests);
  double chance = 0, odds = 0;
  for (const Attainable& value : values) {
    // Where F is 1 its odds have no bound; no level reaches them.
    const double next = sure(value.chance) ? 0 : value.chance / (1 - value.chance);
    steps_.push_back(
        {value.p, n * (value.chance - chance),
         sure(value.chance) ? std::numeric_limits<double>::infinity() : n * (next - odds)});
    chance = value.chance;
    odds = next;
    if (sure(value.chance)) break;
  }
  if (!values.empty()) smallest_.push_back({values.front().p, tests});
}

void AttainableP::finish() {
  std::stable_sort(steps_.begin(), steps_.end(),
                   [](const Step& a, const Step& b) { return a.p < b.p; });
  Sum chance, odds;
  bool unbounded = false;
  for (Step& step : steps_) {
    chance += step.chance;
    if (std::isinf(step.odds)) {
      unbounded = true;
    } else {
      odds += step.odds;
    }
    step.chance = chance.value();
    step.odds = unbounded ? std::numeric_limits<double>::infinity() : odds.value();
  }
  std::stable_sort(smallest_.begin(), smallest_.end(),
                   [](const Smallest& a, const Smallest& b) { return a.p < b.p; });
  std::uint64_t tests = 0;
  for (Smallest& s : smallest_) s.tests = tests += s.tests;
}

double AttainableP::expected(double t) const noexcept {
  const Step* step = last_up_to(steps_, t);
  return step == nullptr ? 0 : step->chance;
}

double AttainableP::expected_odds(double t) const noexcept {
  const Step* step = last_up_to(steps_, t);
  return step == nullptr ? 0 : step->odds;
}

std::uint64_t AttainableP::able(double t) const noexcept {
  const Smallest* smallest = last_up_to(smallest_, t);
  return smallest == nullptr ? 0 : smallest->tests;
}

std::uint64_t AttainableP::tarone(double level) const noexcept {
  // able(level / K) falls and K grows: the first K that is enough, by halving.
  std::uint64_t low = 1, high = std::max<std::uint64_t>(1, tests_);
  while (low < high) {
    const std::uint64_t middle = low + (high - low) / 2;
    if (able(level / static_cast<double>(middle)) <= middle) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return low;
}

}  // namespace entente::statistics
