// SPDX-License-Identifier: Apache-2.0
#include "engine/model/contradictions.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

// Claims of one state about the pact; the ids of those that disagree, the ruling one first.
std::vector<std::string> disagreeing(const std::vector<ClaimRow>& rows) {
  auto builder = test::tiny_builder();
  const test::NoPlace place;
  for (ClaimRow row : rows) {
    row.subject = "state.a";
    row.object = "agreement.pact";
    row.source = "src.one";
    builder.add_claim(row, place);
  }
  const KnowledgeGraph graph = test::built(std::move(builder));
  std::vector<std::string> texts;
  for (const Contradiction& contradiction : find_contradictions(graph)) {
    CHECK(graph.id(contradiction.subject) == "state.a");
    CHECK(graph.id(contradiction.object) == "agreement.pact");
    std::string ids;
    for (const ClaimId claim : contradiction.claims) ids += graph.text(graph.claim(claim).id);
    texts.push_back(ids);
  }
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("different stances of one aspect contradict, and the latest recorded rules",
          "[model][contradictions]") {
  CHECK(disagreeing({{.id = "a", .relation = "signed", .recorded = "2019"},
                     {.id = "b", .relation = "declined", .recorded = "2020"}}) == Texts{"ba"});
  CHECK(disagreeing({{.id = "b", .relation = "signed", .recorded = "2019"},
                     {.id = "a", .relation = "declined", .recorded = "2019"},
                     {.id = "c", .relation = "signed", .recorded = "2019"}}) == Texts{"abc"});
}

TEST_CASE("two steps of support, and two aspects, do not contradict", "[model][contradictions]") {
  CHECK(disagreeing({{.id = "a", .relation = "signed", .recorded = "2019"},
                     {.id = "b", .relation = "ratified", .recorded = "2020"},
                     {.id = "c", .relation = "criticised", .recorded = "2020"},
                     {.id = "d", .relation = "invited", .recorded = "2020"}})
            .empty());
}

TEST_CASE("claims that cannot hold on the same day do not contradict", "[model][contradictions]") {
  const ClaimRow declined{
      .id = "a", .relation = "declined", .from = "2016", .until = "2017-06-01", .recorded = "2019"};
  CHECK(disagreeing(
            {declined, {.id = "b", .relation = "signed", .from = "2017-06-01", .recorded = "2019"}})
            .empty());
  CHECK(disagreeing(
            {declined, {.id = "b", .relation = "signed", .from = "2017-05", .recorded = "2018"}}) ==
        Texts{"ab"});
  CHECK(disagreeing({declined, {.id = "b", .relation = "signed", .recorded = "2018"}}) ==
        Texts{"ab"});
}

TEST_CASE("a retracted claim contradicts nothing, a disputed one does", "[model][contradictions]") {
  const ClaimRow declined{.id = "a", .relation = "declined", .recorded = "2019"};
  CHECK(disagreeing({declined,
                     {.id = "b", .relation = "signed", .recorded = "2019", .status = "retracted"}})
            .empty());
  CHECK(disagreeing(
            {declined, {.id = "b", .relation = "signed", .recorded = "2019", .status = "disputed"}})
            .size() == 1);
}
