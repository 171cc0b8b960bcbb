// SPDX-License-Identifier: Apache-2.0
// The three graphs that a study writes for Gephi: laid out, sized by the number of stances (items
// by their supporters) and coloured by coalition.
#pragma once

#include "engine/model/property_graph.hpp"
#include "engine/study/study.hpp"

namespace entente {

// All nodes that the study looks at, one edge for each relation, whatever the time.
PropertyGraph knowledge_graph_file(const KnowledgeGraph& graph, const Study& study);
// Where each node of a laid out file stands: node, x, y, size, r, g, b.
Table positions_table(const PropertyGraph& file);
// All actors and items of the study's day; a roll call is one node, its answer the edge's sign.
// Laid out by ForceAtlas2: who agrees stands together, and by what they agree on.
PropertyGraph two_mode_graph_file(const KnowledgeGraph& graph, const Study& study,
                                  const Context& context);
// The backbone among all actors with two stances or more, and the test that it passed. Where no
// pair passed, the nodes alone.
PropertyGraph actors_graph_file(const KnowledgeGraph& graph, const Study& study);

}  // namespace entente
