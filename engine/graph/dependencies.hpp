// SPDX-License-Identifier: Apache-2.0
// Dependencies of one source: for each v, the share of shortest paths from the source that pass
// through v, added over all targets.
//
//   delta(v) = sum over w behind v of sigma(v) / sigma(w) * (1 + delta(w))
//
// sigma(v) is the number of shortest paths to v, and w is behind v where the edge v-w lies on one;
// parallel edges that the graph counts are as many paths.
// Real distances tie by same_length(). Path counts have an exponent of their own
// and do not overflow.
// Method: Brandes (2001), doi:10.1080/0022250X.2001.9990249. Cost: O(n + m) after the search.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/graph/traverse.hpp"

namespace entente {

class Dependencies {
 public:
  explicit Dependencies(const PathGraph& graph);
  // Searches from the source; delta(v) then holds for every vertex that search() reached.
  void from(Vertex source);

  const Search& search() const noexcept { return search_; }
  double delta(Vertex v) const noexcept { return delta_[v]; }
  // Calls visit(arc, share) for each arc of the graph that lies on a shortest path from the source:
  // the share of shortest paths that take it, added over all targets.
  template <class Visit>
  void for_each_arc(Visit&& visit) const {
    for (const Vertex v : search_.reached()) {
      for_each_behind(v, [&](Vertex w, std::size_t arc) { visit(arc, passing(v, w, arc)); });
    }
  }

 private:
  // value * 2^(512 shift), value in [0, 2^512).
  struct PathCount {
    double value = 0;
    std::int32_t shift = 0;
    void add(const PathCount& other, std::uint32_t copies) noexcept;
    double over(const PathCount& larger) const noexcept;  // this / larger
  };
  bool behind(Vertex v, Vertex w, double length) const noexcept;
  // What the arc from v to w, which is behind v, adds to delta(v).
  double passing(Vertex v, Vertex w, std::size_t arc) const noexcept {
    return graph_->copies(arc) * sigma_[v].over(sigma_[w]) * (1 + delta_[w]);
  }
  template <class Act>
  void for_each_behind(Vertex v, Act&& act) const {
    const auto next = graph_->next(v);
    const auto lengths = graph_->lengths(v);
    for (std::size_t k = 0; k < next.size(); ++k) {
      if (behind(v, next[k], lengths.empty() ? 1.0 : lengths[k])) {
        act(next[k], graph_->first_arc(v) + k);
      }
    }
  }

  const PathGraph* graph_;
  Search search_;
  std::vector<PathCount> sigma_;
  std::vector<double> delta_;
  std::vector<std::uint32_t> rank_;  // by vertex: its place in search_.reached()
};

}  // namespace entente
