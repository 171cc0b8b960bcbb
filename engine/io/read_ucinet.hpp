// SPDX-License-Identifier: Apache-2.0
// Reads UCINET's DL, of one mode (n=) or two (nr= nc=), in its formats fullmatrix, edgelist1,
// edgelist2, nodelist1 and nodelist2, with labels beside the data or embedded in them.
//
// A cell of a matrix that is not 0 is an edge with this weight; the graph is directed unless it has
// two modes. Negative values are the sign of an edge. Of several matrices the first one is read.
#pragma once

#include "engine/base/expected.hpp"
#include "engine/io/graph_file.hpp"
#include "engine/io/source_text.hpp"

namespace entente::io {

Expected<GraphFile> read_ucinet(const SourceText& source);

}  // namespace entente::io
