// SPDX-License-Identifier: Apache-2.0
#include "engine/projection/two_mode.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/sponsored_graph.hpp"
#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

// state.a signed the pact and voted yes, state.b is said to have declined it and voted no, state.c
// abstained and only possibly signed. `coverage` is of the pact's list of states.
KnowledgeGraph three_states(std::string_view coverage) {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  builder.add_node({.id = "state.c", .kind = "state", .label = "C"}, place);
  const auto say = [&](ClaimRow row) {
    row.recorded = "2019";
    row.source = "src.one";
    builder.add_claim(row, place);
  };
  const char* pact = "agreement.pact";
  say({.id = "1", .subject = "state.a", .relation = "signed", .object = pact, .from = "2016"});
  say({.id = "2", .subject = "state.b", .relation = "declined", .object = pact, .from = "2016"});
  say({.id = "3",
       .subject = "state.c",
       .relation = "signed",
       .object = pact,
       .from = "[2018..2020]"});
  const char* id[] = {"4", "5", "6"};
  const char* state[] = {"state.a", "state.b", "state.c"};
  const char* value[] = {"yes", "no", "abstain"};
  for (int k = 0; k < 3; ++k) {
    say({.id = id[k],
         .subject = state[k],
         .relation = "voted",
         .object = "vote.one",
         .value = value[k],
         .from = "2017"});
  }
  builder.add_eligibility({.object = pact, .actor_kind = "state", .coverage = coverage}, place);
  return test::built(std::move(builder));
}

TwoMode read(const KnowledgeGraph& graph, bool certain = false) {
  Projection projection = states_projection();
  projection.as_of = parse_date("2019-06-01")->first;
  projection.certain_dates = certain;
  return project_two_mode(graph, projection);
}

bool known(const View& view, const char* actor, const char* item) {
  const Mask* mask = view.mask();
  return mask == nullptr || mask->known(*view.find(actor), *view.find(item) - view.actor_count());
}

}  // namespace

TEST_CASE("a roll call is two items that exclude each other", "[projection][two_mode]") {
  const KnowledgeGraph graph = three_states("complete");
  const View view = read(graph).view;
  const Vertex yes = *view.find("vote.one.yes"), no = *view.find("vote.one.no");
  CHECK(view.other_answer(yes - view.actor_count()) == no - view.actor_count());
  CHECK(view.out(yes).size() == 1);
  CHECK(view.out(no).size() == 1);
  CHECK(known(view, "state.c", "vote.one.yes"));  // an abstention is a known 0 in both
  CHECK(known(view, "state.c", "vote.one.no"));
}

TEST_CASE("certain dates leave out what is only possible", "[projection][two_mode]") {
  const KnowledgeGraph graph = three_states("complete");
  const TwoMode possible = read(graph), certain = read(graph, true);
  CHECK(possible.view.edge_count() == certain.view.edge_count() + 1);
  CHECK(possible.only_possible == 1);
  CHECK(certain.only_possible == 0);
}

TEST_CASE("an incomplete list accuses nobody", "[projection][two_mode]") {
  const KnowledgeGraph complete = three_states("complete"), partial = three_states("partial");
  const TwoMode all = read(partial);
  CHECK(known(all.view, "state.b", "agreement.pact"));  // said outright, and shown
  CHECK_FALSE(known(core_of(all, partial).view, "state.b", "agreement.pact"));  // but not tested
  CHECK(known(core_of(read(complete), complete).view, "state.b", "agreement.pact"));
}

TEST_CASE("what the projection leaves out accuses nobody", "[projection][two_mode]") {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  builder.add_node({.id = "state.c", .kind = "state", .label = "C"}, place);
  builder.add_node({.id = "company.d", .kind = "company", .label = "D"}, place);
  const auto say = [&](ClaimRow row) {
    row.relation = "signed";
    row.object = "agreement.pact";
    builder.add_claim(row, place);
  };
  say({.id = "1", .subject = "state.a", .from = "2016", .recorded = "2016", .source = "src.one"});
  say({.id = "2", .subject = "state.b", .from = "2016", .recorded = "2018", .source = "src.two"});
  say({.id = "3", .subject = "company.c", .from = "2016", .recorded = "2016", .source = "src.one"});
  for (const char* kind : {"state", "company"}) {
    builder.add_eligibility(
        {.object = "agreement.pact", .actor_kind = kind, .coverage = "complete"}, place);
  }
  const KnowledgeGraph graph = test::built(std::move(builder));
  Projection projection;
  projection.as_of = parse_date("2017-06-01")->first;
  const char* pact = "agreement.pact";
  const View whole = project_two_mode(graph, projection).view;
  CHECK(known(whole, "state.c", pact));
  CHECK(known(whole, "company.d", pact));

  // B's signature was recorded later: on that day the list of states had a hole, that of the
  // companies had none.
  projection.known_by = projection.as_of;
  const View then = project_two_mode(graph, projection).view;
  CHECK(known(then, "state.a", pact));
  CHECK_FALSE(known(then, "state.b", pact));
  CHECK_FALSE(known(then, "state.c", pact));
  CHECK(known(then, "company.d", pact));

  projection.known_by.reset();
  projection.without = {"src.two"};
  CHECK_FALSE(known(project_two_mode(graph, projection).view, "state.c", pact));
}

