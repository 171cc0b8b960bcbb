// SPDX-License-Identifier: Apache-2.0
#include "engine/study/agreement.hpp"

#include <vector>

#include "engine/graph/partition_comparison.hpp"

namespace entente {

Division division_of(const TwoMode& core, const Coalitions& coalitions) {
  Division division;
  for (Vertex v = 0; v < core.view.actor_count(); ++v)
    division[core.node[v]] = coalitions.of_actor[v];
  return division;
}

std::optional<double> agreement(const Division& a, const Division& b) {
  std::vector<std::uint32_t> in_a, in_b;
  for (const auto& [node, group] : a) {
    const auto other = b.find(node);
    if (other == b.end()) continue;
    in_a.push_back(group);
    in_b.push_back(other->second);
  }
  if (in_a.empty()) return std::nullopt;
  return adjusted_rand(contingency(in_a, in_b));
}

}  // namespace entente
