// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/neighbours.hpp"

#include <algorithm>
#include <iterator>

namespace entente {

Neighbours::Neighbours(const View& view, Side side) {
  const std::uint32_t n = view.vertex_count();
  begin_.reserve(std::size_t{n} + 1);
  std::vector<Vertex> both;
  for (Vertex v = 0; v < n; ++v) {
    std::span<const Vertex> row = side == Side::in ? view.in(v) : view.out(v);
    if (side == Side::either && view.directed()) {
      both.clear();
      std::merge(row.begin(), row.end(), view.in(v).begin(), view.in(v).end(),
                 std::back_inserter(both));
      row = both;
    }
    for (const Vertex u : row) {
      if (u != v && (all_.size() == begin_.back() || all_.back() != u)) all_.push_back(u);
    }
    begin_.push_back(all_.size());
  }
}

}  // namespace entente