TEST_CASE("a stance that only possibly holds is no known 0 where dates are certain",
          "[projection][two_mode]") {
  const KnowledgeGraph graph = three_states("complete");
  const TwoMode certain = read(graph, true);
  CHECK_FALSE(known(certain.view, "state.c", "agreement.pact"));
  CHECK_FALSE(known(core_of(certain, graph, 1).view, "state.c", "agreement.pact"));
}

namespace {

// What an actor is read to say on an item; 9 where nothing is known.
int stance_on(const KnowledgeGraph& graph, const TwoMode& view, const char* actor,
              const char* item) {
  for (const Stand& stand : view.stands) {
    if (graph.id(stand.actor) == actor && graph.id(stand.item) == item) return stand.stance;
  }
  return 9;
}

TwoMode sponsored_on(const KnowledgeGraph& graph, const char* day) {
  Projection projection = actors_projection();
  projection.as_of = parse_date(day)->first;
  return project_two_mode(graph, projection);
}

}  // namespace

TEST_CASE("what was put to the vote enters by its votes alone", "[projection][two_mode]") {
  const KnowledgeGraph graph = test::sponsored_graph();
  const TwoMode view = sponsored_on(graph, "2019-01-01");
  CHECK(stance_on(graph, view, "state.a", "vote.one") == 1);
  CHECK(stance_on(graph, view, "state.b", "vote.one") == 0);
  CHECK(stance_on(graph, view, "state.c", "vote.one") == 9);  // sponsored it and did not vote
  CHECK(stance_on(graph, view, "state.d", "vote.one") == -1);
  CHECK(view.overruled == 0);
  // a yes, d no, a sponsored the text, e signed: four edges.
  CHECK(view.view.edge_count() == 4);
  CHECK(view.view.find("vote.one.yes"));
  CHECK(view.view.find("vote.one.no"));
}

TEST_CASE("where sponsors are asked for, a vote rules over sponsoring", "[projection][two_mode]") {
  const KnowledgeGraph graph = test::sponsored_graph();
  Projection projection = actors_projection();
  projection.as_of = parse_date("2019-01-01")->first;
  projection.relations = {"voted", "sponsored"};
  const TwoMode view = project_two_mode(graph, projection);
  CHECK(stance_on(graph, view, "state.b", "vote.one") == 0);
  CHECK(stance_on(graph, view, "state.c", "vote.one") == 1);
  CHECK(view.overruled == 1);
}

TEST_CASE("a resolution that was adopted without a vote is one item", "[projection][two_mode]") {
  const KnowledgeGraph graph = test::sponsored_graph();
  const TwoMode view = sponsored_on(graph, "2019-01-01");
  const auto text = view.view.find("vote.text");
  REQUIRE(text);
  CHECK(view.answer[*text - view.view.actor_count()] == Answer::support);
  CHECK_FALSE(view.view.find("vote.text.yes"));
}

TEST_CASE("nobody has a stance on what does not exist yet", "[projection][two_mode]") {
  const KnowledgeGraph graph = test::sponsored_graph();
  CHECK(stance_on(graph, sponsored_on(graph, "2018-06-01"), "state.a", "vote.text") == 1);
  CHECK(stance_on(graph, sponsored_on(graph, "2018-05-31"), "state.a", "vote.text") == 9);
}

TEST_CASE("who only takes part in a programme is in no view", "[projection][two_mode]") {
  const KnowledgeGraph graph = test::sponsored_graph();
  const TwoMode view = sponsored_on(graph, "2015-01-01");  // before anything was signed
  CHECK_FALSE(view.view.find("company.c"));
  CHECK(view.view.find("company.e"));
  CHECK(view.view.actor_count() == 5);
}
