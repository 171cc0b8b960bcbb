// SPDX-License-Identifier: Apache-2.0
// One turn of a search for groups over all levels: vertices move between groups, each group is
// divided into parts, the parts become the vertices of the next level, until nothing grows.
#pragma once

#include <cstdint>
#include <stop_token>
#include <utility>

#include "engine/base/parallel.hpp"
#include "engine/graph/leiden.hpp"

namespace entente {

// move(level, groups) moves the vertices of a level, and is true where any moved; refine(level,
// groups) divides each group into parts. True where a vertex moved.
template <class Move, class Refine>
bool over_levels(const QualityGraph& graph, Groups& groups, const Move& move, const Refine& refine,
                 const std::stop_token& stop) {
  bool changed = false;
  Groups place = singletons(graph.size());  // by vertex: its vertex in the graph of the level
  Groups level_groups = groups;
  QualityGraph aggregated;
  const QualityGraph* level = &graph;
  for (;;) {
    if (stop.stop_requested()) throw Stopped{};
    changed = move(*level, level_groups) || changed;
    const std::uint32_t found = renumber(level_groups);
    if (found == level->size()) break;
    Groups part = refine(*level, std::as_const(level_groups));
    std::uint32_t parts = renumber(part);
    if (parts == level->size()) {  // nothing grew: merge whole groups
      part = level_groups;
      parts = found;
    }
    Groups group_of_part(parts);
    for (std::uint32_t v = 0; v < level->size(); ++v) group_of_part[part[v]] = level_groups[v];
    for (std::uint32_t& p : place) p = part[p];
    aggregated = aggregate(*level, part, parts);
    level = &aggregated;
    level_groups = std::move(group_of_part);
  }
  for (std::uint32_t v = 0; v < graph.size(); ++v) groups[v] = level_groups[place[v]];
  renumber(groups);
  return changed;
}

}  // namespace entente
