// SPDX-License-Identifier: Apache-2.0
// Reads edge lists in CSV: source,target[,weight][,sign][,time], one edge a row, parallel edges
// repeated; and beside them tables of nodes: id[,mode][,kind][,group]. Further columns become
// attributes of the narrowest type that holds their texts; `id` of an edge is its id. The order of
// the columns and the case of the names above do not matter. The graph is undirected.
#pragma once

#include "engine/base/expected.hpp"
#include "engine/io/graph_file.hpp"
#include "engine/io/source_text.hpp"
#include "engine/model/hidden_cell.hpp"

namespace entente::io {

// Nodes stand in the order of `nodes`, then in the order met; without `nodes` the ends of the edges
// make them. An end that `nodes` does not list is added with a note.
Expected<GraphFile> read_edge_list(const SourceText& edges, const SourceText* nodes = nullptr);

// The cells of a two-mode graph that say nothing by being empty: actor,item[,why], where `why` is
// impossible or unknown (also where it is blank).
Expected<HiddenCells> read_hidden_cells(const SourceText& cells);

}  // namespace entente::io
