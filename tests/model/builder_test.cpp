// SPDX-License-Identifier: Apache-2.0
#include "engine/model/builder.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/tiny_graph.hpp"

using namespace entente;
using test::NoPlace;

namespace {

const NoPlace place;

// "K203 subject: message" of everything that is wrong; the column stands in for the file.
std::vector<std::string> complaints(KnowledgeGraphBuilder builder) {
  const auto graph = std::move(builder).build();
  std::vector<std::string> texts;
  if (graph) return texts;
  for (const Diagnostic& problem : graph.error()) {
    texts.push_back(problem.code + ' ' + problem.where.file + ": " + problem.message);
  }
  return texts;
}

using Texts = std::vector<std::string>;

Texts node_complaints(const NodeRow& row) {
  auto builder = test::tiny_builder();
  builder.add_node(row, place);
  return complaints(std::move(builder));
}

Texts source_complaints(const SourceRow& row) {
  auto builder = test::tiny_builder();
  builder.add_source(row, place);
  return complaints(std::move(builder));
}

Texts claim_complaints(const ClaimRow& row) {
  auto builder = test::tiny_builder();
  builder.add_claim(row, place);
  return complaints(std::move(builder));
}

Texts eligibility_complaints(const EligibilityRow& row) {
  auto builder = test::tiny_builder();
  builder.add_eligibility(row, place);
  return complaints(std::move(builder));
}

ClaimRow claim() {
  return {.id = "c1",
          .subject = "state.a",
          .relation = "signed",
          .object = "agreement.pact",
          .recorded = "2019",
          .source = "src.one"};
}

// A claim of the tiny graph with one field changed.
template <class Value>
Texts claim_with(Value ClaimRow::*field, Value value) {
  ClaimRow row = claim();
  row.*field = value;
  return claim_complaints(row);
}

}  // namespace

TEST_CASE("a good row of each table is accepted", "[model][builder]") {
  auto builder = test::tiny_builder();
  builder.add_claim(claim(), place);
  builder.add_eligibility(
      {.object = "agreement.pact", .actor_kind = "state", .coverage = "complete"}, place);
  builder.add_eligibility({.object = "agreement.pact", .actor = "company.c", .coverage = "partial"},
                          place);
  builder.add_same_as({.name = "A", .list = "l", .node = "state.a", .decided = "same"}, place);
  CHECK(complaints(std::move(builder)).empty());
}

TEST_CASE("what is wrong with a node is said", "[model][builder]") {
  CHECK(node_complaints({.id = "State.x", .kind = "state", .label = "X"}) ==
        Texts{"K101 id: 'State.x' is not an id"});
  for (const char* id : {"", "state", "state.", ".x", "state..x", "1.x", "state.\xC3\xA9"}) {
    CHECK(node_complaints({.id = id, .kind = "state", .label = "X"}).size() == 1);
  }
  CHECK(node_complaints({.id = "a-1.2-b.c", .kind = "state", .label = "X"}).empty());
  CHECK(node_complaints({.id = "state.a", .kind = "state", .label = "X"}) ==
        Texts{"K102 id: node 'state.a' is there twice"});
  CHECK(node_complaints({.id = "state.x", .kind = "stat", .label = "X"}) ==
        Texts{"K103 kind: unknown kind 'stat'"});
  CHECK(node_complaints({.id = "state.x", .kind = "state", .label = ""}) ==
        Texts{"K104 label: node 'state.x' has no label"});
  CHECK(node_complaints({.id = "state.x", .kind = "state", .label = "X", .from = "2019-02-30"}) ==
        Texts{"K105 from: from '2019-02-30' is not a date"});
  CHECK(node_complaints(
            {.id = "state.x", .kind = "state", .label = "X", .from = "2019", .until = "2018"}) ==
        Texts{"K106 until: until 2018 is not after from 2019"});
  CHECK(node_complaints({.id = "state.x", .kind = "state", .label = "X", .country = "fr"}) ==
        Texts{"K107 country: 'fr' is not a country's code"});
}

