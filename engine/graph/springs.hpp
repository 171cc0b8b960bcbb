// SPDX-License-Identifier: Apache-2.0
// A graph as a layout sees it: springs between vertices that have masses. It falls into parts, and
// a coarser one keeps its shape.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/graph/view.hpp"

namespace entente {

struct Springs {
  std::vector<std::size_t> begin{0};
  std::vector<std::uint32_t> other;  // by vertex: the other ends
  std::vector<double> strength;      // beside other; empty: every one is 1
  std::vector<double> mass;          // by vertex
  std::vector<std::uint64_t> name;   // by vertex: a hash of its key

  std::uint32_t vertex_count() const noexcept { return std::uint32_t(mass.size()); }
  double strength_at(std::size_t k) const noexcept { return strength.empty() ? 1 : strength[k]; }
};

// Every edge pulls both of its ends, parallel ones each; loops and edges of sign 0 or -1 do not.
// The mass is 1 and the number of springs.
Springs springs(const View& view);

// Parts that no spring joins, the largest first, then by their first vertex; vertices ascend.
std::vector<std::vector<std::uint32_t>> parts(const Springs& whole);
// Vertices and springs of a part, in its order.
Springs part_of(const Springs& whole, const std::vector<std::uint32_t>& part);

// Neighbours become one: masses add up, and so do the springs between the same two. As push grows
// with both masses and pull with strength, the coarser graph comes to rest at about the same size.
struct Coarser {
  Springs springs;
  std::vector<std::uint32_t> place;  // by vertex: what it became part of
};
Coarser coarser(const Springs& fine);

}  // namespace entente
