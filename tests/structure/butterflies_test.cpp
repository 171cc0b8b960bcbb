// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <numeric>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

TEST_CASE("butterflies are counted for the graph and for each node", "[butterflies]") {
  const Result result = run_analysis("butterflies", two_mode({"111", "111", "100"}));
  CHECK(column(result, "butterflies") == Values{3});
  CHECK(column(result, "butterflies", "nodes") == Values{3, 3, 0, 2, 2, 2});
}

TEST_CASE("each butterfly of the southern women has two women and two events", "[butterflies]") {
  // 341: the number of 4-cycles by the trace formula over the projection of networkx 3.6.1.
  const Result result = run_analysis("butterflies", southern_women());
  CHECK(column(result, "butterflies") == Values{341});
  const Values of_node = column(result, "butterflies", "nodes");
  CHECK(std::accumulate(of_node.begin(), of_node.begin() + 18, 0.0) == 2 * 341);
  CHECK(std::accumulate(of_node.begin() + 18, of_node.end(), 0.0) == 2 * 341);
}

TEST_CASE("parallel edges make no butterflies", "[butterflies]") {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "x"};
  list.is_item = {0, 1};
  list.source = {0, 0};
  list.target = {1, 1};
  CHECK(column(run_analysis("butterflies", View(list)), "butterflies") == Values{0});
}

TEST_CASE("butterflies refuse one-mode graphs and parameters", "[butterflies]") {
  CHECK(failure("butterflies", path(3)).front().code == "R102");
  CHECK(failure("butterflies", two_mode({"1"}), {{"k", std::int64_t{2}}}).front().code == "P101");
}
