// SPDX-License-Identifier: Apache-2.0
// What the claims about one actor and one item say on a day: a stance, a known 0, or nothing. What
// nothing means, engine/model/silence.hpp says.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/model/knowledge_graph.hpp"
#include "engine/projection/projection.hpp"

namespace entente {

// Claims of the pair that hold on the day, by what they say.
struct Reading {
  Stance stance = no_stance;    // of the claim that rules
  bool known = false;           // a stance, or an explicit 0 (not signed)
  bool only_possible = false;   // every claim for it holds only on some reading of its dates
  bool invited = false;         // makes the actor eligible
  std::uint32_t overruled = 0;  // claims that say otherwise
  std::vector<ClaimId> claims;  // that say what is read
};

// `claims`: positions in graph.claims() of all claims with this subject and object.
//
// A claim for a stance that certainly holds beats one that only possibly does; then the latest
// recorded rules, then the smallest id. An explicit `not-signed` is weaker than a certain stance,
// and stronger than a merely possible one: the interval of an undated list ends after it.
Reading read_pair(const KnowledgeGraph& graph, std::span<const std::uint32_t> claims,
                  const Projection& projection, Day day);

}  // namespace entente