TEST_CASE("what is wrong with a claim is said", "[model][builder]") {
  using View = std::string_view;
  CHECK(claim_with<View>(&ClaimRow::id, "") == Texts{"K201 id: a claim needs an id"});
  CHECK(claim_with<View>(&ClaimRow::subject, "state.x") ==
        Texts{"K203 subject: subject 'state.x' is not a node"});
  CHECK(claim_with<View>(&ClaimRow::object, "pact") ==
        Texts{"K204 object: object 'pact' is not a node"});
  CHECK(claim_with<View>(&ClaimRow::relation, "sined") ==
        Texts{"K205 relation: unknown relation 'sined'"});
  CHECK(claim_with<View>(&ClaimRow::subject, "topic.rivers") ==
        Texts{"K206 subject: 'signed' takes no subject of kind topic ('topic.rivers')"});
  CHECK(claim_with<View>(&ClaimRow::object, "vote.one") ==
        Texts{"K206 object: 'signed' takes no object of kind vote ('vote.one')"});
  CHECK(claim_with<View>(&ClaimRow::source, "src.three") ==
        Texts{"K207 source: 'src.three' is not a source"});
  CHECK(claim_with<View>(&ClaimRow::stance, "+1") == Texts{"K208 stance: '+1' is not a stance"});
  CHECK(claim_with<View>(&ClaimRow::from, "12/11/2018") ==
        Texts{"K210 from: from '12/11/2018' is not a date"});
  CHECK(claim_with<View>(&ClaimRow::recorded, "yesterday") ==
        Texts{"K210 recorded: recorded 'yesterday' is not a date"});
  CHECK(claim_with<View>(&ClaimRow::recorded, "") == Texts{"K212 recorded: recorded is blank"});
  CHECK(claim_with<View>(&ClaimRow::recorded, "[2018..]") ==
        Texts{"K212 recorded: recorded has no last day"});
  CHECK(claim_with<View>(&ClaimRow::status, "assertd") ==
        Texts{"K213 status: unknown status 'assertd'"});
  CHECK(claim_with<View>(&ClaimRow::replaces, "c9") == Texts{"K214 replaces: 'c9' is not a claim"});
  CHECK(claim_with<View>(&ClaimRow::replaces, "c1") ==
        Texts{"K214 replaces: claim 'c1' replaces itself"});
  ClaimRow backwards = claim();
  backwards.from = "2019-05-01";
  backwards.until = "2019-05-01";
  CHECK(claim_complaints(backwards) ==
        Texts{"K211 until: until 2019-05-01 is not after from 2019-05-01"});
  ClaimRow self = claim();
  self.relation = "criticised";
  self.object = self.subject;
  CHECK(claim_complaints(self) == Texts{"K215 object: 'state.a' stands at both ends"});
  auto twice = test::tiny_builder();
  twice.add_claim(claim(), place);
  twice.add_claim(claim(), place);
  CHECK(complaints(std::move(twice)) == Texts{"K202 id: claim 'c1' is there twice"});
}

TEST_CASE("a mistake is reported in each row that makes it", "[model][builder]") {
  auto builder = test::tiny_builder();
  for (const char* id : {"c1", "c2"}) {
    ClaimRow wrong = claim();
    wrong.id = id;
    wrong.subject = "state.z";
    wrong.from = "2019-13";
    builder.add_claim(wrong, place);
  }
  const Texts once{"K203 subject: subject 'state.z' is not a node",
                   "K210 from: from '2019-13' is not a date"};
  CHECK(complaints(std::move(builder)) == Texts{once[0], once[1], once[0], once[1]});
}

TEST_CASE("every repetition of an id is reported, in the order of the rows", "[model][builder]") {
  auto builder = test::tiny_builder();
  for (const char* id : {"b", "a", "b", "c", "a", "b"}) {
    ClaimRow row = claim();
    row.id = id;
    builder.add_claim(row, place);
  }
  const Texts b{"K202 id: claim 'b' is there twice"}, a{"K202 id: claim 'a' is there twice"};
  CHECK(complaints(std::move(builder)) == Texts{b[0], a[0], b[0]});
}

TEST_CASE("the value of a vote says its stance", "[model][builder]") {
  ClaimRow vote = claim();
  vote.relation = "voted";
  vote.object = "vote.one";
  vote.value = "perhaps";
  CHECK(claim_complaints(vote) ==
        Texts{"K209 value: 'voted' has no stance for the value 'perhaps'"});
  vote.value = "no";
  vote.stance = "1";
  CHECK(claim_complaints(vote) == Texts{"K209 stance: stance 1, where the value 'no' means -1"});
  vote.stance = "";
  auto builder = test::tiny_builder();
  builder.add_claim(vote, place);
  CHECK(test::built(std::move(builder)).claims()[0].stance == -1);
}

TEST_CASE("a blank stance is the relation's own", "[model][builder]") {
  auto builder = test::tiny_builder();
  ClaimRow row = claim();
  builder.add_claim(row, place);
  row.id = "c2";
  row.stance = "0";
  builder.add_claim(row, place);
  row.id = "c3";
  row.relation = "invited";
  row.stance = "";
  builder.add_claim(row, place);
  const KnowledgeGraph graph = test::built(std::move(builder));
  CHECK(graph.text(graph.claims()[0].verb) == "invited");
  CHECK(graph.claims()[0].stance == no_stance);
  CHECK(graph.claims()[1].stance == 1);
  CHECK(graph.claims()[2].stance == 0);
}

