// SPDX-License-Identifier: Apache-2.0
// A claim in one line: who says what of whom, when, and where that is said.
#pragma once

#include <string>

#include "engine/model/knowledge_graph.hpp"

namespace entente {

// "France endorsed Paris Call, [2018-11-12..2019-09-16]"
std::string claim_words(const KnowledgeGraph& graph, ClaimId claim);
// "List of supporters, france.md, recorded 2019-09-16"
std::string source_words(const KnowledgeGraph& graph, ClaimId claim);

}  // namespace entente
