// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/hop_graph.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Row = std::vector<Vertex>;

namespace {

Row row(std::span<const Vertex> vertices) { return {vertices.begin(), vertices.end()}; }

}  // namespace

TEST_CASE("a hop graph names vertices by falling degree and drops loops and parallels",
          "[hop_graph]") {
  //  0 --- 3, 3 === 1, 3 --- 2, loop at 0: vertex 3 comes first
  const HopGraph graph(test::graph(4, {{0, 3}, {3, 1}, {1, 3}, {2, 3}, {0, 0}}),
                       PathDirection::along);
  CHECK(graph.arc_count() == 6);
  CHECK(row(graph.next(0)) == Row{1, 2, 3});
  CHECK(row(graph.next(1)) == Row{0});
  CHECK(row(graph.previous(0)) == Row{1, 2, 3});
  CHECK(graph.by_old_name(std::vector<int>{30, 0, 10, 20}) == std::vector<int>{0, 10, 20, 30});
}

TEST_CASE("a hop graph against the edges swaps next and previous", "[hop_graph]") {
  const View view = test::graph(3, {{0, 1}, {0, 2}}, true);
  const HopGraph along(view, PathDirection::along), against(view, PathDirection::against);
  CHECK(row(along.next(0)) == Row{1, 2});
  CHECK(row(along.previous(1)) == Row{0});
  // Against the edges 1 and 2 have one way out each and come first.
  CHECK(row(against.next(0)) == Row{2});
  CHECK(row(against.previous(2)) == Row{0, 1});
}

TEST_CASE("a hop graph knows whether it is deep", "[hop_graph]") {
  CHECK(HopGraph(path(300), PathDirection::along).deep());
  CHECK_FALSE(HopGraph(path(90), PathDirection::along).deep());
  CHECK_FALSE(HopGraph(star(300), PathDirection::along).deep());
  CHECK_FALSE(HopGraph(test::graph(0, {}), PathDirection::along).deep());
}
