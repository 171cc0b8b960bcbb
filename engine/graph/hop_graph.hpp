// SPDX-License-Identifier: Apache-2.0
// A View for searches that count hops: without loops, parallel edges or weights, and with the
// vertices renamed by falling degree, so that those met most often lie side by side in memory.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/graph/traverse.hpp"

namespace entente {

class HopGraph {
 public:
  HopGraph(const View& view, PathDirection direction);

  std::uint32_t vertex_count() const noexcept { return std::uint32_t(old_name_.size()); }
  std::size_t arc_count() const noexcept { return next_.target.size(); }
  // By new names, ascending: where an arc from v leads to, and where the arcs to v come from.
  std::span<const Vertex> next(Vertex v) const noexcept { return next_.of(v); }
  std::span<const Vertex> previous(Vertex v) const noexcept {
    return symmetric_ ? next_.of(v) : previous_.of(v);
  }
  // Arcs are numbered by vertex and then in the order of next(): that of next(v)[0].
  std::size_t first_arc(Vertex v) const noexcept { return next_.begin[v]; }
  Vertex old_name(Vertex v) const noexcept { return old_name_[v]; }
  // Whether a search from the vertex of most neighbours has over a hundred levels. Then sources
  // meet a vertex in different levels, and searching from many at once saves nothing.
  bool deep() const;
  // Values by new name, put back in the order of the View.
  template <class T>
  std::vector<T> by_old_name(const std::vector<T>& values) const {
    std::vector<T> result(values.size());
    for (std::size_t v = 0; v < values.size(); ++v) result[old_name_[v]] = values[v];
    return result;
  }

 private:
  struct Rows {
    std::vector<std::size_t> begin{0};
    std::vector<Vertex> target;
    std::span<const Vertex> of(Vertex v) const noexcept {
      return {target.data() + begin[v], target.data() + begin[v + 1]};
    }
  };
  Rows renamed(const class Neighbours& rows, const std::vector<Vertex>& new_name) const;

  bool symmetric_;
  std::vector<Vertex> old_name_;
  Rows next_, previous_;
};

}  // namespace entente
