// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

const test::NoPlace place;

ClaimRow claim(const char* id, const char* subject, const char* verb) {
  return {.id = id,
          .subject = subject,
          .relation = verb,
          .object = "agreement.pact",
          .recorded = "2019",
          .source = "src.one"};
}

KnowledgeGraph graph_of(const std::vector<ClaimRow>& rows) {
  auto builder = test::tiny_builder();
  for (const ClaimRow& row : rows) builder.add_claim(row, place);
  return test::built(std::move(builder));
}

}  // namespace

TEST_CASE("nodes and sources are sorted by id, claims by subject, verb, object, id",
          "[model][build]") {
  const KnowledgeGraph graph =
      graph_of({claim("z", "state.b", "signed"), claim("y", "state.a", "signed"),
                claim("b", "company.c", "signed"), claim("a", "company.c", "signed"),
                claim("x", "state.a", "ratified")});
  for (std::size_t n = 1; n < graph.nodes().size(); ++n) {
    CHECK(graph.text(graph.nodes()[n - 1].id) < graph.text(graph.nodes()[n].id));
  }
  CHECK(graph.text(graph.sources()[0].id) == "src.one");
  CHECK(graph.text(graph.source(graph.claims()[0].source).title) == "One");
  std::string order;
  for (const Claim& c : graph.claims()) order += graph.text(c.id);
  CHECK(order == "abxyz");
  CHECK(graph.id(graph.claims()[4].subject) == "state.b");
}

TEST_CASE("a relation is all claims with the same ends and verb", "[model][build]") {
  const KnowledgeGraph graph =
      graph_of({claim("a", "state.a", "signed"), claim("b", "state.a", "ratified"),
                claim("c", "state.a", "signed"), claim("d", "state.b", "signed")});
  REQUIRE(graph.relations().size() == 3);
  CHECK(graph.relations()[0].last_claim == 1);
  CHECK((graph.relations()[1].first_claim == 1 && graph.relations()[1].last_claim == 3));
  CHECK(graph.relations()[2].last_claim == 4);
}

TEST_CASE("a claim knows the one that it replaces", "[model][build]") {
  ClaimRow correction = claim("a", "state.a", "declined");
  correction.replaces = "b";
  const KnowledgeGraph graph = graph_of({correction, claim("b", "state.a", "signed")});
  CHECK(graph.text(graph.claim(graph.claims()[0].replaces).id) == "b");
  CHECK(graph.claims()[1].replaces == no_claim);
}

TEST_CASE("the snapshot is the last day that a claim was recorded", "[model][build]") {
  ClaimRow late = claim("b", "state.b", "signed");
  late.recorded = "2020-02";
  CHECK(to_text(graph_of({claim("a", "state.a", "signed"), late}).snapshot()) == "2020-02-29");
  CHECK(graph_of({}).snapshot() == before_all);
}
