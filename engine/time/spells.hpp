// SPDX-License-Identifier: Apache-2.0
// Who waited how long before taking an item up: the two-mode View of one item as spells.
//
// The clock of an item starts when it came into being, or else with the first day on which someone
// may have taken it up. An actor joins the clock when it came into being, leaves it when it ceases
// to be, takes the item up, or the observation ends. A day of which only bounds are known is read
// in two ways: as early as possible, and as late as possible.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/analysis/node_groups.hpp"
#include "engine/graph/view.hpp"
#include "engine/statistics/survival.hpp"

namespace entente::time {

enum class Reading : std::uint8_t { earliest, latest };

struct Adopter {
  Vertex actor = 0;
  DayRange day;  // the earliest, where edges are parallel
};

struct ItemHistory {
  Vertex item = 0;
  std::vector<Adopter> adopters;  // not certainly after the observation
  bool opened_is_known = false;   // false: no day is known at all, and `opened` says nothing
  std::int32_t opened = 0;
  // Actors who may have been there by then, without adopters: seen not to adopt; not seen.
  std::vector<Vertex> waiting, unseen;
  std::uint64_t impossible = 0;  // cells
};

std::vector<ItemHistory> item_histories(const View& view, std::int32_t observed);

// Spells of the groups whose every cell could be seen: where some could not, those that adopted
// would be counted and others not. Spells carry the group of the actor.
struct ItemSpells {
  std::vector<statistics::Spell> spells;
  std::vector<std::uint32_t> seen_groups, unseen_groups;  // ascending, of those that could adopt
};
ItemSpells item_spells(const View& view, const ItemHistory& history, const NodeGroups& groups,
                       std::int32_t observed, Reading reading);

}  // namespace entente::time
