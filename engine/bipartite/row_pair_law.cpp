// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/row_pair_law.hpp"

#include <algorithm>

namespace entente::bipartite {
namespace {

struct Bounds {
  std::uint32_t least = 0, most = 0;  // least > most: none
};

// The doubles that can still lead into the range, with so many units added and so many to come.
Bounds doubles_within(const FillingRange& range, std::uint32_t added, std::uint32_t to_come) {
  const std::uint32_t reach = 2 * to_come + added;
  return {range.least_ones > reach ? range.least_ones - reach : 0,
          std::min({added, range.most_doubles, range.most_ones / 2})};
}

// The singles, given the doubles.
Bounds singles_within(const FillingRange& range, std::uint32_t added, std::uint32_t to_come,
                      std::uint32_t doubles) {
  const std::uint32_t reach = 2 * to_come + 2 * doubles;
  return {range.least_ones > reach ? range.least_ones - reach : 0,
          std::min(added - doubles, range.most_ones - 2 * doubles)};
}

}  // namespace

PairFilling::PairFilling(std::vector<SharedUnit> units, const FillingRange& range) : range_(range) {
  // Items first: while there are none but items, no answers differ.
  std::stable_partition(units.begin(), units.end(),
                        [](const SharedUnit& unit) { return unit.same >= 1; });
  const auto count = static_cast<std::uint32_t>(units.size());
  const auto roll_calls = static_cast<std::uint32_t>(
      std::count_if(units.begin(), units.end(), [](const auto& unit) { return unit.same < 1; }));
  singles_ = std::min(count, range.most_ones);
  doubles_ = std::min({count, range.most_doubles, range.most_ones / 2});
  differing_ = std::min(doubles_, roll_calls);
  std::size_t rows = 0;
  for (std::uint32_t r = 0; r <= doubles_; ++r) {
    begin_.push_back(rows);
    rows += std::size_t{most_differing(r)} + 1;
  }
  cells_.assign(rows * (std::size_t{singles_} + 1), 0.0);
  scratch_.assign(std::size_t{singles_} + 2, 0.0);
  cells_[0] = 1;
  for (std::uint32_t t = 0; t < count; ++t) {
    const std::uint32_t items = count - roll_calls;
    add(units[t], t + 1, count - t - 1, t < items ? 0 : t + 1 - items);
  }
}

void PairFilling::add(const SharedUnit& unit, std::uint32_t added, std::uint32_t to_come,
                      std::uint32_t may_differ) {
  const double none = 1 / ((1 + unit.first) * (1 + unit.second));
  const double one = (unit.first + unit.second) * none;
  const double same = unit.first * unit.second * none * unit.same;
  const double other = unit.first * unit.second * none * (1 - unit.same);
  const Bounds doubles = doubles_within(range_, added, to_come);
  for (std::uint32_t r = doubles.most + 1; r-- > doubles.least;) {
    const Bounds singles = singles_within(range_, added, to_come, r);
    if (singles.least > singles.most) continue;
    for (std::uint32_t d = std::min(most_differing(r), may_differ) + 1; d-- > 0;) {
      double* to = cells_.data() + place(r, d);
      // old[m] and old[m - 1]: a 0 stands before the first.
      double* old = scratch_.data() + 1;
      const std::uint32_t from = singles.least > 0 ? singles.least - 1 : 0;
      std::copy(to + from, to + singles.most + 1, old + from);
      const double* with =
          r > 0 && d <= most_differing(r - 1) ? cells_.data() + place(r - 1, d) : nullptr;
      const double* against = r > 0 && d > 0 ? cells_.data() + place(r - 1, d - 1) : nullptr;
      for (std::uint32_t m = singles.least; m <= singles.most; ++m) {
        to[m] = none * old[m] + one * old[std::ptrdiff_t{m} - 1];
      }
      if (with != nullptr) {
        for (std::uint32_t m = singles.least; m <= singles.most; ++m) to[m] += same * with[m];
      }
      if (against != nullptr) {
        for (std::uint32_t m = singles.least; m <= singles.most; ++m) to[m] += other * against[m];
      }
    }
  }
}

double PairFilling::cost(std::uint32_t items, std::uint32_t roll_calls, const FillingRange& range) {
  double sum = 0;
  const std::uint32_t count = items + roll_calls;
  const std::uint32_t stride = std::max(1U, count / 64);  // a sample of the units is enough
  for (std::uint32_t t = 0; t < count; t += stride) {
    const Bounds doubles = doubles_within(range, t + 1, count - t - 1);
    for (std::uint32_t r = doubles.least; r <= doubles.most; ++r) {
      const Bounds singles = singles_within(range, t + 1, count - t - 1, r);
      if (singles.least > singles.most) continue;
      const std::uint32_t differing = t < items ? 0 : std::min(r, t + 1 - items);
      sum += (singles.most - singles.least + 1.0) * (differing + 1.0) * stride;
    }
  }
  return sum;
}

double PairFilling::cells(std::uint32_t items, std::uint32_t roll_calls,
                          const FillingRange& range) {
  const double doubles = std::min({items + roll_calls, range.most_doubles, range.most_ones / 2});
  const double differing = std::min(doubles, double{1} * roll_calls);
  return (std::min(items + roll_calls, range.most_ones) + 1.0) * (doubles + 1) * (differing + 1);
}

}  // namespace entente::bipartite
