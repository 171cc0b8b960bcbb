// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values cores(const View& view, const std::string& direction = "undirected") {
  return column(run_analysis("core-number", view, {{"direction", direction}}), "core_number");
}

// By definition: for each k, take nodes of a degree below k away until none is left.
Values slow_cores(const View& view, bool in, bool out) {
  const std::uint32_t n = view.vertex_count();
  Values core(n, 0);
  std::vector<std::vector<bool>> arc(n, std::vector<bool>(n, false));
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const Vertex s = view.source(e), t = view.target(e);
    if (s != t) arc[s][t] = true;
    if (s != t && !view.directed()) arc[t][s] = true;
  }
  for (int k = 1; k < static_cast<int>(2 * n); ++k) {
    std::vector<bool> here(n, true);
    for (bool changed = true; changed;) {
      changed = false;
      for (Vertex v = 0; v < n; ++v) {
        int degree = 0;
        for (Vertex u = 0; u < n; ++u) degree += here[u] && in && arc[u][v];
        for (Vertex u = 0; u < n; ++u) degree += here[u] && out && arc[v][u];
        if (here[v] && degree < k) {
          here[v] = false;
          changed = true;
        }
      }
    }
    for (Vertex v = 0; v < n; ++v) {
      if (here[v]) core[v] = k;
    }
  }
  return core;
}

}  // namespace

TEST_CASE("core number of a triangle with a tail, a loop and a parallel edge", "[core_number]") {
  CHECK(cores(graph(6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 2}, {3, 3}, {3, 4}})) ==
        Values{2, 2, 2, 1, 1, 0});
}

TEST_CASE("core number of a digraph by each direction", "[core_number]") {
  const View view = graph(4, {{0, 1}, {1, 2}, {2, 0}, {1, 0}, {2, 3}}, true);
  CHECK(cores(view) == Values{2, 2, 2, 1});
  CHECK(cores(view, "in") == Values{1, 1, 1, 1});
  CHECK(cores(view, "out") == Values{1, 1, 1, 0});
  CHECK(cores(view, "total") == Values{2, 2, 2, 1});
}

TEST_CASE("core numbers of Zachary's club and the kite", "[core_number]") {
  // networkx 2.8.8, core_number
  CHECK(cores(zachary()) == Values{4, 4, 4, 4, 3, 3, 3, 4, 4, 2, 3, 1, 2, 4, 2, 2, 2,
                                   2, 2, 3, 2, 2, 2, 3, 3, 3, 2, 3, 3, 3, 4, 3, 4, 4});
  CHECK(cores(krackhardt_kite()) == Values{3, 3, 3, 3, 3, 3, 3, 2, 1, 1});
}

TEST_CASE("core number agrees with its definition", "[core_number]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const View undirected = random_graph(30, 90, seed, false);
    CHECK(cores(undirected) == slow_cores(undirected, true, false));
    const View directed = random_graph(30, 120, seed, true);
    CHECK(cores(directed, "in") == slow_cores(directed, true, false));
    CHECK(cores(directed, "out") == slow_cores(directed, false, true));
    CHECK(cores(directed, "total") == slow_cores(directed, true, true));
    CHECK(cores(directed) == cores(simple_undirected(directed)));
  }
}

TEST_CASE("core number follows a relabelling", "[core_number]") {
  const View view = random_graph(30, 90, 9, true);
  const auto place = shuffled(30, 1);
  const auto before = cores(view, "total"), after = cores(relabelled(view, place), "total");
  for (Vertex v = 0; v < 30; ++v) CHECK(after[place[v]] == before[v]);
}

TEST_CASE("core number refuses an unknown direction", "[core_number]") {
  CHECK(failure("core-number", path(2), {{"direction", "both"}}).at(0).code == "P104");
}
