// SPDX-License-Identifier: Apache-2.0
// Adoption over time: how many supporters an item certainly and possibly had on each day on which
// either number changed. Where a list gives no dates the two drift apart, and that is the answer.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/projection/two_mode.hpp"

namespace entente {

struct Adoption {
  NodeId item{};
  Day day;
  std::uint32_t certain = 0, possible = 0;  // possible includes certain
};

// Of every item of the view but the roll calls, by item and day, up to the day of the view. Days
// before the first known bound of a date stand as the first bound.
std::vector<Adoption> adoption(const KnowledgeGraph& graph, const TwoMode& view);

}  // namespace entente
