// SPDX-License-Identifier: Apache-2.0
// Those whom sources name as absent from an agreement: do they stand together, or are some of them
// inside the coalition of those who signed? And which roll calls divide them?
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/projection/two_mode.hpp"
#include "engine/study/coalitions.hpp"

namespace entente {

// What each side answered where the two sides' majorities differ.
struct DividingVote {
  NodeId vote{};
  Answer inside = Answer::yes, outside = Answer::yes;
  std::uint32_t inside_with = 0,
                inside_voted = 0;  // absentees inside, that gave that answer / voted
  std::uint32_t outside_with = 0, outside_voted = 0;
  std::uint32_t home_with = 0, home_voted = 0;  // of the signatories' coalition, as `inside`
};

struct NamedAbsentees {
  NodeId item{};
  std::uint32_t home = 0;  // the coalition where most signatories are
  std::uint32_t signatories = 0, signatories_in_home = 0;  // of the core
  std::uint32_t only_possible = 0;                         // of those signatures
  std::vector<NodeId> inside;                              // absentees in that coalition
  std::vector<NodeId> outside;                             // in another one
  std::vector<NodeId> unplaced;                            // fewer than two stances
  std::vector<DividingVote> votes;
};

// One entry for each agreement of which a source names an absentee (not-signed, declined) on the
// day, by `all`. The coalitions are of `core`, which need not hold the agreement itself.
std::vector<NamedAbsentees> named_absentees(const KnowledgeGraph& graph, const TwoMode& all,
                                            const TwoMode& core, const Coalitions& coalitions);

}  // namespace entente
