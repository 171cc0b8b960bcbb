// SPDX-License-Identifier: Apache-2.0
// The lines of one side of a table (rows of actors, columns of items): which are alike, and what
// pairs of them have in common.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/bipartite/incidence.hpp"
#include "engine/bipartite/overlaps.hpp"

namespace entente::bipartite {

std::uint32_t line_count(const Incidence& table, Mode mode) noexcept;

// Lines of one kind have equal degrees (an item's other answer, too) and know the same cells, so
// every model of the degrees gives them the same chances, cell by cell. Numbered from 0.
struct LineKinds {
  std::vector<std::uint32_t> kind;   // by line
  std::vector<std::uint32_t> first;  // by kind: its first line
};
LineKinds line_kinds(const Incidence& table, Mode mode);

struct Overlap {
  std::uint32_t a = 0, b = 0, count = 0;  // a < b
};
// Pairs with something in common, by a, then b; with `all`, every pair but the two answers of one
// roll call.
// Cost     O(sum of the squared degrees of the other side), and of the pairs with `all`.
std::vector<Overlap> pair_overlaps(const Incidence& table, Mode mode, bool all = false);

// All pairs but the two answers of one roll call.
std::uint64_t pair_count(const Incidence& table, Mode mode) noexcept;

}  // namespace entente::bipartite
