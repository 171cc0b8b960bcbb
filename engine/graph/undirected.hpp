// SPDX-License-Identifier: Apache-2.0
// A View whose directions are forgotten, for paths that may run either way.
#pragma once

#include "engine/graph/view.hpp"

namespace entente {

// The same vertices and edges with their weights, parallel edges and loops among them. An
// undirected View comes back as it is; of a directed one, signs, mask and roll calls stay behind.
View undirected(const View& view);

}  // namespace entente
