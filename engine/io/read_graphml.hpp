// SPDX-License-Identifier: Apache-2.0
// Reads GraphML as the usual programs write it: networkx, igraph, graph-tool, Gephi, Cytoscape,
// yEd, Neo4j APOC, Boost and survey tools.
//
// Liberal in what it takes: undeclared keys are text, keys of one name are one attribute of the
// wider type, `for` counts less than where a value stands, nested graphs are flattened. Whatever is
// dropped, added or taken another way is a note with its line. Not liberal where a file could do
// harm: no entities, no document type with declarations, at most 64 elements deep.
// Cost: one pass; a million plain edges (42 MB) in 0.7 s on one core.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/expected.hpp"
#include "engine/io/bytes.hpp"
#include "engine/io/graph_file.hpp"

namespace entente::io {

// `file` is named in diagnostics.
Expected<GraphFile> read_graphml(const TextPieces& pieces, std::string file);
Expected<GraphFile> read_graphml(std::string_view text, std::string file);

}  // namespace entente::io
