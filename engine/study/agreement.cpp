// SPDX-License-Identifier: Apache-2.0
#include "engine/study/agreement.hpp"

#include <map>

#include "engine/graph/partition_comparison.hpp"

namespace entente {

double agreement(const TwoMode& a, const std::vector<std::uint32_t>& groups_a, const TwoMode& b,
                 const std::vector<std::uint32_t>& groups_b) {
  std::map<NodeId, std::uint32_t> in_a;
  for (Vertex v = 0; v < a.view.actor_count(); ++v) in_a[a.node[v]] = groups_a[v];
  std::vector<std::uint32_t> of_a, of_b;
  for (Vertex v = 0; v < b.view.actor_count(); ++v) {
    const auto found = in_a.find(b.node[v]);
    if (found == in_a.end()) continue;
    of_a.push_back(found->second);
    of_b.push_back(groups_b[v]);
  }
  return adjusted_rand(contingency(of_a, of_b));
}

}  // namespace entente
