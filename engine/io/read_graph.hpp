// SPDX-License-Identifier: Apache-2.0
// Reads a graph file by the ending of its name: .graphml, .gexf, .csv (an edge list), .json
// (node-link), .net (Pajek), .gml, .dl (UCINET), each also with .gz. Expanded, a file may have 4
// GiB.
#pragma once

#include <stop_token>
#include <string>

#include "engine/base/expected.hpp"
#include "engine/io/graph_file.hpp"
#include "engine/model/hidden_cell.hpp"

namespace entente::io {

// `nodes`: beside an edge list, the file of the table of nodes; "" for none. Of both functions: a
// requested stop throws Stopped.
Expected<GraphFile> read_graph(const std::string& file, const std::string& nodes = {},
                               const std::stop_token& stop = {});

// A table of cells that say nothing by being empty: actor,item[,why].
Expected<HiddenCells> read_hidden_cells_file(const std::string& file,
                                             const std::stop_token& stop = {});

}  // namespace entente::io
