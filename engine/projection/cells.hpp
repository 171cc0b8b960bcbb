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
  std::vector<ClaimId> claims;  // that say what is read, the one that rules first
  // Where nothing is known although a claim that the projection leaves out takes a stance: it was
  // recorded later or is of another source (so the list has holes that the projection made), or it
  // holds only possibly or is disputed.
  bool left_out = false, possibly_left_out = false;
};

// Whether the projection looks at a claim: it stands on the day that the projection knows of, and
// its source is not left out.
bool looks_at(const KnowledgeGraph& graph, ClaimId claim, const Projection& projection);
// Whether the projection looks at a node: at actors by kind and country, at items by id, and at all
// that is neither.
bool looks_at(const KnowledgeGraph& graph, NodeId node, const Projection& projection);
// Whether the claim's source is left out.
bool is_without(const KnowledgeGraph& graph, const Claim& claim, const Projection& projection);

// `claims`: positions in graph.claims() of all claims with this subject and object.
//
// Of the claims that hold, certainly or possibly, the one that rules is found by the engine's
// policy (engine/model/ruling.hpp). On a resolution that was put to the vote the votes alone are
// stances: who sponsored it and did not vote has none. Where the projection asks for certain
// relations, sponsors among them, the vote rules and a sponsor that did not vote is in favour. An
// explicit `not-signed` takes no stance, so it contradicts nothing: it is weaker than a stance that
// certainly holds, and stronger than one that only possibly does, since it says that the interval
// of the undated list ends after it.
Reading read_pair(const KnowledgeGraph& graph, std::span<const std::uint32_t> claims,
                  const Projection& projection, Day day);

}  // namespace entente
