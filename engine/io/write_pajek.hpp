// SPDX-License-Identifier: Apache-2.0
// Writes Pajek's .net: nodes by id, actors before items where there are two modes, and edges with
// their value and, as a label, their relation. And .clu: to which class each node belongs.
//
// Values: the weight; where edges have a sign, weight times sign, which is how Pajek holds signed
// networks. Places of nodes are brought into Pajek's square where they lie outside of it. Pajek
// knows nothing else of a node or an edge; what is left out is a note.
#pragma once

#include <string>
#include <string_view>

#include "engine/io/export_report.hpp"
#include "engine/io/sink.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

ExportReport write_pajek(const PropertyGraph& graph, const Sink& sink);

// The attribute of nodes that a partition beside the network shows: coalition, community, group,
// kind, mode or bipartite, the first that is there; null if none is.
const Attribute* partition_attribute(const PropertyGraph& graph);

// Classes from 1, in the order of their names; 0 where nothing is known. In the nodes' order in
// the network. What the numbers mean stands in comments at the top.
void write_pajek_partition(const PropertyGraph& graph, const Attribute& classes, const Sink& sink);

}  // namespace entente::io
