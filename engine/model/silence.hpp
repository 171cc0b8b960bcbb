// SPDX-License-Identifier: Apache-2.0
// How the silence of an actor about an item reads on a day: it could have taken a stance and would
// have been seen (absent), would perhaps not have been seen (unknown), or could not (impossible).
//
// Impossible is who did not exist, and whose kind has no row of eligibility for an item that has
// rows, or rows that all begin later; an invitation makes it unknown. Rows for the single actor
// count instead of those for its kind. Absent needs a row of complete coverage that certainly holds
// on the day; a blank `from` holds since ever. An item without rows says nothing of anybody.
#pragma once

#include <cstdint>
#include <span>

#include "engine/model/knowledge_graph.hpp"

namespace entente {

enum class Silence : std::uint8_t { absent, unknown, impossible };

// Answers for all actors about one item. O(rows of the item) a question.
class SilenceOn {
 public:
  SilenceOn(const KnowledgeGraph& graph, NodeId item, Day day)
      : graph_(graph), rows_(graph.eligibility_of(item)), day_(day) {}

  Silence of(NodeId actor, bool invited = false) const;

 private:
  const KnowledgeGraph& graph_;
  std::span<const Eligibility> rows_;
  Day day_;
};

}  // namespace entente
