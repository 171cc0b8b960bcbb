// SPDX-License-Identifier: Apache-2.0
// Writes node-link JSON, as networkx and D3 read it: {"directed", "multigraph", "graph", "nodes",
// "links"}. Ids are texts; absent values are left out. Nodes by id, links by their ends.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/io/sink.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

// Notes about numbers that JSON cannot hold (E203) and names that it uses itself (E205).
Diagnostics write_node_link(const PropertyGraph& graph, const Sink& sink);

}  // namespace entente::io
