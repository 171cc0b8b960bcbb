// SPDX-License-Identifier: Apache-2.0
// Writes a two-mode graph as the matrix that R (read.csv with row.names = 1) and UCINET take: a row
// for each actor, a column for each item, both by id.
//
// A cell is the sum of the weights of its edges (1 where they have none), with their sign; without
// an edge it is 0. Where some edge abstains (sign 0), an empty cell is blank instead, so that the
// two stay apart; where there is no empty cell then, the corner says what 0 is. Cost: O(actors *
// items) of text, one row in memory.
#pragma once

#include "engine/base/expected.hpp"
#include "engine/io/export_report.hpp"
#include "engine/io/sink.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

// Refused (E102): the nodes have no mode, or an edge joins two of one mode.
Expected<ExportReport> write_incidence(const PropertyGraph& graph, const Sink& sink);

}  // namespace entente::io
