// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/dependencies.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("dependencies of one end of a square with a tail", "[dependencies]") {
  //  0 - {1, 2} - 3 - 4
  const View view = graph(6, {{0, 1}, {0, 2}, {1, 3}, {2, 3}, {3, 4}});
  const PathGraph paths(view, PathDirection::along);
  Dependencies dependencies(paths);
  dependencies.from(0);
  CHECK(dependencies.search().reached().size() == 5);
  CHECK(dependencies.delta(1) == 1);
  CHECK(dependencies.delta(2) == 1);
  CHECK(dependencies.delta(3) == 1);
  CHECK(dependencies.delta(4) == 0);
  dependencies.from(4);
  CHECK(dependencies.delta(3) == 3);
  CHECK(dependencies.delta(1) == 0.5);
}
