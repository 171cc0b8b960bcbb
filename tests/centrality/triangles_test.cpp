// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values triangles(const View& view) { return column(run_analysis("triangles", view), "triangles"); }

Values total(const View& view) {
  return column(run_analysis("triangles", view), "triangles", "summary");
}

Values slow_triangles(const View& view) {
  const std::uint32_t n = view.vertex_count();
  std::vector<std::vector<bool>> joined(n, std::vector<bool>(n, false));
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    joined[view.source(e)][view.target(e)] = joined[view.target(e)][view.source(e)] = true;
  }
  Values count(n, 0);
  for (Vertex a = 0; a < n; ++a) {
    for (Vertex b = a + 1; b < n; ++b) {
      for (Vertex c = b + 1; c < n; ++c) {
        if (!joined[a][b] || !joined[b][c] || !joined[c][a]) continue;
        for (const Vertex v : {a, b, c}) count[v] += 1;
      }
    }
  }
  return count;
}

}  // namespace

TEST_CASE("triangles of two that share an edge", "[triangles]") {
  const View view = graph(5, {{0, 1}, {1, 2}, {2, 0}, {1, 3}, {2, 3}, {3, 4}});
  CHECK(triangles(view) == Values{1, 2, 2, 1, 0});
  CHECK(total(view) == Values{2});
  CHECK(total(complete(6)) == Values{20});
}

TEST_CASE("triangles leave out loops, parallel edges and directions", "[triangles]") {
  const View view = graph(3, {{0, 1}, {1, 0}, {1, 1}, {2, 1}, {2, 0}, {0, 2}}, true);
  CHECK(triangles(view) == Values{1, 1, 1});
  CHECK(total(view) == Values{1});
}

TEST_CASE("triangles of Zachary's club and the kite", "[triangles]") {
  // networkx 2.8.8, triangles
  CHECK(total(zachary()) == Values{45});
  CHECK(triangles(zachary())[0] == 18);
  CHECK(triangles(zachary())[33] == 15);
  CHECK(triangles(krackhardt_kite()) == Values{4, 4, 3, 8, 3, 5, 5, 1, 0, 0});
}

TEST_CASE("triangles agree with looking at every three nodes", "[triangles]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const View view = random_graph(40, 250, seed, seed == 2);
    CHECK(triangles(view) == slow_triangles(view));
  }
}

TEST_CASE("triangles follow a relabelling", "[triangles]") {
  const View view = random_graph(30, 120, 9, false);
  const auto place = shuffled(30, 1);
  const auto before = triangles(view), after = triangles(relabelled(view, place));
  for (Vertex v = 0; v < 30; ++v) CHECK(after[place[v]] == before[v]);
}

TEST_CASE("triangles have no parameters", "[triangles]") {
  CHECK(failure("triangles", path(2), {{"normalized", true}}).at(0).code == "P101");
}
