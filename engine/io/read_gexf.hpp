// SPDX-License-Identifier: Apache-2.0
// Reads GEXF (1.0 to 1.3) as Gephi, graphology, networkx, igraph's users and others write it.
//
// Time becomes valid_from and valid_to, or valid_spells where there are several intervals; kind=
// becomes the attribute `relation`; colours, places and sizes become r, g, b, x, y, z and size;
// lists stay lists. Nodes inside nodes and pid= name their place in the attribute 'parent'. What
// has no place here (open ends, timestamps, values that change) is a note with its line.
// Cost: one pass, no tree.
#pragma once

#include <string>
#include <string_view>

#include "engine/base/expected.hpp"
#include "engine/io/bytes.hpp"
#include "engine/io/graph_file.hpp"

namespace entente::io {

// `file` is named in diagnostics.
Expected<GraphFile> read_gexf(const TextPieces& pieces, std::string file);
Expected<GraphFile> read_gexf(std::string_view text, std::string file);

}  // namespace entente::io
