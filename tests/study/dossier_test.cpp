// SPDX-License-Identifier: Apache-2.0
#include "engine/study/dossier.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/report/dossier_text.hpp"
#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

// a is said to have signed and, later, to have declined; what was said of b was retracted.
KnowledgeGraph told() {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  builder.add_node({.id = "state.late", .kind = "state", .label = "Late", .from = "2021"}, place);
  const auto say = [&](ClaimRow row) {
    row.object = "agreement.pact";
    if (row.source.empty()) row.source = "src.one";
    builder.add_claim(row, place);
  };
  say({.id = "1", .subject = "state.a", .relation = "signed", .from = "2016", .recorded = "2017"});
  say({.id = "2",
       .subject = "state.a",
       .relation = "declined",
       .from = "2016",
       .recorded = "2019",
       .source = "src.two"});
  say({.id = "3",
       .subject = "state.a",
       .relation = "criticised",
       .from = "2016",
       .recorded = "2018"});
  say({.id = "4",
       .subject = "state.b",
       .relation = "signed",
       .from = "2016",
       .recorded = "2017",
       .status = "retracted"});
  say({.id = "5",
       .subject = "state.late",
       .relation = "signed",
       .from = "[2016..2018]",
       .recorded = "2020",
       .replaces = "4"});
  builder.add_eligibility({.object = "agreement.pact",
                           .actor_kind = "state",
                           .from = "2016",
                           .coverage = "complete",
                           .why = "the list names all"},
                          place);
  return test::built(std::move(builder));
}

Dossier dossier(const KnowledgeGraph& graph, const char* node, const char* other,
                const char* known_by = "", const char* as_of = "2019-06-01") {
  Projection projection;
  projection.as_of = parse_date(as_of)->first;
  if (*known_by != 0) projection.known_by = parse_date(known_by)->last;
  return dossier_of(graph, *graph.find(node),
                    *other == 0 ? std::nullopt : std::optional(*graph.find(other)), projection);
}

std::string standings(const KnowledgeGraph& graph, const Dossier& dossier) {
  std::string text;
  for (const DossierGroup& group : dossier.groups) {
    text += group.verb + (group.outgoing ? ">" : "<");
    for (const DossierEntry& entry : group.entries) {
      text +=
          ' ' + std::string(graph.text(graph.claim(entry.claim).id)) + ' ' + word(entry.standing);
    }
    text += '\n';
  }
  return text;
}

const char* const pact = "agreement.pact";

}  // namespace

TEST_CASE("a dossier says which claim rules, and another aspect contradicts nothing",
          "[study][dossier]") {
  const KnowledgeGraph graph = told();
  const Dossier pair = dossier(graph, "state.a", pact);
  CHECK(standings(graph, pair) == "criticised> 3 stands\ndeclined> 2 rules\nsigned> 1 overruled\n");
  CHECK(pair.overruled == 1);
  CHECK(pair.is_cell);
  CHECK(pair.stance == 0);
  // Before the second source wrote, the first one stood alone.
  const Dossier before = dossier(graph, "state.a", pact, "2018");
  CHECK(standings(graph, before) == "criticised> 3 stands\nsigned> 1 stands\n");
  CHECK(before.left_out == 1);
  CHECK(before.stance == 1);
}

TEST_CASE("a retracted claim is shown as such, and stood before", "[study][dossier]") {
  const KnowledgeGraph graph = told();
  CHECK(standings(graph, dossier(graph, "state.b", pact)) == "signed> 4 retracted\n");
  CHECK(standings(graph, dossier(graph, "state.b", pact, "2019")) == "signed> 4 stands\n");
}

TEST_CASE("the order of the two nodes does not change what is read", "[study][dossier]") {
  const KnowledgeGraph graph = told();
  const Dossier there = dossier(graph, "state.a", pact), back = dossier(graph, pact, "state.a");
  CHECK(back.is_cell);
  CHECK(there.stance == back.stance);
  CHECK(standings(graph, back) == "criticised< 3 stands\ndeclined< 2 rules\nsigned< 1 overruled\n");
}

TEST_CASE("silence means absent, unknown or impossible, and the dossier says why",
          "[study][dossier]") {
  const KnowledgeGraph graph = told();
  const auto silence = [&](const char* actor, const char* as_of, const char* known_by = "") {
    const Dossier found = dossier(graph, actor, pact, known_by, as_of);
    REQUIRE(found.silence);
    return std::pair(found.silence->silence, found.silence->why.front());
  };
  CHECK(silence("state.b", "2019-06-01") ==
        std::pair(Silence::absent, std::string("the list for state: complete, from 2016 (the list "
                                               "names all)")));
  CHECK(silence("company.c", "2019-06-01") ==
        std::pair(Silence::impossible, std::string("its lists have no row for company")));
  CHECK(silence("state.late", "2015-06-01") ==
        std::pair(Silence::impossible, std::string("it exists from 2021")));
  const Dossier vote = dossier(graph, "state.a", "vote.one");
  CHECK(vote.silence->silence == Silence::unknown);
  CHECK(vote.silence->why.front() == "nothing says who could take a stance on it");
}

TEST_CASE("a claim that the options leave out makes silence unknown", "[study][dossier]") {
  const KnowledgeGraph graph = told();
  Projection projection;
  projection.as_of = parse_date("2019-06-01")->first;
  projection.without = {"src.one", "src.two"};
  const Dossier found = dossier_of(graph, *graph.find("state.a"), *graph.find(pact), projection);
  CHECK(found.claims == 0);
  CHECK(found.left_out == 3);
  CHECK(found.silence->silence == Silence::unknown);
}

TEST_CASE("a dossier of one node has both directions and every claim", "[study][dossier]") {
  const KnowledgeGraph graph = told();
  const Dossier found = dossier(graph, pact, "");
  CHECK(found.claims == 5);
  CHECK_FALSE(found.is_cell);
  CHECK(found.coverage.size() == 1);
  CHECK(row_count(claims_table(graph, found)) == 5);
}

TEST_CASE("a long relation is cut in the text, and links are for terminals alone",
          "[report][dossier]") {
  const KnowledgeGraph graph = told();
  const Dossier found = dossier(graph, pact, "");
  const std::string cut = dossier_text(graph, found, {.rows = 1});
  CHECK(cut.find("... 2 more (--rows 0 shows all") != std::string::npos);
  CHECK(dossier_text(graph, found, {.rows = 0}).find("more (") == std::string::npos);
  CHECK(cut.find('\x1b') == std::string::npos);
}
