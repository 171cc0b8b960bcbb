// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/packing.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace entente {

std::vector<Point> pack(const std::vector<Rectangle>& rectangles) {
  double limit = 0, area = 0;
  for (const Rectangle& r : rectangles) {
    limit = std::max(limit, r.width);
    area += r.width * r.height;
  }
  limit = std::max(limit, std::sqrt(area));
  std::vector<std::size_t> order(rectangles.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
    return rectangles[a].height > rectangles[b].height;
  });
  std::vector<Point> corners(rectangles.size());
  double x = 0, top = 0, row = 0;
  for (const std::size_t k : order) {
    const Rectangle& r = rectangles[k];
    if (x > 0 && x + r.width > limit) {
      top -= row;
      x = row = 0;
    }
    corners[k] = {x, top - r.height};
    x += r.width;
    row = std::max(row, r.height);
  }
  return corners;
}

}  // namespace entente
