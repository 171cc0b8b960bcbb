// SPDX-License-Identifier: Apache-2.0
#include "engine/study/words.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sponsored_graph.hpp"

using namespace entente;

TEST_CASE("lists and numbers read as a person writes them", "[study][words]") {
  CHECK(join({}).empty());
  CHECK(join({"a"}) == "a");
  CHECK(join({"a", "b", "c"}) == "a, b and c");
  CHECK(p_text(0.0004) == "< 0.001");
  CHECK(p_text(0.00498) == "0.005");
  CHECK(p_text(0.05) == "0.05");
  CHECK(percent(0.934) == "93 %");
}

TEST_CASE("a long list is told by its first names", "[study][words]") {
  CHECK(first_of({"a", "b", "c"}, 2, "lists") == "a, b and c");
  CHECK(first_of({"a", "b", "c", "d"}, 2, "lists") == "a, b and 2 more lists");
  CHECK(first_of({"a", "b", "c", "d"}, 2, "") == "a, b and 2 more");
}

TEST_CASE("who sponsored without a vote is not said to have voted", "[study][words]") {
  const KnowledgeGraph graph = test::sponsored_graph();
  Projection projection = states_projection();
  projection.as_of = parse_date("2019-01-01")->first;
  projection.relations = {"voted", "sponsored"};
  const TwoMode view = project_two_mode(graph, projection);
  const Words words(graph);
  const auto deed = [&](const char* actor, const char* item, bool done) {
    return words.deed(view, *view.view.find(actor), *view.view.find(item) - view.view.actor_count(),
                      done);
  };
  CHECK(deed("state.a", "vote.one.yes", true) == "voted yes to One");
  CHECK(deed("state.c", "vote.one.yes", true) == "sponsored One");
  CHECK(deed("state.d", "vote.one.no", true) == "voted no to One");
  CHECK(deed("state.d", "vote.one.yes", false) == "did not vote yes to One");
  CHECK(deed("state.a", "vote.text", true) == "sponsored Text");
  CHECK(deed("state.d", "vote.text", false) == "did not sponsor Text");
}
