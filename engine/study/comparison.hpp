// SPDX-License-Identifier: Apache-2.0
// Two days of a data set side by side: stances, what was learned, and coalitions.
#pragma once

#include <vector>

#include "engine/analysis/result.hpp"
#include "engine/study/changes.hpp"
#include "engine/study/group_changes.hpp"

namespace entente {

struct Comparison {
  StanceChanges stances;
  std::string group_view;  // among whom the groups are: states, or the kinds that were asked for
  ViewGroups before, after;
  GroupChanges groups;
};

// `projection` without its day. Groups are those of states where the projection names no kind
// and there are any, else of the kinds that it looks at.
Comparison compare_days(const KnowledgeGraph& graph, const Projection& projection, Day from, Day to,
                        const Context& context);

// changes, items, learned, roll_calls, recorded, groups, flows, movers
std::vector<Table> comparison_tables(const KnowledgeGraph& graph, const Comparison& comparison);

// groups, flows, movers of any two graphs; `before` and `after` say which is which
std::vector<Table> group_tables(const ViewGroups& before, const ViewGroups& after,
                                const GroupChanges& changes);

}  // namespace entente
