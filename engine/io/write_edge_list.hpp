// SPDX-License-Identifier: Apache-2.0
// Writes a graph as two CSV tables that read_edge_list() takes: edges (source,target, then id,
// weight, sign, time and the other attributes that there are) and nodes (id, then mode, kind, group
// and the others). Nodes by id, edges by their ends; numbers in their shortest exact form.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/io/sink.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

// Both give notes about what a table cannot hold.
Diagnostics write_edge_list(const PropertyGraph& graph, const Sink& sink);
Diagnostics write_node_list(const PropertyGraph& graph, const Sink& sink);

}  // namespace entente::io
