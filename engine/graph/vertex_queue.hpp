// SPDX-License-Identifier: Apache-2.0
// The vertices that wait to be looked at: each stands in it once at most, at first all of them, in
// random order.
#pragma once

#include <cstdint>
#include <numeric>
#include <vector>

#include "engine/base/random.hpp"

namespace entente {

inline std::vector<std::uint32_t> shuffled_vertices(std::uint32_t n, Rng& rng) {
  std::vector<std::uint32_t> order(n);
  std::iota(order.begin(), order.end(), 0U);
  rng.shuffle(order);
  return order;
}

class VertexQueue {
 public:
  VertexQueue(std::uint32_t n, Rng& rng)
      : ring_(shuffled_vertices(n, rng)), waits_(n, 1), waiting_(n) {}

  bool empty() const noexcept { return waiting_ == 0; }
  std::uint32_t pop() noexcept {
    const std::uint32_t v = ring_[first_];
    first_ = first_ + 1 == ring_.size() ? 0 : first_ + 1;
    --waiting_;
    waits_[v] = 0;
    return v;
  }
  // Where it waits already, it keeps its place.
  void push(std::uint32_t v) noexcept {
    if (waits_[v] != 0) return;
    waits_[v] = 1;
    const std::size_t at = first_ + waiting_;
    ring_[at >= ring_.size() ? at - ring_.size() : at] = v;
    ++waiting_;
  }

 private:
  std::vector<std::uint32_t> ring_;
  std::vector<std::uint8_t> waits_;
  std::size_t first_ = 0, waiting_;
};

}  // namespace entente
