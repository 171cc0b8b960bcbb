// SPDX-License-Identifier: Apache-2.0
// Writes GEXF 1.3 that Gephi, Gephi Lite and networkx read without loss: time, lists, flags, kinds
// of edges, positions, sizes and colours.
//
// One block of attributes for each class, ids as in GraphML, one direction for the file, no
// defaults. The edge attribute `relation` also stands in kind=, by which Gephi keeps parallel edges
// apart; valid_from and valid_to also in start and end; x, y, z, size and r, g, b (or color) of
// nodes are the picture. The same graph gives the same bytes.
#pragma once

#include "engine/base/expected.hpp"
#include "engine/io/export_report.hpp"
#include "engine/io/sink.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

// Refused, before anything is written (E101): a weight that is not a number above 0 in 32 bits.
Expected<ExportReport> write_gexf(const PropertyGraph& graph, const Sink& sink);

}  // namespace entente::io
