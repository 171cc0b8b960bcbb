// SPDX-License-Identifier: Apache-2.0
// Whether a resolution was put to the vote. One that was adopted without has sponsors alone: it is
// an item that one supports or not, without a "no".
#pragma once

#include "engine/model/knowledge_graph.hpp"

namespace entente {

// Of kind `vote`, and some claim on it is a vote, or none takes a stance of another aspect.
// O(claims on the item).
bool is_roll_call(const KnowledgeGraph& graph, NodeId item);

}  // namespace entente
