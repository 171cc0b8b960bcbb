// SPDX-License-Identifier: Apache-2.0
#include "engine/question/sectors.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

// Two states and a company sign the pact; of states the list is complete, of companies partial.
TwoMode small_view(const KnowledgeGraph& graph) { return project_two_mode(graph, {}); }

KnowledgeGraph small_graph() {
  auto builder = test::tiny_builder();
  const test::NoPlace place;
  for (const auto& [id, subject] : {std::pair{"1", "state.a"}, std::pair{"2", "company.c"}}) {
    builder.add_claim({.id = id,
                       .subject = subject,
                       .relation = "signed",
                       .object = "agreement.pact",
                       .recorded = "2019",
                       .source = "src.one"},
                      place);
  }
  builder.add_node({.id = "company.d", .kind = "company", .label = "d"}, place);
  builder.add_node({.id = "company.e", .kind = "company", .label = "e"}, place);
  builder.add_eligibility(
      {.object = "agreement.pact", .actor_kind = "state", .coverage = "complete"}, place);
  builder.add_eligibility({.object = "agreement.pact",
                           .actor_kind = "company",
                           .coverage = "partial",
                           .why = "the press names a few"},
                          place);
  return test::built(std::move(builder));
}

}  // namespace

TEST_CASE("kinds fall into sectors", "[question][sectors]") {
  const KnowledgeGraph graph = small_graph();
  const TwoMode view = small_view(graph);
  CHECK(question::sectors_of(view, false).names == std::vector<std::string>{"firms", "states"});
  const auto kinds = question::sectors_of(view, true);
  CHECK(kinds.names == std::vector<std::string>{"company", "state"});
  CHECK(kinds.of_actor == std::vector<std::uint32_t>{0, 0, 0, 1, 1});
}

TEST_CASE("a sector of which most could not be seen is named with the reason",
          "[question][sectors]") {
  const KnowledgeGraph graph = small_graph();
  const TwoMode view = small_view(graph);
  const auto seen = question::seen_sectors(graph, view, question::sectors_of(view, false));
  REQUIRE(seen.size() == 2);
  CHECK(seen[0].unseen == std::vector<std::string>{"agreement.pact (the press names a few)"});
  CHECK_FALSE(seen[0].enough);
  CHECK(seen[1].unseen.empty());
  CHECK_FALSE(seen[1].enough);  // one item is not two
  CHECK_FALSE(seen[1].could);
}