TEST_CASE("what is wrong with a source is said", "[model][builder]") {
  CHECK(source_complaints({.id = "three", .title = "Three"}) ==
        Texts{"K301 id: 'three' is not an id"});
  CHECK(source_complaints({.id = "src.one", .title = "One"}) ==
        Texts{"K302 id: source 'src.one' is there twice"});
  CHECK(source_complaints({.id = "src.three", .title = ""}) ==
        Texts{"K303 title: source 'src.three' has no title"});
  CHECK(source_complaints({.id = "src.three", .title = "Three", .retrieved = "2019-13"}) ==
        Texts{"K304 retrieved: retrieved '2019-13' is not a date"});
}

TEST_CASE("what is wrong with a row of eligibility is said", "[model][builder]") {
  CHECK(eligibility_complaints({.object = "pact", .actor_kind = "state", .coverage = "named"}) ==
        Texts{"K401 object: object 'pact' is not a node"});
  CHECK(eligibility_complaints({.object = "state.b", .actor_kind = "state", .coverage = "named"}) ==
        Texts{"K402 object: 'state.b' is a state, on which no stance is taken"});
  CHECK(eligibility_complaints(
            {.object = "agreement.pact", .actor_kind = "topic", .coverage = "named"}) ==
        Texts{"K403 actor_kind: 'topic' is not a kind of actor"});
  CHECK(eligibility_complaints({.object = "agreement.pact", .coverage = "named"}) ==
        Texts{"K404 actor_kind: a row is for a kind of actor or for one actor"});
  CHECK(eligibility_complaints({.object = "agreement.pact",
                                .actor_kind = "state",
                                .actor = "state.a",
                                .coverage = "named"})
            .size() == 1);
  CHECK(eligibility_complaints(
            {.object = "agreement.pact", .actor = "state.x", .coverage = "named"}) ==
        Texts{"K405 actor: actor 'state.x' is not a node"});
  CHECK(eligibility_complaints({.object = "agreement.pact",
                                .actor_kind = "state",
                                .until = "soon",
                                .coverage = "named"}) ==
        Texts{"K406 until: until 'soon' is not a date"});
  CHECK(eligibility_complaints({.object = "agreement.pact",
                                .actor_kind = "state",
                                .from = "2019",
                                .until = "2017",
                                .coverage = "named"}) ==
        Texts{"K407 until: until 2017 is not after from 2019"});
  CHECK(eligibility_complaints(
            {.object = "agreement.pact", .actor_kind = "state", .coverage = "full"}) ==
        Texts{"K408 coverage: unknown coverage 'full'"});
}

TEST_CASE("what is wrong with a decision about a name is said", "[model][builder]") {
  auto builder = test::tiny_builder();
  builder.add_same_as({.name = "", .list = "l", .node = "state.a", .decided = "same"}, place);
  builder.add_same_as({.name = "A", .list = "l", .node = "state.x", .decided = "same"}, place);
  builder.add_same_as({.name = "A", .list = "l", .node = "state.a", .decided = "maybe"}, place);
  builder.add_same_as({.name = "A", .list = "l", .node = "state.b", .decided = "same"}, place);
  builder.add_same_as({.name = "A", .list = "l", .node = "state.b", .decided = "different"}, place);
  CHECK(complaints(std::move(builder)) ==
        Texts{"K501 name: a decision needs the name it is about",
              "K502 node: node 'state.x' is not a node",
              "K503 decided: 'maybe' is neither 'same' nor 'different'",
              "K504 name: 'A' of 'l' and 'state.b' are decided twice"});
}

TEST_CASE("every problem is reported, each at its place and with a way out", "[model][builder]") {
  auto builder = test::tiny_builder();
  builder.add_claim({.id = "c1",
                     .subject = "state.aa",
                     .relation = "signd",
                     .object = "agreement.pac",
                     .recorded = "",
                     .source = "src.onee",
                     .status = "retractd"},
                    place);
  const auto graph = std::move(builder).build();
  REQUIRE_FALSE(graph);
  REQUIRE(graph.error().size() == 6);
  for (const Diagnostic& problem : graph.error()) CHECK(problem.where.line == 7);
  CHECK(graph.error()[0].hint == "did you mean 'state.a'?");
  CHECK(graph.error()[1].hint == "did you mean 'agreement.pact'?");
  CHECK(graph.error()[2].hint == "did you mean 'signed'?");
  CHECK(graph.error()[3].hint == "did you mean 'src.one'?");
}
