// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/hop_graph.hpp"

#include <algorithm>
#include <numeric>

#include "engine/graph/neighbours.hpp"

namespace entente {

HopGraph::HopGraph(const View& view, PathDirection direction)
    : symmetric_(!view.directed()), old_name_(view.vertex_count()) {
  const bool along = direction == PathDirection::along;
  const Neighbours next(view, along ? Side::out : Side::in);
  std::iota(old_name_.begin(), old_name_.end(), 0U);
  std::stable_sort(old_name_.begin(), old_name_.end(),
                   [&](Vertex a, Vertex b) { return next.of(a).size() > next.of(b).size(); });
  std::vector<Vertex> new_name(old_name_.size());
  for (Vertex v = 0; v < new_name.size(); ++v) new_name[old_name_[v]] = v;
  next_ = renamed(next, new_name);
  if (!symmetric_) {
    previous_ = renamed(Neighbours(view, along ? Side::in : Side::out), new_name);
  }
}

HopGraph::Rows HopGraph::renamed(const Neighbours& rows,
                                 const std::vector<Vertex>& new_name) const {
  Rows result;
  for (const Vertex old : old_name_) {
    for (const Vertex u : rows.of(old)) result.target.push_back(new_name[u]);
    std::sort(result.target.begin() + static_cast<std::ptrdiff_t>(result.begin.back()),
              result.target.end());
    result.begin.push_back(result.target.size());
  }
  return result;
}

bool HopGraph::deep() const {
  std::vector<std::uint8_t> seen(vertex_count(), 0);
  std::vector<Vertex> level, below;
  if (vertex_count() > 0) level.push_back(0);
  for (int depth = 0; !level.empty(); ++depth) {
    if (depth > 100) return true;
    for (const Vertex v : level) {
      for (const Vertex u : next(v)) {
        if (seen[u] != 0) continue;
        seen[u] = 1;
        below.push_back(u);
      }
    }
    level.swap(below);
    below.clear();
  }
  return false;
}

}  // namespace entente
