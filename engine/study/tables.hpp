// SPDX-License-Identifier: Apache-2.0
// The findings of a study as tables: what results.json holds and tables/*.csv show.
#pragma once

#include <vector>

#include "engine/study/study.hpp"

namespace entente {

// views, actors, stances, agreements, principles, coalitions, coalition_members, outliers, brokers,
// backbone, absentees, timeline; each table's name is its file's.
std::vector<Table> study_tables(const KnowledgeGraph& graph, const Study& study);

}  // namespace entente
