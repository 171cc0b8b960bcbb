// SPDX-License-Identifier: Apache-2.0
// What the claims say by themselves, as tables: stances by agreement, claims about principles,
// adoption over time.
#pragma once

#include "engine/analysis/result.hpp"
#include "engine/projection/two_mode.hpp"

namespace entente {

Table agreements_table(const KnowledgeGraph& graph, const TwoMode& view);
Table principles_table(const KnowledgeGraph& graph);
Table timeline_table(const KnowledgeGraph& graph, const TwoMode& view);

}  // namespace entente
