// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/packing.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/base/random.hpp"

using namespace entente;

TEST_CASE("rectangles are packed in rows, the highest first", "[packing]") {
  // As wide as a square of the area 22, 4.69: the second row has room for two.
  const auto corners = pack({{1, 1}, {4, 4}, {1, 2}, {3, 1}});
  CHECK(corners == std::vector<Point>{{1, -5}, {0, -4}, {0, -6}, {0, -7}});
  CHECK(pack({}).empty());
}

TEST_CASE("packed rectangles do not overlap", "[packing]") {
  Rng rng(4);
  std::vector<Rectangle> rectangles(200);
  for (Rectangle& r : rectangles) r = {1 + 20 * rng.uniform(), 1 + 20 * rng.uniform()};
  const auto corner = pack(rectangles);
  for (std::size_t a = 0; a < 200; ++a) {
    for (std::size_t b = 0; b < a; ++b) {
      const bool apart = corner[a].x + rectangles[a].width <= corner[b].x + 1e-9 ||
                         corner[b].x + rectangles[b].width <= corner[a].x + 1e-9 ||
                         corner[a].y + rectangles[a].height <= corner[b].y + 1e-9 ||
                         corner[b].y + rectangles[b].height <= corner[a].y + 1e-9;
      CHECK(apart);
    }
  }
}
