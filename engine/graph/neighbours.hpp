// SPDX-License-Identifier: Apache-2.0
// The neighbours of each vertex, ascending and each once, without the vertex itself: the simple
// graph under a View, as compact rows without keys or weights.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/graph/view.hpp"

namespace entente {

// Of an undirected View all three are the same.
enum class Side : std::uint8_t { out, in, either };

class Neighbours {
 public:
  Neighbours(const View& view, Side side);
  std::uint32_t vertex_count() const noexcept { return std::uint32_t(begin_.size() - 1); }
  std::span<const Vertex> of(Vertex v) const noexcept {
    return {all_.data() + begin_[v], all_.data() + begin_[v + 1]};
  }

 private:
  std::vector<std::size_t> begin_{0};
  std::vector<Vertex> all_;
};

}  // namespace entente
