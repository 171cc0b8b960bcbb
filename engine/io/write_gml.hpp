// SPDX-License-Identifier: Apache-2.0
// Writes GML as igraph, networkx and older programs read it: numbers as ids, with the node's own id
// as `name` and what it is called as `label`; ASCII, where other characters are numbers (&#233;).
// Nodes by id, edges by id or their ends; places, sizes and colours in `graphics`.
#pragma once

#include "engine/io/export_report.hpp"
#include "engine/io/sink.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

ExportReport write_gml(const PropertyGraph& graph, const Sink& sink);

}  // namespace entente::io
