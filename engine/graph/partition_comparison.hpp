// SPDX-License-Identifier: Apache-2.0
// How alike two partitions of the same vertices are.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/graph/grouping.hpp"

namespace entente {

// How many vertices each pair of groups shares. Vertices without a group in either are left out.
struct Contingency {
  struct Cell {
    std::uint32_t a = 0, b = 0;
    std::int64_t count = 0;
  };
  std::vector<Cell> cells;         // by a, then b
  std::vector<std::int64_t> a, b;  // sizes, by group; 0 for a number without vertices
  std::int64_t vertices = 0;

  // Equal up to the names of their groups.
  bool equal() const;
};
Contingency contingency(std::span<const std::uint32_t> a, std::span<const std::uint32_t> b);

// In nats. `sizes` add up to `vertices`.
double entropy(std::span<const std::int64_t> sizes, std::int64_t vertices);
double mutual_information(const Contingency& table);
// H_a + H_b - 2 I. Meila (2007), doi:10.1016/j.jmva.2006.11.013
double variation_of_information(const Contingency& table);
// Hubert and Arabie (1985), doi:10.1007/BF01908075; 1 for equal partitions.
double adjusted_rand(const Contingency& table);

}  // namespace entente
