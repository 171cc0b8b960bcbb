// SPDX-License-Identifier: Apache-2.0
#include "engine/model/roll_call.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sponsored_graph.hpp"

using namespace entente;

TEST_CASE("a resolution with votes is a roll call, one with sponsors alone is not",
          "[model][roll_call]") {
  const KnowledgeGraph graph = test::sponsored_graph();
  CHECK(is_roll_call(graph, *graph.find("vote.one")));
  CHECK_FALSE(is_roll_call(graph, *graph.find("vote.text")));
  CHECK_FALSE(is_roll_call(graph, *graph.find("agreement.pact")));
  CHECK_FALSE(is_roll_call(graph, *graph.find("state.a")));
}

TEST_CASE("a vote of which nothing is claimed is a roll call still", "[model][roll_call]") {
  const KnowledgeGraph graph = test::built(test::tiny_builder());
  CHECK(is_roll_call(graph, *graph.find("vote.one")));
}
