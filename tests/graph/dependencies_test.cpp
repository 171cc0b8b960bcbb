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

TEST_CASE("dependencies by arc, and with parallel edges as ways of their own", "[dependencies]") {
  //  0 = 1 - 3, 0 - 2 - 3: of three ways from 0 to 3 two lead over the parallel edges
  const View view = graph(4, {{0, 1}, {0, 1}, {1, 3}, {0, 2}, {2, 3}});
  const PathGraph paths(view, PathDirection::along, Parallels::each);
  Dependencies dependencies(paths);
  dependencies.from(0);
  CHECK(max_gap({dependencies.delta(1), dependencies.delta(2)}, {2.0 / 3, 1.0 / 3}) < 1e-15);
  std::vector<double> share(paths.arc_count(), 0);
  dependencies.for_each_arc([&](std::size_t arc, double value) { share[arc] += value; });
  CHECK(max_gap({share[paths.first_arc(0)], share[paths.first_arc(0) + 1]}, {5.0 / 3, 4.0 / 3}) <
        1e-15);
  CHECK(share[paths.first_arc(3)] == 0);
}
