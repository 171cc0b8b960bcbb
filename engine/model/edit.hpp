// SPDX-License-Identifier: Apache-2.0
// A data set as it would be without some nodes, or with claims that nobody made: the answer to
// "what if". The data set itself is never touched.
#pragma once

#include <string>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/model/knowledge_graph.hpp"

namespace entente {

// "A signed B"; `value` says what a vote was.
struct MadeUpClaim {
  NodeId subject{}, object{};
  std::string verb{}, value{};
};

struct Edit {
  std::vector<NodeId> removed{};     // with all claims and rows that name them
  std::vector<MadeUpClaim> added{};  // of the source `what-if`; they rule over those of the sources
  Day from{}, recorded{};            // of the claims that are added
};

// The edited copy, or what is wrong with the claims that are added (codes of the builder).
// O(claims log claims).
Expected<KnowledgeGraph> edited(const KnowledgeGraph& graph, const Edit& edit);

}  // namespace entente
