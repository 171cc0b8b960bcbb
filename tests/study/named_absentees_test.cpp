// SPDX-License-Identifier: Apache-2.0
#include "engine/study/named_absentees.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/study/words.hpp"
#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

// Two votes divide six states: w1 w2 w3 said no and yes, e1 e2 e3 yes and no. w1 and w2 signed the
// pact; w3 and e1 are said to have declined it.
KnowledgeGraph two_blocs() {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  builder.add_node({.id = "vote.two", .kind = "vote", .label = "vote.two"}, place);
  int next = 0;
  std::vector<std::string> ids;
  ids.reserve(40);
  const auto say = [&](const char* subject, const char* relation, const char* object,
                       const char* value = "") {
    ids.push_back(std::to_string(next++));
    builder.add_claim({.id = ids.back(),
                       .subject = subject,
                       .relation = relation,
                       .object = object,
                       .value = value,
                       .from = "2017",
                       .recorded = "2019",
                       .source = "src.one"},
                      place);
  };
  for (const char* state :
       {"state.e1", "state.e2", "state.e3", "state.w1", "state.w2", "state.w3"}) {
    builder.add_node({.id = state, .kind = "state", .label = state + 6}, place);
    const bool west = state[6] == 'w';
    say(state, "voted", "vote.one", west ? "no" : "yes");
    say(state, "voted", "vote.two", west ? "yes" : "no");
  }
  say("state.w1", "signed", "agreement.pact");
  say("state.w2", "signed", "agreement.pact");
  say("state.w3", "declined", "agreement.pact");
  say("state.e1", "declined", "agreement.pact");
  return test::built(std::move(builder));
}

// East first: e1 e2 e3, then w1 w2 w3.
Coalitions east_and_west() {
  Coalitions coalitions;
  coalitions.p_value = 0.01;
  coalitions.coalitions.resize(2);
  coalitions.coalitions[0].members = coalitions.coalitions[0].typical = {0, 1, 2};
  coalitions.coalitions[1].members = coalitions.coalitions[1].typical = {3, 4, 5};
  coalitions.of_actor = {0, 0, 0, 1, 1, 1};
  coalitions.confidence.assign(6, 1);
  return coalitions;
}

}  // namespace

TEST_CASE("absentees are told apart by the coalition of those who signed", "[study][absentees]") {
  const KnowledgeGraph graph = two_blocs();
  ViewStudy study;
  study.all = project_two_mode(graph, states_projection());
  study.core = core_of(study.all, graph);
  REQUIRE(study.core.view.actor_count() == 6);
  study.coalitions = east_and_west();
  const auto found = named_absentees(graph, study.all, study.core, *study.coalitions);
  REQUIRE(found.size() == 1);
  CHECK(graph.id(found[0].item) == "agreement.pact");
  CHECK(found[0].home == 1);
  CHECK(found[0].signatories == 2);
  CHECK(found[0].signatories_in_home == 2);
  CHECK(found[0].inside == std::vector{*graph.find("state.w3")});
  CHECK(found[0].outside == std::vector{*graph.find("state.e1")});
  CHECK(found[0].unplaced.empty());
  REQUIRE(found[0].votes.size() == 2);
  CHECK(graph.id(found[0].votes[0].vote) == "vote.one");
  CHECK(found[0].votes[0].inside == Answer::no);
  CHECK(found[0].votes[0].outside == Answer::yes);
  CHECK(found[0].votes[0].home_with == 3);

  const auto sentences = Words(graph).absentees(study, found[0]);
  REQUIRE(sentences.size() == 2);
  CHECK(sentences[0].find("w3 stands inside") != std::string::npos);
  CHECK(sentences[1] ==
        "They divide on vote.two (yes inside, no outside) and vote.one (no inside, yes outside).");
}

TEST_CASE("an actor with fewer than two stances is not placed", "[study][absentees]") {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  builder.add_claim({.id = "1",
                     .subject = "state.a",
                     .relation = "signed",
                     .object = "agreement.pact",
                     .from = "2017",
                     .recorded = "2019",
                     .source = "src.one"},
                    place);
  builder.add_claim({.id = "2",
                     .subject = "state.a",
                     .relation = "voted",
                     .object = "vote.one",
                     .value = "yes",
                     .from = "2017",
                     .recorded = "2019",
                     .source = "src.one"},
                    place);
  builder.add_claim({.id = "3",
                     .subject = "state.b",
                     .relation = "declined",
                     .object = "agreement.pact",
                     .from = "2017",
                     .recorded = "2019",
                     .source = "src.one"},
                    place);
  const KnowledgeGraph graph = test::built(std::move(builder));
  const TwoMode all = project_two_mode(graph, states_projection());
  const TwoMode core = core_of(all, graph);
  Coalitions alone;
  alone.coalitions.resize(1);
  alone.coalitions[0].members = {0};
  alone.of_actor = {0};
  const auto found = named_absentees(graph, all, core, alone);
  REQUIRE(found.size() == 1);
  CHECK(found[0].unplaced == std::vector{*graph.find("state.b")});
  CHECK(found[0].votes.empty());
}
