// SPDX-License-Identifier: Apache-2.0
// Writes GraphML that Gephi, Gephi Lite, Cytoscape, yEd, networkx, igraph and graph-tool read
// without losing or changing anything that can be kept from them.
//
// Keys before the graph, the graph's data before the nodes, nodes before edges, both by id; ids and
// names that no reader changes; four types; no default, no document type, no absent value. The edge
// attribute `relation` also stands in label=, by which Gephi keeps parallel edges apart. The same
// graph gives the same bytes. Streams: beside the graph it needs its ids and 12 bytes an edge.
#pragma once

#include "engine/base/expected.hpp"
#include "engine/io/export_report.hpp"
#include "engine/io/sink.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

// Refused, before anything is written (E101): a weight that is not a number above 0 in 32 bits.
Expected<ExportReport> write_graphml(const PropertyGraph& graph, const Sink& sink);

}  // namespace entente::io
