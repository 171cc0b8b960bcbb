// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/neighbours.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::vector<Vertex> row(const View& view, Side side, Vertex v) {
  const Neighbours rows(view, side);
  return {rows.of(v).begin(), rows.of(v).end()};
}

}  // namespace

TEST_CASE("neighbours come once, ascending, without the vertex itself", "[neighbours]") {
  const View view = graph(4, {{1, 3}, {0, 1}, {1, 3}, {1, 1}, {2, 1}, {3, 1}}, true);
  CHECK(row(view, Side::out, 1) == std::vector<Vertex>{3});
  CHECK(row(view, Side::in, 1) == std::vector<Vertex>{0, 2, 3});
  CHECK(row(view, Side::either, 1) == std::vector<Vertex>{0, 2, 3});
  CHECK(row(view, Side::either, 3) == std::vector<Vertex>{1});
}

TEST_CASE("the neighbours of an undirected graph are the same on every side", "[neighbours]") {
  const View view = graph(3, {{2, 0}, {0, 2}, {0, 1}, {0, 0}});
  for (const Side side : {Side::out, Side::in, Side::either}) {
    CHECK(row(view, side, 0) == std::vector<Vertex>{1, 2});
    CHECK(row(view, side, 2) == std::vector<Vertex>{0});
  }
}
