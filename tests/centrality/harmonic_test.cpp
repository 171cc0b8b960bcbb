// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/graph/undirected.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/slow_paths.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values harmonic(const View& view, const Params& params = {}) {
  return column(run_analysis("harmonic", view, params), "harmonic");
}

Values slow_harmonic(const View& view, bool in) {
  const Square d = all_distances(view);
  Values score(view.vertex_count(), 0);
  for (Vertex v = 0; v < score.size(); ++v) {
    for (Vertex u = 0; u < score.size(); ++u) {
      if (u != v) score[v] += 1 / (in ? d[u][v] : d[v][u]);
    }
  }
  return score;
}

}  // namespace

TEST_CASE("harmonic of a path and a node apart", "[harmonic]") {
  CHECK(harmonic(graph(4, {{0, 1}, {1, 2}})) == Values{1.5, 2, 1.5, 0});
  CHECK(max_gap(harmonic(graph(4, {{0, 1}, {1, 2}}), {{"normalized", true}}),
                {0.5, 2.0 / 3, 0.5, 0}) < 1e-15);
}

TEST_CASE("harmonic of a digraph looks from the others by default", "[harmonic]") {
  CHECK(harmonic(path(3, true)) == Values{0, 1, 1.5});
  CHECK(harmonic(path(3, true), {{"direction", "out"}}) == Values{1.5, 1, 0});
}

TEST_CASE("harmonic uses distances and the shortest of parallel edges", "[harmonic]") {
  const std::vector<WeightedEdge> edges{{0, 1, 4}, {0, 1, 2}, {1, 2, 2}, {0, 2, 8}, {2, 2, 1}};
  CHECK(harmonic(weighted_graph(3, edges, WeightRole::distance)) == Values{0.75, 1, 0.75});
  CHECK(harmonic(weighted_graph(3, edges, WeightRole::strength)) == Values{2, 2, 2});
}

TEST_CASE("harmonic of Krackhardt's kite", "[harmonic]") {
  // networkx 2.8.8, harmonic_centrality
  CHECK(max_gap(harmonic(krackhardt_kite()),
                {6.083333333333333, 6.083333333333333, 5.583333333333333, 7.083333333333333,
                 5.583333333333333, 6.833333333333333, 6.833333333333333, 6.0, 4.666666666666666,
                 3.4166666666666665}) < 1e-12);
}

TEST_CASE("harmonic agrees with all distances by Floyd and Warshall", "[harmonic]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const bool directed = seed % 2 == 0;
    const auto role = seed < 3 ? WeightRole::ignore : WeightRole::distance;
    const View view = random_graph(40, 60, seed, directed, role);
    CHECK(max_gap(harmonic(view), slow_harmonic(view, true)) < 1e-12);
    CHECK(max_gap(harmonic(view, {{"direction", "out"}}), slow_harmonic(view, false)) < 1e-12);
  }
}

TEST_CASE("harmonic in both directions at once is that of the undirected graph", "[harmonic]") {
  for (const auto role : {WeightRole::ignore, WeightRole::distance}) {
    const View view = random_graph(25, 40, 8, true, role);
    CHECK(harmonic(view, {{"direction", "total"}}) == harmonic(undirected(view)));
  }
}

TEST_CASE("harmonic follows a relabelling", "[harmonic]") {
  const View view = random_graph(30, 50, 9, true);
  const auto place = shuffled(30, 1);
  const auto before = harmonic(view), after = harmonic(relabelled(view, place));
  for (Vertex v = 0; v < 30; ++v) CHECK(std::abs(after[place[v]] - before[v]) < 1e-12);
}

TEST_CASE("harmonic refuses what it cannot use", "[harmonic]") {
  CHECK(failure("harmonic", path(2), {{"direction", "up"}}).at(0).code == "P104");
  const View view = weighted_graph(2, {{0, 1, 0}}, WeightRole::distance);
  CHECK(failure("harmonic", view).at(0).code == "G101");
}
