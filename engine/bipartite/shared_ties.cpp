// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/shared_ties.hpp"

#include <utility>

#include "engine/bipartite/projection.hpp"

namespace entente::bipartite {

Ties shared_ties(const Incidence& table, unsigned threads, std::stop_token stop) {
  const auto projected = project(table, {.threads = threads, .stop = std::move(stop)});
  std::vector<Ties::Tie> ties;
  for (const ProjectedEdge& edge : projected.edges) {
    const auto ways = static_cast<std::uint32_t>(edge.weight);
    ties.push_back({edge.source, edge.target, ways});
    ties.push_back({edge.target, edge.source, ways});
  }
  return Ties(table.actors(), std::move(ties));
}

}  // namespace entente::bipartite
