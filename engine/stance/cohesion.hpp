// SPDX-License-Identifier: Apache-2.0
// How united actors, or groups of them, are on each item: the tables of it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/options.hpp"
#include "engine/analysis/result.hpp"
#include "engine/base/expected.hpp"
#include "engine/stance/stance_table.hpp"

namespace entente::stance {

struct ActorGroups {
  std::vector<std::string> name;                       // sorted
  std::vector<std::optional<std::uint32_t>> of_actor;  // a position in name
};

// Actors that the file does not name are in no group; items in it are passed over (codes A334,
// A335).
Expected<ActorGroups> actor_groups(const View& view, const FileTable& table);

// The table "items": item, yes, abstain, no, rice, agreement_index.
void add_cohesion(const StanceTable& table, bool all_items, Outcome& outcome);

// The table "groups": group, item and the same columns; the table "cohesion": group, actors, items
// and the means of rice and agreement_index over the items on which they are defined.
void add_cohesion_of_groups(const StanceTable& table, bool all_items, const ActorGroups& groups,
                            Outcome& outcome);

}  // namespace entente::stance
