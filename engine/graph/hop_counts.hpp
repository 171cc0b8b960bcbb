// SPDX-License-Identifier: Apache-2.0
// Breadth-first searches from hundreds of sources at once: one bit a source.
//
// For each vertex and each number of hops, how many of the sources are that far: what closeness and
// harmonic centrality add up. A level either pushes the bits of the vertices that it just reached
// or, where those have a large part of all arcs, pulls bits into each vertex that lacks some. Cost:
// as many arc visits as one search where the sources' levels overlap, as many as all searches where
// they do not; 24 bytes a vertex and 64 sources. Method: Then et al. (2014), The more the merrier:
// efficient multi-source graph traversal, PVLDB 8, doi:10.14778/2735496.2735507.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <vector>

#include "engine/graph/hop_graph.hpp"

namespace entente {

template <std::size_t Words>
class HopCounts {
 public:
  static constexpr std::uint32_t batch = 64 * Words;

  explicit HopCounts(const HopGraph& graph)
      : graph_(&graph),
        seen_(graph.vertex_count()),
        fresh_(graph.vertex_count()),
        arriving_(graph.vertex_count()) {}

  // Searches from the sources [begin, end), at most `batch` of them. For each vertex v that a
  // source other than v reaches in `hops` steps calls visit(v, hops, sources), sources how many
  // they are.
  template <class Visit>
  void from(Vertex begin, Vertex end, Visit&& visit) {
    start(begin, end);
    for (std::uint32_t hops = 1; !frontier_.empty(); ++hops) {
      std::size_t arcs = 0;
      for (const Vertex v : frontier_) arcs += graph_->next(v).size();
      if (arcs > graph_->arc_count() / 8) {
        pull();
      } else {
        push();
      }
      advance([&](Vertex v, std::uint32_t sources) { visit(v, hops, sources); });
    }
    for (const Vertex v : touched_) seen_[v] = {};
    touched_.clear();
  }

 private:
  using Bits = std::array<std::uint64_t, Words>;

  void start(Vertex begin, Vertex end) {
    everyone_ = {};
    for (Vertex s = begin; s < end; ++s) {
      const std::size_t bit = s - begin;
      everyone_[bit / 64] |= std::uint64_t{1} << bit % 64;
      fresh_[s] = {};
      fresh_[s][bit / 64] = std::uint64_t{1} << bit % 64;
      seen_[s] = fresh_[s];
      touched_.push_back(s);
      frontier_.push_back(s);
    }
  }

  static bool any(const Bits& bits) {
    std::uint64_t all = 0;
    for (std::size_t w = 0; w < Words; ++w) all |= bits[w];
    return all != 0;
  }

  void push() {
    for (const Vertex v : frontier_) {
      for (const Vertex u : graph_->next(v)) {
        Bits lacking;
        for (std::size_t w = 0; w < Words; ++w) lacking[w] = fresh_[v][w] & ~seen_[u][w];
        if (!any(lacking)) continue;
        if (!any(arriving_[u])) reached_.push_back(u);
        for (std::size_t w = 0; w < Words; ++w) arriving_[u][w] |= lacking[w];
      }
    }
  }

  void pull() {
    for (Vertex u = 0; u < graph_->vertex_count(); ++u) {
      if (seen_[u] == everyone_) continue;
      Bits bits{};
      for (const Vertex v : graph_->previous(u)) {
        for (std::size_t w = 0; w < Words; ++w) bits[w] |= fresh_[v][w];
      }
      for (std::size_t w = 0; w < Words; ++w) bits[w] &= ~seen_[u][w];
      if (!any(bits)) continue;
      arriving_[u] = bits;
      reached_.push_back(u);
    }
  }

  template <class Visit>
  void advance(Visit&& visit) {
    for (const Vertex v : frontier_) fresh_[v] = {};
    for (const Vertex v : reached_) {
      if (!any(seen_[v])) touched_.push_back(v);
      std::uint32_t sources = 0;
      for (std::size_t w = 0; w < Words; ++w) {
        seen_[v][w] |= arriving_[v][w];
        sources += static_cast<std::uint32_t>(std::popcount(arriving_[v][w]));
      }
      fresh_[v] = arriving_[v];
      arriving_[v] = {};
      visit(v, sources);
    }
    frontier_.swap(reached_);
    reached_.clear();
  }

  const HopGraph* graph_;
  Bits everyone_{};
  std::vector<Bits> seen_, fresh_, arriving_;  // by vertex; fresh: reached in the last level
  std::vector<Vertex> frontier_, reached_, touched_;
};

}  // namespace entente
