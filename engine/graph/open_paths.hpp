// SPDX-License-Identifier: Apache-2.0
// Paths i -> j -> k whose ends are not joined (no i -> k), around each middle node j.
//
// Ties have a multiplicity, the number of ways from one end to the other; a path counts as often as
// its two ties allow.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/graph/neighbours.hpp"

namespace entente {

// Directed ties without loops, each pair once; rows ascending.
class Ties {
 public:
  struct End {
    Vertex node = 0;
    std::uint32_t ways = 1;
    bool operator==(const End&) const = default;
  };
  struct Tie {
    Vertex source, target;
    std::uint32_t ways;
  };
  // An undirected tie is two. Loops are left out.
  Ties(std::uint32_t nodes, std::vector<Tie> ties);

  std::uint32_t node_count() const noexcept { return std::uint32_t(out_begin_.size() - 1); }
  std::span<const End> out(Vertex v) const noexcept { return row(out_begin_, out_, v); }
  std::span<const End> in(Vertex v) const noexcept { return row(in_begin_, in_, v); }

 private:
  static std::span<const End> row(const std::vector<std::size_t>& begin,
                                  const std::vector<End>& ends, Vertex v) noexcept {
    return {ends.data() + begin[v], ends.data() + begin[v + 1]};
  }
  std::vector<std::size_t> out_begin_, in_begin_;
  std::vector<End> out_, in_;
};

// The ties of a one-mode View: its edges, parallel ones once, undirected ones in both directions;
// of a directed one also with `either` from both ends.
Ties ties_of(const View& view, Side side = Side::out);

// One object serves many middles; each thread needs its own.
class OpenPaths {
 public:
  explicit OpenPaths(const Ties& ties)
      : ties_(&ties),
        ways_in_(ties.node_count(), 0),
        ways_out_(ties.node_count(), 0),
        follows_(ties.node_count(), 0),
        precedes_(ties.node_count(), 0) {}

  struct Path {
    Vertex first, last;
    std::uint64_t ways;       // of this path
    std::uint64_t ways_back;  // of last -> middle -> first where that is open, too; else 0
  };
  // use(Path) for each, by first end and then last. Only ends whose `counts` is 1 are looked at.
  // Cost: for each first end, its ties and those of the middle.
  template <class Use>
  void around(Vertex middle, std::span<const std::uint8_t> counts, const Use& use) {
    for (const Ties::End& end : ties_->in(middle)) ways_in_[end.node] = end.ways;
    for (const Ties::End& end : ties_->out(middle)) ways_out_[end.node] = end.ways;
    for (const Ties::End& first : ties_->in(middle)) {
      if (counts[first.node] == 0) continue;
      ++step_;
      for (const Ties::End& end : ties_->out(first.node)) follows_[end.node] = step_;
      for (const Ties::End& end : ties_->in(first.node)) precedes_[end.node] = step_;
      for (const Ties::End& last : ties_->out(middle)) {
        const Vertex k = last.node;
        if (k == first.node || counts[k] == 0 || follows_[k] == step_) continue;
        const std::uint64_t back =
            precedes_[k] == step_ ? 0 : std::uint64_t{ways_in_[k]} * ways_out_[first.node];
        use(Path{first.node, k, std::uint64_t{first.ways} * last.ways, back});
      }
    }
    for (const Ties::End& end : ties_->in(middle)) ways_in_[end.node] = 0;
    for (const Ties::End& end : ties_->out(middle)) ways_out_[end.node] = 0;
  }

 private:
  const Ties* ties_;
  std::vector<std::uint32_t> ways_in_, ways_out_;  // to and from the middle
  std::uint64_t step_ = 0;
  std::vector<std::uint64_t> follows_, precedes_;  // the last first end with that neighbour
};

}  // namespace entente
