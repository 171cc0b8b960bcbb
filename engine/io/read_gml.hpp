// SPDX-License-Identifier: Apache-2.0
// Reads GML as igraph, networkx, Gephi, yEd and our own writer make it.
//
// Nodes are known by their `name` where names differ, else by their labels where those do (as
// networkx has it), else by their numbers. Places, sizes and colours in `graphics` become x, y, z,
// size and r, g, b; other lists inside a node or an edge are left out with a note. Characters may
// be UTF-8, or numbers and the five names of XML (&#233; &amp;). Cost: one pass, no tree.
#pragma once

#include "engine/base/expected.hpp"
#include "engine/io/graph_file.hpp"
#include "engine/io/source_text.hpp"

namespace entente::io {

Expected<GraphFile> read_gml(const SourceText& source);

}  // namespace entente::io
