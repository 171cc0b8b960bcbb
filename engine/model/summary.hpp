// SPDX-License-Identifier: Apache-2.0
// What a data set holds and what it cannot tell, counted: the answer of `entente check`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/contradictions.hpp"
#include "engine/model/differing_values.hpp"
#include "engine/model/knowledge_graph.hpp"

namespace entente {

struct KindCount {
  std::string kind;
  Role role = Role::around;
  std::uint32_t nodes = 0;
};

// When what is claimed began.
struct DateCount {
  std::uint32_t known = 0;     // on a day
  std::uint32_t possible = 0;  // in a month, a year or an interval
  std::uint32_t unknown = 0;   // blank
};

struct RelationCount {
  std::string relation;
  Aspect aspect = Aspect::none;
  std::uint32_t relations = 0, claims = 0;
  DateCount dates;
};

struct StatusCount {
  std::uint32_t asserted = 0, retracted = 0, disputed = 0;
};

// Whose silence about an item means what.
struct KindCoverage {
  std::string actors;  // a kind, or the id of a single actor
  Coverage coverage = Coverage::named;
  DateSpan from, until;
};
struct ItemCoverage {
  NodeId item;
  std::uint32_t actors = 0;            // that took a stance on it
  std::uint32_t claims = 0;            // of a stance
  std::vector<KindCoverage> coverage;  // empty: silence means nothing
};

struct Summary {
  std::vector<KindCount> kinds;          // of which there are nodes; by role, then name
  std::vector<RelationCount> relations;  // of which there are claims; by name
  DateCount dates;                       // of all claims
  StatusCount status;
  std::vector<ItemCoverage> items;  // by id
  std::vector<Contradiction> contradictions;
  std::vector<DifferingValues> differing;  // values of the same time
  std::uint32_t overruled = 0;             // claims that another one rules over
  std::vector<NodeId> silent_nodes;        // that no claim names
  std::vector<SourceId> unused_sources;    // that no claim rests on
};

// O(claims log claims).
Summary summarize(const KnowledgeGraph& graph);

}  // namespace entente
