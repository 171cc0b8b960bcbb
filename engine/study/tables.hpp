// SPDX-License-Identifier: Apache-2.0
// The findings of a study as tables: what results.json holds and tables/*.csv show.
#pragma once

#include <vector>

#include "engine/study/study.hpp"

namespace entente {

// views, actors, agreements, principles, coalitions, coalition_members, outliers, brokers,
// backbone, absentees, timeline; each table's name is its file's.
std::vector<Table> study_tables(const KnowledgeGraph& graph, const Study& study);

// The view whose coalition an actor is shown with: its own (states, companies) where it is in one,
// else the view of all actors. A position in study.views.
std::size_t home_view(const KnowledgeGraph& graph, const Study& study, NodeId actor);

// Whether a view has coalitions beyond chance (p <= 0.05); where it has none, none are reported.
bool has_coalitions(const ViewStudy& view);

// The number of an actor's coalition in a view, from 1; 0: none. A leaf has the coalition of its
// item, and no confidence (NaN).
struct Membership {
  std::uint32_t coalition = 0;
  double confidence = 0;
};
Membership membership(const ViewStudy& view, NodeId actor);

}  // namespace entente
