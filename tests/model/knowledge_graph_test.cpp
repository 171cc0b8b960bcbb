// SPDX-License-Identifier: Apache-2.0
#include "engine/model/knowledge_graph.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/tiny_graph.hpp"

using namespace entente;

TEST_CASE("nodes are found by id", "[model][knowledge_graph]") {
  const KnowledgeGraph graph = test::built(test::tiny_builder());
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n) {
    CHECK(graph.find(graph.id(NodeId{n})) == NodeId{n});
  }
  for (const char* id : {"", "state", "state.aa", "zzz", "agreement.pac"}) {
    CHECK(graph.find(id) == std::nullopt);
  }
}

TEST_CASE("the claims of a node are those that it stands in at either end",
          "[model][knowledge_graph]") {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  for (const auto& [id, subject] : std::vector<std::pair<const char*, const char*>>{
           {"c1", "state.b"}, {"c2", "state.a"}, {"c3", "state.b"}}) {
    builder.add_claim({.id = id,
                       .subject = subject,
                       .relation = "signed",
                       .object = "agreement.pact",
                       .recorded = "2019",
                       .source = "src.one"},
                      place);
  }
  const KnowledgeGraph graph = test::built(std::move(builder));
  const auto claims = [&](const char* id) {
    std::string ids;
    for (const std::uint32_t at : graph.claims_of(*graph.find(id))) {
      ids += std::string(graph.text(graph.claims()[at].id)) + ' ';
    }
    return ids;
  };
  CHECK(claims("state.a") == "c2 ");
  CHECK(claims("state.b") == "c1 c3 ");
  CHECK(claims("agreement.pact") == "c2 c1 c3 ");
  CHECK(claims("topic.rivers").empty());
}

TEST_CASE("an item's rows of eligibility are found", "[model][knowledge_graph]") {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  builder.add_eligibility({.object = "vote.one", .actor_kind = "state", .coverage = "named"},
                          place);
  builder.add_eligibility(
      {.object = "agreement.pact", .actor_kind = "state", .coverage = "complete"}, place);
  builder.add_eligibility(
      {.object = "agreement.pact", .actor_kind = "company", .coverage = "partial"}, place);
  const KnowledgeGraph graph = test::built(std::move(builder));
  const auto rows = graph.eligibility_of(*graph.find("agreement.pact"));
  REQUIRE(rows.size() == 2);
  CHECK(graph.text(rows[0].actor_kind) == "company");
  CHECK(graph.text(rows[1].actor_kind) == "state");
  CHECK(graph.eligibility_of(*graph.find("vote.one")).size() == 1);
  CHECK(graph.eligibility_of(*graph.find("topic.rivers")).empty());
}

TEST_CASE("of several corrections of a claim the first one ends it", "[model][knowledge_graph]") {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  const auto add = [&](const char* id, const char* subject, const char* recorded,
                       const char* replaces) {
    builder.add_claim({.id = id,
                       .subject = subject,
                       .relation = "signed",
                       .object = "agreement.pact",
                       .recorded = recorded,
                       .source = "src.one",
                       .replaces = replaces},
                      place);
  };
  add("a", "state.a", "2021", "c");
  add("b", "state.b", "2020", "c");
  add("c", "state.a", "2019", "");
  const KnowledgeGraph graph = test::built(std::move(builder));
  const auto claim = [&](const char* id) {
    std::uint32_t at = 0;
    while (graph.text(graph.claims()[at].id) != id) ++at;
    return ClaimId{at};
  };
  CHECK(graph.replaced_by(claim("c")) == claim("b"));
  CHECK(graph.replaced_by(claim("a")) == std::nullopt);
}
