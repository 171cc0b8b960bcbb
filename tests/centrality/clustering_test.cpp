// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values clustering(const View& view) {
  return column(run_analysis("clustering", view), "clustering");
}

double average(const View& view) {
  return column(run_analysis("clustering", view), "average_clustering", "summary").at(0);
}

Values slow_clustering(const View& view) {
  const std::uint32_t n = view.vertex_count();
  std::vector<std::vector<bool>> joined(n, std::vector<bool>(n, false));
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    joined[view.source(e)][view.target(e)] = joined[view.target(e)][view.source(e)] = true;
  }
  Values score(n, 0);
  for (Vertex v = 0; v < n; ++v) {
    double pairs = 0, closed = 0;
    for (Vertex a = 0; a < n; ++a) {
      for (Vertex b = a + 1; b < n; ++b) {
        if (a == v || b == v || !joined[v][a] || !joined[v][b]) continue;
        pairs += 1;
        closed += joined[a][b] ? 1 : 0;
      }
    }
    if (pairs > 0) score[v] = closed / pairs;
  }
  return score;
}

}  // namespace

TEST_CASE("clustering of a triangle with a tail", "[clustering]") {
  const View view = graph(5, {{0, 1}, {1, 2}, {2, 0}, {2, 3}});
  CHECK(max_gap(clustering(view), {1, 1, 1.0 / 3, 0, 0}) < 1e-15);
  CHECK(std::abs(average(view) - (2 + 1.0 / 3) / 5) < 1e-15);
}

TEST_CASE("clustering leaves out loops, parallel edges and directions", "[clustering]") {
  const View view = graph(3, {{0, 1}, {1, 0}, {1, 1}, {1, 2}, {2, 0}, {0, 2}}, true);
  CHECK(clustering(view) == Values{1, 1, 1});
}

TEST_CASE("clustering of Zachary's club and the kite", "[clustering]") {
  // networkx 2.8.8, clustering and average_clustering
  CHECK(std::abs(average(zachary()) - 0.5706384782076823) < 1e-14);
  CHECK(std::abs(clustering(zachary())[33] - 0.11029411764705882) < 1e-15);
  CHECK(max_gap(clustering(krackhardt_kite()),
                {2.0 / 3, 2.0 / 3, 1, 8.0 / 15, 1, 0.5, 0.5, 1.0 / 3, 0, 0}) < 1e-15);
}

TEST_CASE("clustering agrees with looking at every pair", "[clustering]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const View view = random_graph(40, 250, seed, seed == 2);
    CHECK(max_gap(clustering(view), slow_clustering(view)) < 1e-14);
  }
}

TEST_CASE("clustering follows a relabelling", "[clustering]") {
  const View view = random_graph(30, 120, 9, false);
  const auto place = shuffled(30, 1);
  const auto before = clustering(view), after = clustering(relabelled(view, place));
  for (Vertex v = 0; v < 30; ++v) CHECK(after[place[v]] == before[v]);
}

TEST_CASE("clustering has no parameters", "[clustering]") {
  CHECK(failure("clustering", path(2), {{"weighted", true}}).at(0).code == "P101");
}
