// SPDX-License-Identifier: Apache-2.0
// The parts into which a graph falls where only edges of positive strength join.
#pragma once

#include <vector>

#include "engine/graph/view.hpp"

namespace entente::centrality {

struct Parts {
  std::vector<Vertex> of;                    // by vertex: the number of its part
  std::vector<std::vector<Vertex>> members;  // by part, ascending
};

// Strong components; an arc from one to another leads to a smaller number.
Parts strong_parts(const View& view);

// Weak components, numbered in the order of their first vertices.
Parts weak_parts(const View& view);

}  // namespace entente::centrality
