// SPDX-License-Identifier: Apache-2.0
#include "engine/study/picture.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>

using namespace entente;

TEST_CASE("actors stand above items, and what is around below them", "[study][picture]") {
  std::vector<ToPlace> nodes(30);
  for (std::size_t v = 0; v < 10; ++v)
    nodes[v] = {Layer::actors, static_cast<std::uint32_t>(v % 2), 0, 0.1};
  for (std::size_t v = 10; v < 20; ++v) nodes[v] = {Layer::items, 0, no_color, 0.5};
  for (std::size_t v = 20; v < 30; ++v) nodes[v] = {Layer::around, 0, no_color, 0};
  const auto placed = place(nodes);
  for (std::size_t v = 0; v < 10; ++v) {
    for (std::size_t w = 10; w < 20; ++w) CHECK(placed[v].y > placed[w].y);
    for (std::size_t w = 20; w < 30; ++w) CHECK(placed[v + 10].y > placed[w].y);
  }
}

TEST_CASE("no two nodes stand in one place, and blocks do not mix", "[study][picture]") {
  std::vector<ToPlace> nodes;
  for (std::uint32_t v = 0; v < 200; ++v)
    nodes.push_back({Layer::actors, v < 120 ? 0U : 1U, v < 120 ? 0U : 1U, 0});
  const auto placed = place(nodes);
  for (std::size_t v = 0; v < nodes.size(); ++v) {
    for (std::size_t w = 0; w < v; ++w) {
      CHECK(std::hypot(placed[v].x - placed[w].x, placed[v].y - placed[w].y) > 10);
    }
  }
  double right = -1e9, left = 1e9;
  for (std::size_t v = 0; v < 120; ++v) right = std::max(right, placed[v].x);
  for (std::size_t v = 120; v < 200; ++v) left = std::min(left, placed[v].x);
  CHECK(right < left);
}

TEST_CASE("size grows with importance, colour says the group", "[study][picture]") {
  const auto placed = place(
      {{Layer::actors, 0, 0, 0}, {Layer::actors, 0, 1, 0.5}, {Layer::actors, 0, no_color, 2}});
  CHECK(placed[0].size < placed[1].size);
  CHECK(placed[1].size < placed[2].size);
  CHECK(placed[0].rgb == group_color(0));
  CHECK(placed[1].rgb == group_color(1));
  CHECK(placed[2].rgb == group_color(7));  // grey, as the groups beyond the palette
  CHECK(place({}).empty());
}
