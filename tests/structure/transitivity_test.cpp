// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

double transitivity(const View& view) {
  return column(run_analysis("transitivity", view), "transitivity").at(0);
}

double slow_transitivity(const View& view) {
  const std::uint32_t n = view.vertex_count();
  std::vector<std::vector<bool>> joined(n, std::vector<bool>(n, false));
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    joined[view.source(e)][view.target(e)] = joined[view.target(e)][view.source(e)] = true;
  }
  double triples = 0, closed = 0;
  for (Vertex v = 0; v < n; ++v) {
    for (Vertex a = 0; a < n; ++a) {
      for (Vertex b = a + 1; b < n; ++b) {
        if (a == v || b == v || !joined[v][a] || !joined[v][b]) continue;
        triples += 1;
        closed += joined[a][b] ? 1 : 0;
      }
    }
  }
  return triples == 0 ? 0 : closed / triples;
}

}  // namespace

TEST_CASE("transitivity of a triangle with a tail", "[transitivity]") {
  const auto result = run_analysis("transitivity", graph(5, {{0, 1}, {1, 2}, {2, 0}, {2, 3}}));
  CHECK(column(result, "transitivity") == Values{0.6});
  CHECK(column(result, "triangles") == Values{1});
  CHECK(column(result, "triples") == Values{5});
}

TEST_CASE("transitivity is 0 without triples and leaves out loops and parallel edges",
          "[transitivity]") {
  CHECK(transitivity(graph(3, {{0, 1}, {0, 1}, {1, 1}})) == 0);
  CHECK(transitivity(graph(3, {{0, 1}, {1, 0}, {1, 2}, {2, 2}, {2, 0}}, true)) == 1);
}

TEST_CASE("transitivity of Zachary's club, the kite and the Florentine families",
          "[transitivity]") {
  // networkx 2.8.8, transitivity
  CHECK(std::abs(transitivity(zachary()) - 0.2556818181818182) < 1e-15);
  CHECK(std::abs(transitivity(krackhardt_kite()) - 0.5789473684210527) < 1e-15);
  CHECK(std::abs(transitivity(florentine_families()) - 0.19148936170212766) < 1e-15);
}

TEST_CASE("transitivity of Zachary's club in the example of igraph's manual", "[transitivity]") {
  // igraph (commit 0a7c8d48a53a), examples/simple/igraph_transitivity.c: three numbers
  CHECK(transitivity(zachary()) == 0.2556818181818181767717);
  CHECK(transitivity(cycle(100)) == 0);
  CHECK(transitivity(complete(20)) == 1);
}

TEST_CASE("transitivity agrees with looking at every triple", "[transitivity]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const View view = random_graph(40, 200, seed, seed == 2);
    CHECK(std::abs(transitivity(view) - slow_transitivity(view)) < 1e-14);
  }
}

TEST_CASE("transitivity does not depend on the names of nodes", "[transitivity]") {
  const View view = random_graph(30, 120, 9, false);
  CHECK(transitivity(relabelled(view, shuffled(30, 1))) == transitivity(view));
}

TEST_CASE("transitivity has no parameters", "[transitivity]") {
  CHECK(failure("transitivity", path(2), {{"mode", "global"}}).at(0).code == "P101");
}
