// SPDX-License-Identifier: Apache-2.0
// Reads Pajek's .net as Pajek, igraph, networkx and our own writer make it: *Vertices (with the
// number of actors in a two-mode network), *Arcs, *Edges, *Arcslist, *Edgeslist and *Matrix, also
// of several relations.
//
// Nodes are known by their label where labels are there and differ, else by their number. Values
// are weights; where some are 0 or negative, they are the sign and what remains is the weight. A
// label (l "...") or the name of a relation is the attribute `relation`. What Pajek says of
// colours, shapes and times is left out with a note.
#pragma once

#include "engine/base/expected.hpp"
#include "engine/io/graph_file.hpp"
#include "engine/io/source_text.hpp"

namespace entente::io {

Expected<GraphFile> read_pajek(const SourceText& source);

}  // namespace entente::io
