// SPDX-License-Identifier: Apache-2.0
// A data set, or a two-mode projection of it, as a graph file holds it: typed attribute columns.
//
// Flavour `claims`: one edge for each claim with all that is known of it. Flavour `gephi`: one edge
// for each relation (subject, verb, object), since Gephi merges the rest. Flavour `bare`: the same
// edges, and nothing about them, for those who only look at who is joined to what. Roll calls are
// one node, the answer is the edge's `sign`.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/model/property_graph.hpp"
#include "engine/projection/two_mode.hpp"

namespace entente {

enum class Flavour : std::uint8_t { claims, gephi, bare };

struct DataSetFile {
  PropertyGraph file;
  std::vector<NodeId> node;  // the data set's node of each
};

// Every node and claim that the projection looks at, in the data set's order: actors of its kinds
// and countries, its items, and all that stands around them. Without a day, whatever the time.
DataSetFile knowledge_file(const KnowledgeGraph& graph, Flavour flavour,
                           const Projection& projection = {});

// Of the same nodes, the claims that are edges of flavour `claims`, in the data set's order.
std::vector<ClaimId> shown_claims(const KnowledgeGraph& graph, const Projection& projection,
                                  const std::vector<NodeId>& nodes);

// Actors and items of a projection, one edge for each stance taken on the day. Nodes: actors, then
// items, in the order of the view, a roll call once.
DataSetFile two_mode_file(const KnowledgeGraph& graph, const TwoMode& two_mode);

// Adds what every file says of its nodes: label, kind, country, category, wikidata,
// website; and existed_from, existed_to where any is known to have begun or ended.
void add_node_columns(PropertyGraph& file, const KnowledgeGraph& graph,
                      const std::vector<NodeId>& nodes);

}  // namespace entente
