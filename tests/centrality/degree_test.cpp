// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

TEST_CASE("degree counts an undirected loop twice and parallel edges each", "[degree]") {
  //  0 === 1 --- 2 (loop)    3
  const auto result = run_analysis("degree", graph(4, {{0, 1}, {1, 0}, {1, 2}, {2, 2}}));
  CHECK(column(result, "degree") == Values{2, 3, 3, 0});
  CHECK(result.tables[0].columns.size() == 2);
}

TEST_CASE("degree of a digraph is what arrives and what leaves", "[degree]") {
  const auto result = run_analysis("degree", graph(3, {{0, 1}, {0, 1}, {1, 1}, {2, 0}}, true));
  CHECK(column(result, "in_degree") == Values{1, 3, 0});
  CHECK(column(result, "out_degree") == Values{2, 1, 1});
  CHECK(column(result, "degree") == Values{3, 4, 1});
}

TEST_CASE("degrees of Zachary's club are the published ones", "[degree]") {
  // Zachary (1977), figure 1: the instructor has 16 ties, the administrator 17.
  const auto degree = column(run_analysis("degree", zachary()), "degree");
  CHECK(degree[0] == 16);
  CHECK(degree[33] == 17);
  double sum = 0;
  for (const double k : degree) sum += k;
  CHECK(sum == 2 * 78);
}

TEST_CASE("degree follows a relabelling", "[degree]") {
  const View view = random_graph(20, 60, 3, true);
  const auto place = shuffled(20, 5);
  const auto before = column(run_analysis("degree", view), "in_degree");
  const auto after = column(run_analysis("degree", relabelled(view, place)), "in_degree");
  for (Vertex v = 0; v < 20; ++v) CHECK(after[place[v]] == before[v]);
}

TEST_CASE("degree has no parameters", "[degree]") {
  CHECK(failure("degree", path(2), {{"normalized", true}}).at(0).code == "P101");
}
