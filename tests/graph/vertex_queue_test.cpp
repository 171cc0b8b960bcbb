// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/vertex_queue.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

using namespace entente;

TEST_CASE("every vertex waits once, and again after it was looked at", "[graph][vertex_queue]") {
  Rng rng(1);
  VertexQueue queue(5, rng);
  std::vector<std::uint32_t> met;
  while (!queue.empty()) met.push_back(queue.pop());
  std::sort(met.begin(), met.end());
  CHECK(met == std::vector<std::uint32_t>{0, 1, 2, 3, 4});
  queue.push(3);
  queue.push(1);
  queue.push(3);  // waits already
  CHECK(queue.pop() == 3);
  queue.push(3);
  CHECK(queue.pop() == 1);
  CHECK(queue.pop() == 3);
  CHECK(queue.empty());
}

TEST_CASE("no vertices, nothing waits", "[graph][vertex_queue]") {
  Rng rng(1);
  CHECK(VertexQueue(0, rng).empty());
}
