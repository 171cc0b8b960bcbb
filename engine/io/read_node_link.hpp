// SPDX-License-Identifier: Apache-2.0
// Reads node-link JSON, as networkx and D3 write it:
//   {"directed": false, "graph": {...}, "nodes": [{"id": ..., ...}], "links": [{"source": ...,
//   "target": ..., ...}]}
// `edges` may stand for `links`; ids are texts or whole numbers; where no node has an id, the ends
// of links are positions. Further members of nodes and links become attributes. A file with
// "options" is graphology's: keys for ids, and attributes apart.
#pragma once

#include <stop_token>
#include <string>

#include "engine/base/expected.hpp"
#include "engine/io/graph_file.hpp"

namespace entente::io {

// `file` is named in diagnostics. A requested stop throws Stopped.
Expected<GraphFile> read_node_link(std::string text, std::string file,
                                   const std::stop_token& stop = {});

}  // namespace entente::io
