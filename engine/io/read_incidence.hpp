// SPDX-License-Identifier: Apache-2.0
// Reads the incidence matrix of a two-mode graph: a table in CSV with a row for each actor, a
// column for each item, and their names in the first column and the first row, as R, UCINET and
// write_incidence() write it.
//
// A cell that is not 0 is an edge of this weight; negative values are the sign of an edge. A blank,
// or R's NA, is none. Where no cell is blank a 0 is none, too; else it is an abstention (sign 0),
// as it is where the corner holds `zero_abstains`. Cost: O(actors * items) of text.
#pragma once

#include <string_view>

#include "engine/base/expected.hpp"
#include "engine/io/graph_file.hpp"
#include "engine/io/source_text.hpp"

namespace entente::io {

// What write_incidence() puts into the corner where each cell is an answer, and some abstain.
inline constexpr std::string_view zero_abstains = "0 is an abstention";

// Refused: no column of an item (G561); a row or a column without a name (G562), or of a name that
// was there before (G563); a row of another width (G564); a cell that is no finite number (G565).
Expected<GraphFile> read_incidence(const SourceText& source);

}  // namespace entente::io
