// SPDX-License-Identifier: Apache-2.0
#include "engine/model/edit.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/io/read_data_set.hpp"
#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

// The data set of the tests: retracted claims, values, intervals, single actors.
KnowledgeGraph tiny() {
  auto data = io::read_data_set(std::string(ENTENTE_SOURCE_DIR) + "/tests/data/tiny");
  if (!data) throw std::runtime_error(to_text(data.error().at(0)));
  return std::move(data->graph);
}

NodeId node(const KnowledgeGraph& graph, const char* id) { return *graph.find(id); }

}  // namespace

TEST_CASE("an edit of nothing gives the same data set", "[model][edit]") {
  const KnowledgeGraph graph = tiny();
  const auto copy = edited(graph, {});
  REQUIRE(copy);
  CHECK(copy->digest() == graph.digest());
  CHECK(copy->snapshot() == graph.snapshot());
}

TEST_CASE("a node goes with all that names it, and the rest stays", "[model][edit]") {
  const KnowledgeGraph graph = tiny();
  const auto copy = edited(graph, {.removed = {node(graph, "state.illyria")}});
  REQUIRE(copy);
  CHECK_FALSE(copy->find("state.illyria"));
  CHECK(copy->nodes().size() == graph.nodes().size() - 1);
  CHECK(copy->claims().size() ==
        graph.claims().size() - graph.claims_of(node(graph, "state.illyria")).size());
  // Without the press its own row of eligibility and its decisions about names go, too.
  const auto without = edited(graph, {.removed = {node(graph, "company.padua-press")}});
  REQUIRE(without);
  CHECK(without->eligibility().size() == graph.eligibility().size() - 1);
  CHECK(graph.find("state.illyria"));  // the data set itself is as it was
}

TEST_CASE("a correction stays where what it corrected goes", "[model][edit]") {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  builder.add_claim({.id = "1",
                     .subject = "state.a",
                     .relation = "signed",
                     .object = "agreement.pact",
                     .recorded = "2018",
                     .source = "src.one",
                     .status = "retracted"},
                    place);
  builder.add_claim({.id = "2",
                     .subject = "state.b",
                     .relation = "signed",
                     .object = "agreement.pact",
                     .recorded = "2019",
                     .source = "src.one",
                     .replaces = "1"},
                    place);
  const KnowledgeGraph graph = test::built(std::move(builder));
  const auto copy = edited(graph, {.removed = {node(graph, "state.a")}});
  REQUIRE(copy);
  REQUIRE(copy->claims().size() == 1);
  CHECK(copy->claims()[0].replaces == no_claim);
}

TEST_CASE("a claim that nobody made takes the stance of its verb, or of its value",
          "[model][edit]") {
  const KnowledgeGraph graph = tiny();
  Edit edit{.added = {{node(graph, "company.padua-press"), node(graph, "agreement.open-letter"),
                       "signed", ""},
                      {node(graph, "state.arden"), node(graph, "vote.treaty-1"), "voted", "no"}},
            .from = parse_date("2019-06-01")->first,
            .recorded = graph.snapshot()};
  const auto copy = edited(graph, edit);
  REQUIRE(copy);
  CHECK(copy->claims().size() == graph.claims().size() + 2);
  std::vector<Stance> stances;
  for (const Claim& claim : copy->claims()) {
    if (copy->text(copy->source(claim.source).id) == "src.what-if") stances.push_back(claim.stance);
  }
  CHECK(stances == std::vector<Stance>{1, -1});
}

TEST_CASE("a claim that the schema does not allow is refused", "[model][edit]") {
  const KnowledgeGraph graph = tiny();
  Edit edit{.added = {{node(graph, "state.arden"), node(graph, "topic.rivers"), "signed", ""}},
            .from = parse_date("2019")->first,
            .recorded = graph.snapshot()};
  const auto refused = edited(graph, edit);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().front().code == "K206");
}
