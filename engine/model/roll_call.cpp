// SPDX-License-Identifier: Apache-2.0
#include "engine/model/roll_call.hpp"

namespace entente {

bool is_roll_call(const KnowledgeGraph& graph, NodeId item) {
  if (graph.kind(item) != "vote") return false;
  bool sponsored = false;
  for (const std::uint32_t at : graph.claims_of(item)) {
    const Claim& claim = graph.claims()[at];
    if (claim.object != item || claim.stance == no_stance) continue;
    const Aspect aspect = graph.schema().relation(graph.text(claim.verb))->aspect;
    if (aspect == Aspect::vote) return true;
    sponsored = sponsored || aspect == Aspect::support;
  }
  return !sponsored;
}

}  // namespace entente
