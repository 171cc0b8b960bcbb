// SPDX-License-Identifier: Apache-2.0
#include "engine/study/timeline.hpp"

#include <algorithm>
#include <map>

namespace entente {

std::vector<Adoption> adoption(const KnowledgeGraph& graph, const TwoMode& view) {
  struct Change {
    std::int32_t certain = 0, possible = 0;
  };
  std::map<NodeId, std::map<Day, Change>> changes;
  for (const Stand& stand : view.stands) {
    if (stand.stance != 1 || graph.kind(stand.item) == "vote") continue;
    DateSpan joined = graph.claim(view.claims[stand.first_claim]).from;
    for (std::uint32_t c = stand.first_claim; c < stand.last_claim; ++c) {
      const DateSpan from = graph.claim(view.claims[c]).from;
      joined.first = std::min(joined.first, from.first);
      joined.last = std::min(joined.last, from.last);  // any one claim proves it
    }
    auto& days = changes[stand.item];
    if (joined.last != after_all) ++days[joined.last].certain;
    ++days[joined.first == before_all ? joined.last : joined.first].possible;
  }
  std::vector<Adoption> result;
  for (const auto& [item, days] : changes) {
    Adoption now{item, before_all, 0, 0};
    for (const auto& [day, change] : days) {
      if (day > view.day) break;  // possible by then, not before
      now.day = day;
      now.certain += static_cast<std::uint32_t>(change.certain);
      now.possible += static_cast<std::uint32_t>(change.possible);
      result.push_back(now);
    }
  }
  return result;
}

}  // namespace entente
