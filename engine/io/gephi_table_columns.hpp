// SPDX-License-Identifier: Apache-2.0
// Gephi's tables, told by their column Type, are an edge list whose columns mean more.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

// Where every edge has a Type, Directed or Undirected: the direction of the
// graph comes from the Type (a warning where edges differ), Kind becomes `relation` and Label
// `label`; `timeset`, which repeats valid_from and valid_to, goes. Else nothing changes.
Diagnostics settle_gephi_columns(PropertyGraph& graph);

}  // namespace entente::io
