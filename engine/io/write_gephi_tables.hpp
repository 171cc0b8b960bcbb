// SPDX-License-Identifier: Apache-2.0
// Writes the two CSV tables that Gephi's spreadsheet import takes, by its headers: nodes
// (Id,Label,timeset and the other attributes) and edges (Source,Target,Type,Kind,Id,Label,Weight,
// timeset and the others). Nodes by id, edges by id or their ends; the same graph gives the same
// bytes. Kind is the edge attribute `relation`, by which Gephi keeps parallel edges apart; timeset
// is there where there are dates.
#pragma once

#include "engine/base/expected.hpp"
#include "engine/io/export_report.hpp"
#include "engine/io/sink.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

ExportReport write_gephi_nodes(const PropertyGraph& graph, const Sink& sink);
// Refused, before anything is written (E101): a weight that is not a number above 0 in 32 bits.
Expected<ExportReport> write_gephi_edges(const PropertyGraph& graph, const Sink& sink);

}  // namespace entente::io
