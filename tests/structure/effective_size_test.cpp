// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values effective_size(const View& view) {
  return column(run_analysis("effective-size", view), "effective_size");
}

// Burt's own formula without weights: for each neighbour j, 1 - sum over the other q of p_iq m_jq
// with p = 1/k and m = 1 where j and q are joined.
Values slow_effective_size(const View& view) {
  const std::uint32_t n = view.vertex_count();
  std::vector<std::vector<bool>> joined(n, std::vector<bool>(n, false));
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    joined[view.source(e)][view.target(e)] = joined[view.target(e)][view.source(e)] = true;
  }
  Values size(n, 0);
  for (Vertex v = 0; v < n; ++v) {
    double k = 0;
    for (Vertex j = 0; j < n; ++j) k += j != v && joined[v][j] ? 1 : 0;
    for (Vertex j = 0; j < n; ++j) {
      if (j == v || !joined[v][j]) continue;
      double redundant = 0;
      for (Vertex q = 0; q < n; ++q) {
        if (q != v && q != j && joined[v][q] && joined[j][q]) redundant += 1 / k;
      }
      size[v] += 1 - redundant;
    }
  }
  return size;
}

}  // namespace

TEST_CASE("effective size of a star and of a clique", "[effective_size]") {
  CHECK(effective_size(star(4)) == Values{4, 1, 1, 1, 1});
  CHECK(effective_size(complete(4)) == Values{1, 1, 1, 1});
}

TEST_CASE("effective size of a node without neighbours is null, and a note says so",
          "[effective_size]") {
  const auto result = run_analysis("effective-size", graph(3, {{0, 1}, {1, 0}, {2, 2}}));
  CHECK(column(result, "effective_size")[0] == 1);
  CHECK(std::isnan(column(result, "effective_size")[2]));
  CHECK(has_note(result, "S151"));
  CHECK_FALSE(has_note(run_analysis("effective-size", path(2)), "S151"));
}

TEST_CASE("effective size of Borgatti's example and of the Florentine families",
          "[effective_size]") {
  // Borgatti (1997), Connections 20, as in the tests of networkx: G 4.67, A 2.5, C 1.
  const View view =
      graph(7, {{0, 1}, {0, 5}, {0, 6}, {0, 4}, {4, 6}, {5, 6}, {1, 6}, {1, 3}, {3, 6}, {6, 2}});
  CHECK(max_gap(effective_size(view), {2.5, 5.0 / 3, 1, 1, 1, 1, 14.0 / 3}) < 1e-14);
  // networkx 2.8.8, effective_size; families in order of names
  CHECK(max_gap(effective_size(florentine_families()),
                {1.0, 3.0, 2.0, 2.3333333333333335, 2.3333333333333335, 1.0, 4.0, 1.0,
                 5.666666666666667, 1.0, 1.6666666666666667, 2.3333333333333335, 2.0, 3.0,
                 2.3333333333333335}) < 1e-14);
}

TEST_CASE("effective size agrees with Burt's formula", "[effective_size]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const View view = random_graph(25, 120, seed, seed == 2);
    CHECK(max_gap(effective_size(view), slow_effective_size(view)) < 1e-13);
  }
}

TEST_CASE("effective size follows a relabelling", "[effective_size]") {
  const View view = random_graph(25, 110, 9, true);
  const auto place = shuffled(25, 1);
  const auto before = effective_size(view), after = effective_size(relabelled(view, place));
  for (Vertex v = 0; v < 25; ++v) CHECK(after[place[v]] == before[v]);
}

TEST_CASE("effective size has no parameters", "[effective_size]") {
  CHECK(failure("effective-size", path(2), {{"weighted", true}}).at(0).code == "P101");
}
