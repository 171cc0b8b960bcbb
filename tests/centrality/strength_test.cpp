// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

TEST_CASE("strength adds the weights of the edge ends", "[strength]") {
  const View view =
      weighted_graph(4, {{0, 1, 2}, {0, 1, 0.5}, {1, 2, -1}, {2, 2, 3}}, WeightRole::strength);
  CHECK(column(run_analysis("strength", view), "strength") == Values{2.5, 1.5, 5, 0});
}

TEST_CASE("strength of a digraph is what arrives and what leaves", "[strength]") {
  const View view =
      weighted_graph(3, {{0, 1, 2}, {1, 1, 0.5}, {2, 0, 4}}, WeightRole::strength, true);
  const auto result = run_analysis("strength", view);
  CHECK(column(result, "in_strength") == Values{4, 2.5, 0});
  CHECK(column(result, "out_strength") == Values{2, 0.5, 4});
  CHECK(column(result, "strength") == Values{6, 3, 4});
}

TEST_CASE("strength does not read distances as strengths", "[strength]") {
  const View view = weighted_graph(2, {{0, 1, 7}}, WeightRole::distance);
  CHECK(column(run_analysis("strength", view), "strength") == Values{1, 1});
}

TEST_CASE("strength asks for weights as strengths where the user says nothing", "[strength]") {
  CHECK(find_analysis("strength")->needs.default_weight_role == WeightRole::strength);
}

TEST_CASE("strength without weights is the degree", "[strength]") {
  CHECK(column(run_analysis("strength", zachary()), "strength") ==
        column(run_analysis("degree", zachary()), "degree"));
}

TEST_CASE("strength keeps small weights beside large ones", "[strength]") {
  std::vector<WeightedEdge> edges{{0, 1, 1e16}};
  for (int i = 0; i < 1000; ++i) edges.push_back({0, 1, 1});
  CHECK(column(run_analysis("strength", weighted_graph(2, edges, WeightRole::strength)),
               "strength")[0] == 1e16 + 1000);
}

TEST_CASE("strength has no parameters", "[strength]") {
  CHECK(failure("strength", path(2), {{"weight", "strength"}}).at(0).code == "P101");
}
