// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/undirected.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("an edge of an undirected copy leads both ways", "[graph][undirected]") {
  const View view =
      undirected(weighted_graph(3, {{1, 0, 2}, {0, 1, 5}, {2, 2, 1}}, WeightRole::distance, true));
  CHECK_FALSE(view.directed());
  CHECK(view.edge_count() == 3);
  CHECK(view.out(0).size() == 2);  // both parallel edges stay, with their own weights
  CHECK(view.out(1).size() == 2);
  CHECK(view.distance(0) + view.distance(1) == 7);
}

TEST_CASE("an undirected View is its own undirected copy", "[graph][undirected]") {
  const View view = random_graph(10, 20, 3, false);
  CHECK(undirected(view).digest() == view.digest());
}
