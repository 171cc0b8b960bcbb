// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/strengths.hpp"

#include <algorithm>
#include <utility>

namespace entente::bipartite {

std::vector<double> strengths(const View& view, const Incidence& table) {
  std::vector<double> result;
  if (view.weight_role() != WeightRole::strength || !view.has_weights()) return result;
  std::vector<std::size_t> begin(table.actors() + 1, 0);
  for (std::uint32_t i = 0; i < table.actors(); ++i) begin[i + 1] = begin[i] + table.row_sum(i);
  result.assign(table.cells(), 0);
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const auto [actor, item] = std::minmax({view.source(e), view.target(e)});  // actors come first
    const auto row = table.row(actor);
    const auto at = std::lower_bound(row.begin(), row.end(), item - view.actor_count());
    result[begin[actor] + std::size_t(at - row.begin())] += view.strength(e);
  }
  return result;
}

}  // namespace entente::bipartite
