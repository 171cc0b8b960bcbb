// SPDX-License-Identifier: Apache-2.0
// Where sources disagree: claims with the same subject, object and aspect that overlap in time and
// take different stances. Signed and ratified agree; endorsed and criticised are two aspects.
//
// Retracted claims contradict nothing. Which claim rules, engine/model/ruling.hpp says.
// Cost  O(claims log claims of one subject).
#pragma once

#include <vector>

#include "engine/model/knowledge_graph.hpp"

namespace entente {

struct Contradiction {
  NodeId subject, object;
  Aspect aspect;
  std::vector<ClaimId> claims;  // all that disagree with another one; the ruling one first
};

// By subject, then object, then aspect.
std::vector<Contradiction> find_contradictions(const KnowledgeGraph& graph);

// Whether there may be a day on which both hold.
bool may_overlap(const Claim& a, const Claim& b) noexcept;

}  // namespace entente
