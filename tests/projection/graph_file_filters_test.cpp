// SPDX-License-Identifier: Apache-2.0
// What a projection leaves out of a file of the whole data set.
#include <catch2/catch_test_macros.hpp>

#include "engine/projection/graph_file.hpp"
#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

using Texts = std::vector<std::string>;

// Two sources say that a signed; b signed on an unknown day; that c did was retracted.
KnowledgeGraph four_claims() {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  const auto say = [&](ClaimRow row) {
    row.relation = "signed";
    row.object = "agreement.pact";
    builder.add_claim(row, place);
  };
  say({.id = "1", .subject = "state.a", .from = "2016", .recorded = "2016", .source = "src.one"});
  say({.id = "2", .subject = "state.a", .from = "2017", .recorded = "2018", .source = "src.two"});
  say({.id = "3",
       .subject = "state.b",
       .from = "[2018..2020]",
       .recorded = "2020",
       .source = "src.one"});
  say({.id = "4",
       .subject = "company.c",
       .recorded = "2016",
       .source = "src.one",
       .status = "retracted"});
  return test::built(std::move(builder));
}

Texts edges(const Projection& projection, Flavour flavour = Flavour::claims) {
  return knowledge_file(four_claims(), flavour, projection).file.edge_ids;
}

}  // namespace

TEST_CASE("the whole data set has every claim, retracted ones too", "[projection][graph_file]") {
  CHECK(edges({}) == Texts{"c-4", "c-1", "c-2", "c-3"});
  CHECK(knowledge_file(four_claims(), Flavour::claims).node.size() == 6);
}

TEST_CASE("the claim that rules gives a relation its name", "[projection][graph_file]") {
  CHECK(edges({}, Flavour::gephi) == Texts{"c-4", "c-2", "c-3"});
  Projection earlier;
  earlier.known_by = parse_date("2017")->last;
  CHECK(edges(earlier, Flavour::gephi) == Texts{"c-4", "c-1"});
}

TEST_CASE("filters leave out claims, and nodes with all their claims", "[projection][graph_file]") {
  Projection projection;
  projection.without = {"src.one"};
  CHECK(edges(projection) == Texts{"c-2"});
  projection = {};
  projection.actor_kinds = {"state"};
  CHECK(edges(projection) == Texts{"c-1", "c-2", "c-3"});
  const DataSetFile shown = knowledge_file(four_claims(), Flavour::claims, projection);
  CHECK(shown.file.node_ids ==
        Texts{"agreement.pact", "state.a", "state.b", "topic.rivers", "vote.one"});
  CHECK(shown.file.source == std::vector<std::uint32_t>{1, 1, 2});
  CHECK(shown.file.target == std::vector<std::uint32_t>{0, 0, 0});
  projection.items = {"vote.one"};
  CHECK(edges(projection).empty());
}

TEST_CASE("a day leaves out what did not hold on it", "[projection][graph_file]") {
  Projection projection;
  projection.as_of = parse_date("2019-06-01")->first;
  CHECK(edges(projection) == Texts{"c-4", "c-1", "c-2", "c-3"});
  projection.certain_dates = true;
  CHECK(edges(projection) == Texts{"c-1", "c-2"});  // nobody says since when c had signed
}
