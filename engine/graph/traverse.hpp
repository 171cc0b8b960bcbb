// SPDX-License-Identifier: Apache-2.0
// Shortest paths from one vertex: the kernel that closeness, harmonic and betweenness share.
//
// A PathGraph is a View as paths see it: without loops, of parallel edges the shortest, read along
// the edges or against them. Distances are hops, or sums of View::distance where weights are
// distances (all of them must be above 0: see first_bad_distance).
// Cost: O(n + m) a source by breadth-first search, O(m + n log n) by Dijkstra's algorithm.
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <vector>

#include "engine/graph/view.hpp"

namespace entente {

enum class PathDirection : std::uint8_t { along, against };
// Whether parallel edges of one length are one way to go or as many as they are.
enum class Parallels : std::uint8_t { one, each };

// Lengths tie when they agree to a relative 1e-12.
inline bool same_length(double a, double b) noexcept { return std::abs(a - b) <= 1e-12 * b; }

// The first edge whose distance is not a finite number above 0.
std::optional<std::uint32_t> first_bad_distance(const View& view);

class PathGraph {
 public:
  PathGraph(const View& view, PathDirection direction, Parallels parallels = Parallels::one);

  std::uint32_t vertex_count() const noexcept { return std::uint32_t(begin_.size() - 1); }
  bool weighted() const noexcept { return weighted_; }
  std::span<const Vertex> next(Vertex v) const noexcept {
    return {next_.data() + begin_[v], next_.data() + begin_[v + 1]};
  }
  // Arcs are numbered by vertex and then in the order of next(): that of next(v)[0].
  std::size_t first_arc(Vertex v) const noexcept { return begin_[v]; }
  std::size_t arc_count() const noexcept { return next_.size(); }
  // How many shortest parallel edges the arc stands for; 1 where they are one way to go.
  std::uint32_t copies(std::size_t arc) const noexcept {
    return copies_.empty() ? 1 : copies_[arc];
  }
  // Beside next(); empty rows where no edge has a length.
  std::span<const double> lengths(Vertex v) const noexcept {
    if (!weighted_) return {};
    return {length_.data() + begin_[v], length_.data() + begin_[v + 1]};
  }

 private:
  bool weighted_;
  std::vector<std::size_t> begin_{0};
  std::vector<Vertex> next_;
  std::vector<double> length_;
  std::vector<std::uint32_t> copies_;  // by arc; empty: 1
};

// The vertices that a search reached, nearest first (the source is the first), and how far they
// are. One object serves many searches; each clears only what the last one touched.
class Search {
 public:
  explicit Search(const PathGraph& graph);
  void from(Vertex source);

  static constexpr double unreached = std::numeric_limits<double>::infinity();
  std::span<const Vertex> reached() const noexcept { return order_; }
  double distance(Vertex v) const noexcept { return distance_[v]; }

 private:
  struct Entry {
    double distance;
    Vertex vertex;
  };
  void breadth_first();
  void dijkstra();

  const PathGraph* graph_;
  std::vector<Vertex> order_;
  std::vector<double> distance_;
  std::vector<std::uint8_t> settled_;  // Dijkstra only
  std::vector<Entry> heap_;
};

}  // namespace entente
