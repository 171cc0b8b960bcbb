// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/traverse.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"
#include "tests/support/slow_paths.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("a path graph drops loops and keeps the shortest of parallel edges", "[traverse]") {
  const View view =
      weighted_graph(2, {{0, 1, 3}, {0, 1, 2}, {0, 1, 5}, {1, 1, 1}}, WeightRole::distance);
  const PathGraph paths(view, PathDirection::along);
  REQUIRE(paths.next(0).size() == 1);
  CHECK(paths.lengths(0)[0] == 2);
  CHECK(paths.next(1).size() == 1);
}

TEST_CASE("a search reaches vertices nearest first and forgets the search before", "[traverse]") {
  for (const auto role : {WeightRole::ignore, WeightRole::distance}) {
    const View view = random_graph(30, 45, 11, true, role);
    const PathGraph along(view, PathDirection::along), against(view, PathDirection::against);
    Search forward(along), backward(against);
    const Square d = all_distances(view);
    for (Vertex s = 0; s < 30; ++s) {
      forward.from(s);
      backward.from(s);
      CHECK(forward.reached().front() == s);
      for (std::size_t k = 1; k < forward.reached().size(); ++k) {
        CHECK(forward.distance(forward.reached()[k - 1]) <= forward.distance(forward.reached()[k]));
      }
      for (Vertex v = 0; v < 30; ++v) {
        CHECK(forward.distance(v) == d[s][v]);
        CHECK(backward.distance(v) == d[v][s]);
      }
    }
  }
}

TEST_CASE("a distance of 0 or infinity is found", "[traverse]") {
  const auto edge = [](double weight, WeightRole role) {
    return first_bad_distance(weighted_graph(2, {{0, 1, 1}, {0, 1, weight}}, role));
  };
  CHECK(edge(0, WeightRole::distance) == 0U);
  CHECK(edge(std::numeric_limits<double>::infinity(), WeightRole::distance) == 1U);
  CHECK_FALSE(edge(0, WeightRole::strength));
  CHECK_FALSE(edge(2, WeightRole::distance));
}

TEST_CASE("a path graph counts the shortest of parallel edges where asked to", "[traverse]") {
  // 0.3 and 0.1 + 0.2 differ in the last bit.
  const View view = weighted_graph(
      3, {{0, 1, 0.3}, {0, 1, 0.1 + 0.2}, {0, 1, 5}, {0, 0, 1}, {1, 2, 1}}, WeightRole::distance);
  const PathGraph one(view, PathDirection::along);
  const PathGraph each(view, PathDirection::along, Parallels::each);
  REQUIRE(each.arc_count() == 4);
  CHECK(each.first_arc(1) == 1);
  CHECK(one.copies(0) == 1);
  CHECK(each.copies(0) == 2);
  CHECK(each.copies(2) == 1);
}
