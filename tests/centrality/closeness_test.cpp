// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "engine/graph/undirected.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/slow_paths.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values closeness(const View& view, const Params& params = {}) {
  return column(run_analysis("closeness", view, params), "closeness");
}

Values slow_closeness(const View& view, bool in, bool wf) {
  const Square d = all_distances(view);
  const double n = view.vertex_count();
  Values score(view.vertex_count(), 0);
  for (Vertex v = 0; v < score.size(); ++v) {
    double reached = 0, sum = 0;
    for (Vertex u = 0; u < score.size(); ++u) {
      const double far = in ? d[u][v] : d[v][u];
      if (u == v || far == out_of_reach) continue;
      reached += 1;
      sum += far;
    }
    if (reached > 0) score[v] = reached / sum * (wf ? reached / (n - 1) : 1);
  }
  return score;
}

}  // namespace

TEST_CASE("closeness of a path and a node apart by both conventions", "[closeness]") {
  const View view = graph(4, {{0, 1}, {1, 2}});
  CHECK(max_gap(closeness(view), {4.0 / 9, 2.0 / 3, 4.0 / 9, 0}) < 1e-15);
  CHECK(max_gap(closeness(view, {{"convention", "reachable"}}), {2.0 / 3, 1, 2.0 / 3, 0}) < 1e-15);
}

TEST_CASE("closeness of a digraph looks from the others by default", "[closeness]") {
  CHECK(max_gap(closeness(path(3, true)), {0, 0.5, 2.0 / 3}) < 1e-15);
  CHECK(max_gap(closeness(path(3, true), {{"direction", "out"}}), {2.0 / 3, 0.5, 0}) < 1e-15);
}

TEST_CASE("closeness never uses a strength as a length", "[closeness]") {
  const std::vector<WeightedEdge> edges{{0, 1, 5}, {1, 2, 3}};
  CHECK(max_gap(closeness(weighted_graph(3, edges, WeightRole::strength)), {2.0 / 3, 1, 2.0 / 3}) <
        1e-15);
  CHECK(max_gap(closeness(weighted_graph(3, edges, WeightRole::distance)),
                {2.0 / 13, 2.0 / 8, 2.0 / 11}) < 1e-15);
}

TEST_CASE("closeness of Krackhardt's kite", "[closeness]") {
  // Krackhardt (1990), p. 351: Fernando and Garth lead with 0.643; all values: networkx 2.8.8.
  CHECK(max_gap(closeness(krackhardt_kite()),
                {0.5294117647058824, 0.5294117647058824, 0.5, 0.6, 0.5, 0.6428571428571429,
                 0.6428571428571429, 0.6, 0.42857142857142855, 0.3103448275862069}) < 1e-14);
}

TEST_CASE("closeness agrees with all distances by Floyd and Warshall", "[closeness]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const bool directed = seed % 2 == 0;
    const auto role = seed < 3 ? WeightRole::ignore : WeightRole::distance;
    const View view = random_graph(40, 60, seed, directed, role);
    for (const bool in : {true, false}) {
      for (const bool wf : {true, false}) {
        const Params params{{"direction", in ? "in" : "out"},
                            {"convention", wf ? "wf" : "reachable"}};
        CHECK(max_gap(closeness(view, params), slow_closeness(view, in, wf)) < 1e-13);
      }
    }
  }
}

TEST_CASE("closeness in both directions at once is that of the undirected graph", "[closeness]") {
  for (const auto role : {WeightRole::ignore, WeightRole::distance}) {
    const View view = random_graph(25, 40, 8, true, role);
    CHECK(closeness(view, {{"direction", "total"}}) == closeness(undirected(view)));
  }
}

TEST_CASE("closeness follows a relabelling", "[closeness]") {
  const View view = random_graph(30, 50, 9, true);
  const auto place = shuffled(30, 1);
  const auto before = closeness(view), after = closeness(relabelled(view, place));
  for (Vertex v = 0; v < 30; ++v) CHECK(after[place[v]] == before[v]);
}

TEST_CASE("closeness refuses what it cannot use", "[closeness]") {
  CHECK(failure("closeness", path(2), {{"convention", "freeman"}}).at(0).code == "P104");
  const View view = weighted_graph(2, {{0, 1, -1}}, WeightRole::distance);
  CHECK(failure("closeness", view).at(0).code == "G101");
}
