// SPDX-License-Identifier: Apache-2.0
// How two rows that are drawn on their own fill the units that both know: how many units one of
// them has alone, how many both have, and in how many of these their answers differ.
#pragma once

#include <cstdint>
#include <vector>

namespace entente::bipartite {

// The odds of one unit, for the first row and for the second, and the chance of equal answers where
// both have one (1: an item). Odds may be so large that a chance is 1 but for what rounding hides.
struct SharedUnit {
  double first = 0, second = 0, same = 1;
};

// What of the law will be asked for.
struct FillingRange {
  std::uint32_t most_doubles = 0;
  // Ones of both rows together.
  std::uint32_t least_ones = 0, most_ones = 0;
};

class PairFilling {
 public:
  PairFilling(std::vector<SharedUnit> units, const FillingRange& range);

  std::uint32_t most_doubles() const noexcept { return doubles_; }
  std::uint32_t most_differing(std::uint32_t doubles) const noexcept {
    return doubles < differing_ ? doubles : differing_;
  }
  // The chance of 0 .. singles units of one row, with so many of both of which so many differ:
  // right where singles + 2 doubles lies in the range.
  const double* by_singles(std::uint32_t doubles, std::uint32_t differing) const noexcept {
    return cells_.data() + place(doubles, differing);
  }
  std::uint32_t most_singles() const noexcept { return singles_; }

  // Operations, roughly, that such a law costs, and numbers that it keeps.
  static double cost(std::uint32_t items, std::uint32_t roll_calls, const FillingRange& range);
  static double cells(std::uint32_t items, std::uint32_t roll_calls, const FillingRange& range);

 private:
  void add(const SharedUnit& unit, std::uint32_t added, std::uint32_t to_come,
           std::uint32_t may_differ);
  std::size_t place(std::uint32_t doubles, std::uint32_t differing) const noexcept {
    return (begin_[doubles] + differing) * (std::size_t{singles_} + 1);
  }

  FillingRange range_;
  std::uint32_t singles_ = 0, doubles_ = 0, differing_ = 0;
  std::vector<std::size_t> begin_;  // by doubles
  std::vector<double> cells_, scratch_;
};

}  // namespace entente::bipartite
