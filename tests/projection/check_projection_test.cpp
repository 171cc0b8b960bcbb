// SPDX-License-Identifier: Apache-2.0
#include "engine/projection/check_projection.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/tiny_graph.hpp"

using entente::problems_of;
using entente::Projection;

TEST_CASE("a word that the data set does not know is named, with what was meant", "[projection]") {
  const auto graph = entente::test::built(entente::test::tiny_builder());
  Projection wrong;
  wrong.actor_kinds = {"state", "stat"};
  wrong.items = {"agreement.pakt", "state.a"};
  wrong.countries = {"FRA"};
  wrong.without = {"src.on"};
  const auto problems = problems_of(wrong, graph);
  REQUIRE(problems.size() == 5);
  CHECK(problems[0].code == "Q101");
  CHECK(problems[0].hint == "did you mean 'state'?");
  CHECK(problems[1].code == "Q102");
  CHECK(problems[1].hint == "did you mean 'agreement.pact'?");
  CHECK(problems[2].code == "Q102");  // a state is no item
  CHECK(problems[3].code == "Q103");
  CHECK(problems[4].code == "Q104");
  CHECK(problems[4].hint == "did you mean 'src.one'?");
}

TEST_CASE("what the data set knows passes", "[projection]") {
  const auto graph = entente::test::built(entente::test::tiny_builder());
  CHECK(problems_of({}, graph).empty());
  CHECK(problems_of(entente::states_projection(), graph).empty());
  Projection right;
  right.items = {"agreement.pact", "vote.one"};
  right.without = {"src.two"};
  CHECK(problems_of(right, graph).empty());
}
