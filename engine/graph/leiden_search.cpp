// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/leiden_search.hpp"

namespace entente {

PartitionSearch search(const Objective& objective, const Rng& rng, const RestartOptions& options) {
  const auto find = [&](Rng& draws) {
    return leiden(objective.graph, singletons(objective.graph.size()), draws,
                  {.stop = options.stop});
  };
  return search_again(rng, options, find,
                      [&](const Groups& groups) { return objective.value(groups); });
}

}  // namespace entente
