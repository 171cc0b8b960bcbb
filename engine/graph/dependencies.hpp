// SPDX-License-Identifier: Apache-2.0
// Dependencies of one source: for each v, the share of shortest paths from the source that pass
// through v, added over all targets.
//
//   delta(v) = sum over w behind v of sigma(v) / sigma(w) * (1 + delta(w))
//
// sigma(v) is the number of shortest paths to v, and w is behind v where the edge v-w lies on one.
// Real distances tie when they agree to a relative 1e-12. Path counts have an exponent of their own
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

 private:
  // value * 2^(512 shift), value in [0, 2^512).
  struct PathCount {
    double value = 0;
    std::int32_t shift = 0;
    void add(const PathCount& other) noexcept;
    double over(const PathCount& larger) const noexcept;  // this / larger
  };
  bool behind(Vertex v, Vertex w, double length) const noexcept;

  const PathGraph* graph_;
  Search search_;
  std::vector<PathCount> sigma_;
  std::vector<double> delta_;
  std::vector<std::uint32_t> rank_;  // by vertex: its place in search_.reached()
};

}  // namespace entente
