// SPDX-License-Identifier: Apache-2.0
// Pictures side by side in one: rectangles in rows.
#pragma once

#include <vector>

#include "engine/graph/quad_tree.hpp"

namespace entente {

struct Rectangle {
  double width = 0, height = 0;
};

// By rectangle: where its lower left corner comes. Rows from the top, the highest first and ties in
// their order; as wide as the widest, or as a square of the area of all. O(n log n).
std::vector<Point> pack(const std::vector<Rectangle>& rectangles);

}  // namespace entente
