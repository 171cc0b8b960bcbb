// SPDX-License-Identifier: Apache-2.0
#include "engine/model/silence.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

// The silence of an actor about the pact, given the item's rows, on a day.
Silence silence(const std::vector<EligibilityRow>& rows, std::string_view actor,
                std::string_view day, bool invited = false) {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  builder.add_node({.id = "state.young", .kind = "state", .label = "Y", .from = "2016-05-01"},
                   place);
  builder.add_node({.id = "state.gone", .kind = "state", .label = "G", .until = "2016-05-01"},
                   place);
  for (EligibilityRow row : rows) {
    row.object = "agreement.pact";
    builder.add_eligibility(row, place);
  }
  const KnowledgeGraph graph = test::built(std::move(builder));
  return SilenceOn(graph, *graph.find("agreement.pact"), parse_date(day)->first)
      .of(*graph.find(actor), invited);
}

const std::vector<EligibilityRow> complete{{.actor_kind = "state", .coverage = "complete"}};

}  // namespace

TEST_CASE("silence is absence where coverage is complete", "[model][silence]") {
  CHECK(silence(complete, "state.a", "2019-01-01") == Silence::absent);
  CHECK(silence({{.actor_kind = "state", .coverage = "partial"}}, "state.a", "2019-01-01") ==
        Silence::unknown);
  CHECK(silence({{.actor_kind = "state", .coverage = "named"}}, "state.a", "2019-01-01") ==
        Silence::unknown);
  CHECK(silence({}, "state.a", "2019-01-01") == Silence::unknown);
}

TEST_CASE("a kind without a row could not, unless invited", "[model][silence]") {
  CHECK(silence(complete, "company.c", "2019-01-01") == Silence::impossible);
  CHECK(silence(complete, "company.c", "2019-01-01", true) == Silence::unknown);
}

TEST_CASE("a row for the actor counts before the rows for its kind", "[model][silence]") {
  auto rows = complete;
  rows.push_back({.actor = "state.a", .coverage = "named"});
  CHECK(silence(rows, "state.a", "2019-01-01") == Silence::unknown);
  CHECK(silence(rows, "state.b", "2019-01-01") == Silence::absent);
  CHECK(silence({{.actor = "company.c", .coverage = "complete"}}, "company.c", "2019-01-01") ==
        Silence::absent);
}

TEST_CASE("coverage is complete only while its row certainly holds", "[model][silence]") {
  const std::vector<EligibilityRow> founders{
      {.actor_kind = "state", .from = "2018-04-17", .until = "2018-04-18", .coverage = "complete"}};
  CHECK(silence(founders, "state.a", "2018-04-16") == Silence::impossible);
  CHECK(silence(founders, "state.a", "2018-04-17") == Silence::absent);
  CHECK(silence(founders, "state.a", "2018-04-18") == Silence::unknown);
  const std::vector<EligibilityRow> months{
      {.actor_kind = "state", .until = "2019-02", .coverage = "partial"},
      {.actor_kind = "state", .from = "2019-02", .coverage = "complete"}};
  CHECK(silence(months, "state.a", "1900-01-01") == Silence::unknown);
  CHECK(silence(months, "state.a", "2019-02-15") == Silence::unknown);
  CHECK(silence(months, "state.a", "2019-03-01") == Silence::absent);
}

TEST_CASE("who does not exist could not, even if invited", "[model][silence]") {
  CHECK(silence(complete, "state.young", "2016-04-30", true) == Silence::impossible);
  CHECK(silence(complete, "state.young", "2016-05-01") == Silence::absent);
  CHECK(silence(complete, "state.gone", "2016-04-30") == Silence::absent);
  CHECK(silence({}, "state.gone", "2016-05-01") == Silence::impossible);
}
