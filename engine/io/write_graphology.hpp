// SPDX-License-Identifier: Apache-2.0
// Writes the JSON that graphology imports and Gephi Lite opens: {"attributes", "options", "nodes",
// "edges"}, with lists as arrays and the colour of nodes as "#rrggbb". Nodes and edges by id.
#pragma once

#include "engine/io/export_report.hpp"
#include "engine/io/sink.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

ExportReport write_graphology(const PropertyGraph& graph, const Sink& sink);

}  // namespace entente::io
