// SPDX-License-Identifier: Apache-2.0
// Where sources give different values for the same time: claims of a relation that has one value at
// a time (schema.json: `one_value`), with the same subject, verb and object, dated to the same
// month or better, that do not read alike. "51" and ">50" are kept apart: they may both be true,
// and which of them is, no source says.
//
// Retracted claims differ from nothing. Cost  O(claims log claims of one relation).
#pragma once

#include <vector>

#include "engine/model/knowledge_graph.hpp"

namespace entente {

struct DifferingValues {
  NodeId subject, object;
  std::vector<ClaimId> claims;  // two or more, by the beginning of their dates, then by id
};

// By subject, verb, object and time.
std::vector<DifferingValues> find_differing_values(const KnowledgeGraph& graph);

}  // namespace entente
