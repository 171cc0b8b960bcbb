// SPDX-License-Identifier: Apache-2.0
#include "engine/study/sensitivity.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>

#include "engine/study/sensitivity_table.hpp"
#include "engine/study/words.hpp"
#include "tests/support/two_blocs.hpp"

using namespace entente;

namespace {

ViewStudy studied(const KnowledgeGraph& graph) {
  const auto study = run_study(graph, states_projection(), {});
  REQUIRE(study);
  return study->views.front();
}

}  // namespace

TEST_CASE("headlines that many lists carry survive the loss of any", "[study][sensitivity]") {
  const KnowledgeGraph graph = test::two_blocs(4);
  const ViewStudy view = studied(graph);
  REQUIRE(has_coalitions(view));
  // The pact has no expected signature that is missing, and nobody is unusual: no such headline.
  REQUIRE(view.sensitivity.size() == 3);
  CHECK(view.sensitivity[0].kind == HeadlineKind::beyond_chance);
  CHECK(view.sensitivity[1].kind == HeadlineKind::same_coalitions);
  CHECK(view.sensitivity[2].kind == HeadlineKind::absentees);
  CHECK(graph.id(view.sensitivity[2].item) == "agreement.pact");
  for (const Headline& headline : view.sensitivity) {
    // bicm (of the first alone), two resolutions, dates, disputed claims, four votes and the pact
    CHECK(headline.trials.size() == (headline.kind == HeadlineKind::beyond_chance ? 10U : 9U));
    CHECK(headline.survived() == headline.trials.size());
  }
  for (const Trial& trial : view.sensitivity[1].trials) CHECK(trial.value == 1);
  const std::string words = Words(graph).sensitivity(view);
  CHECK(words == "beyond chance 10 of 10; same coalitions 9 of 9; absentees' sides 9 of 9");
}

TEST_CASE("a headline that rests on one list says so", "[study][sensitivity]") {
  const KnowledgeGraph graph = test::two_blocs(4);
  ViewStudy view = studied(graph);
  // The same headline, had another division been found: no choice gives it again.
  view.coalitions->of_actor = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1};
  const auto other = find_sensitivity(graph, view, {}, {});
  REQUIRE(other);
  REQUIRE(other->size() == 3);
  CHECK((*other)[0].survived() == (*other)[0].trials.size());
  CHECK((*other)[1].survived() == 0);
  view.sensitivity = *other;
  CHECK(Words(graph).sensitivity(view).find("same coalitions 0 of 9 (not without agreement.pact") !=
        std::string::npos);
  Study study;
  study.views = {view};
  const Table table = sensitivity_table(graph, study);
  CHECK(row_count(table) == 10 + 9 + 9);
}

TEST_CASE("whose absence and who is unusual are asked again", "[study][sensitivity]") {
  const KnowledgeGraph graph = test::two_blocs(4);
  ViewStudy view = studied(graph);
  // Had the first actor been told as unusual, and its absence as unexpected, nothing gives it
  // again.
  view.outliers.unusual.resize(1);
  view.outliers.unusual[0].actor.actor = 0;
  view.outliers.unusual[0].actor.p_value = 0.01;
  view.outliers.absences = {
      {.actor = 0, .item = 0, .p_value = 0.01, .carried_by = {}, .peers = {}}};
  const auto found = find_sensitivity(graph, view, {}, {});
  REQUIRE(found);
  for (const HeadlineKind kind : {HeadlineKind::absences, HeadlineKind::unusual}) {
    const auto at = std::find_if(found->begin(), found->end(),
                                 [&](const Headline& h) { return h.kind == kind; });
    REQUIRE(at != found->end());
    CHECK(at->trials.size() == 7);  // dates, disputed claims, four votes and the pact
    CHECK(at->survived() == 0);
  }
  SensitivityOptions without_lists;
  without_lists.draws_without_list = 0;
  const auto fewer = find_sensitivity(graph, view, without_lists, {});
  REQUIRE(fewer);
  for (const Headline& headline : *fewer) {
    if (headline.kind == HeadlineKind::unusual) CHECK(headline.trials.size() == 2);
    if (headline.kind == HeadlineKind::same_coalitions) CHECK(headline.trials.size() == 9);
  }
}

TEST_CASE("the brokers are asked again of all actors", "[study][sensitivity]") {
  const KnowledgeGraph graph = test::two_blocs(4);
  ViewStudy view = studied(graph);
  view.brokers = {Broker{.actor = 0, .met = {}}};
  const auto found = find_sensitivity(graph, view, {}, {});
  REQUIRE(found);
  REQUIRE(found->size() == 2);
  CHECK((*found)[0].kind == HeadlineKind::beyond_chance);
  const Headline& brokers = (*found)[1];
  CHECK(brokers.kind == HeadlineKind::brokers);
  CHECK(brokers.trials.size() == 7);  // dates, disputed claims, four votes and the pact
  CHECK(brokers.survived() == 0);     // states alone meet nobody of another kind
  for (const Trial& trial : brokers.trials) CHECK(trial.value == 0);
}

TEST_CASE("where nothing is beyond chance the one headline is that", "[study][sensitivity]") {
  const KnowledgeGraph graph = test::two_blocs(1);  // a single roll call: a table with few others
  ViewStudy view = studied(graph);
  REQUIRE(view.coalitions);
  REQUIRE_FALSE(has_coalitions(view));
  REQUIRE(view.sensitivity.size() == 1);
  CHECK(view.sensitivity[0].kind == HeadlineKind::beyond_chance);
  for (const Trial& trial : view.sensitivity[0].trials)
    CHECK(trial.survives == (trial.value > 0.05));
}
