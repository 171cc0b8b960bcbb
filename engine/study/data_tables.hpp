// SPDX-License-Identifier: Apache-2.0
// What the claims say by themselves, as tables: stances one by one and by agreement, claims about
// principles, adoption over time.
#pragma once

#include "engine/analysis/result.hpp"
#include "engine/projection/two_mode.hpp"

namespace entente {

// Who took which stance on what, on which claims.
Table stances_table(const KnowledgeGraph& graph, const TwoMode& view);
Table agreements_table(const KnowledgeGraph& graph, const TwoMode& view);
Table principles_table(const KnowledgeGraph& graph);
Table timeline_table(const KnowledgeGraph& graph, const TwoMode& view);

}  // namespace entente
