// SPDX-License-Identifier: Apache-2.0
// Rows and columns that any model of the degrees must treat alike: the coarsest classes such that
// the rows of a class have one degree and know equally many columns of each class, and the columns
// likewise. Without a mask these are the distinct degrees.
//
// A column here is a unit: an item, or the two answers of a roll call together.
// Cost     O(actors x items) per round of refinement with a mask, O(actors + items) without.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/bipartite/incidence.hpp"

namespace entente::bipartite {

struct BicmClasses {
  struct Row {
    std::uint32_t degree = 0, count = 0;
  };
  struct Unit {
    std::uint32_t answers = 1;              // 2: a roll call, the more frequent answer first
    std::array<std::uint32_t, 2> degree{};  // by answer
    std::uint32_t count = 0;
  };
  std::vector<Row> rows;
  std::vector<Unit> units;
  std::vector<std::uint32_t> class_of_actor;
  std::vector<std::uint32_t> class_of_item;  // of the item's unit
  std::vector<std::uint8_t> answer_of_item;  // its place in the unit

  // Known units of class u in a row of class r, and rows of class r that know a unit of class u:
  // count(r) * units_known(r, u) == count(u) * rows_known(r, u).
  std::uint32_t units_known(std::size_t r, std::size_t u) const noexcept {
    return known.empty() ? units[u].count : known[r * units.size() + u];
  }
  std::uint32_t rows_known(std::size_t r, std::size_t u) const noexcept {
    return static_cast<std::uint32_t>(std::uint64_t{units_known(r, u)} * rows[r].count /
                                      units[u].count);
  }

  std::vector<std::uint32_t> known;  // units_known by row; empty: every cell is
};

BicmClasses bicm_classes(const Incidence& table);

}  // namespace entente::bipartite
