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
  CHECK(words == "beyond chance 10 of 10; the same coalitions 9 of 9; the absentees' sides 9 of 9");
}

TEST_CASE("a headline that rests on one list says so", "[study][sensitivity]") {
  const KnowledgeGraph graph = test::two_blocs(4);
  ViewStudy view = studied(graph);
  // The same headline, had another division been found: no choice gives it again.
  view.coalitions->of_actor = {0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1};
  const Sensitivity other = find_sensitivity(graph, view, {}, {});
  REQUIRE(other.size() == 3);
  CHECK(other[0].survived() == other[0].trials.size());
  CHECK(other[1].survived() == 0);
  view.sensitivity = other;
  CHECK(Words(graph).sensitivity(view).find(
            "the same coalitions 0 of 9 (not without agreement.pact") != std::string::npos);
  Study study;
  study.views = {view};
  const Table table = sensitivity_table(graph, study);
  CHECK(row_count(table) == 10 + 9 + 9);
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
