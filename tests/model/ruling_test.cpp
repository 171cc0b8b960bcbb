// SPDX-License-Identifier: Apache-2.0
#include "engine/model/ruling.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

// Claims of state.a about the pact: e was retracted, and f replaces it.
KnowledgeGraph said() {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  const auto say = [&](ClaimRow row) {
    row.subject = "state.a";
    row.object = "agreement.pact";
    row.relation = "signed";
    row.source = "src.one";
    builder.add_claim(row, place);
  };
  say({.id = "c", .recorded = "2018-03-01"});
  say({.id = "b", .recorded = "2018-03-01"});
  say({.id = "d", .recorded = "2018-01"});
  say({.id = "e", .recorded = "2019-05-01", .status = "retracted"});
  say({.id = "f", .recorded = "2020-06-01", .replaces = "e"});
  say({.id = "g", .recorded = "2017", .status = "retracted"});
  say({.id = "h", .recorded = "2016", .status = "disputed"});
  return test::built(std::move(builder));
}

ClaimId claim(const KnowledgeGraph& graph, std::string_view id) {
  for (std::uint32_t c = 0; c < graph.claims().size(); ++c) {
    if (graph.text(graph.claims()[c].id) == id) return ClaimId{c};
  }
  throw std::runtime_error("no such claim");
}

std::string in_order(const KnowledgeGraph& graph, std::optional<Day> known_by = {}) {
  std::vector<ClaimId> claims;
  for (std::uint32_t c = 0; c < graph.claims().size(); ++c) claims.push_back(ClaimId{c});
  std::sort(claims.begin(), claims.end(),
            [&](ClaimId a, ClaimId b) { return rules_over(graph, a, b, known_by); });
  std::string ids;
  for (const ClaimId c : claims) ids += graph.text(graph.claim(c).id);
  return ids;
}

Day day(const char* text) { return parse_date(text)->first; }

}  // namespace

TEST_CASE("not retracted comes before the latest recorded, and that before the smallest id",
          "[model][ruling]") {
  CHECK(in_order(said()) == "fbcdheg");
}

TEST_CASE("a retracted claim ruled until its correction was recorded", "[model][ruling]") {
  const KnowledgeGraph graph = said();
  // f had not been recorded, so e stood; nothing replaces g, so it still stands.
  CHECK(in_order(graph, day("2020-05-31")) == "ebcdghf");
  CHECK(in_order(graph, day("2020-06-01")) == "fbcdghe");
}

TEST_CASE("what was recorded in a month stands from its last day on", "[model][ruling]") {
  const KnowledgeGraph graph = said();
  const ClaimId d = claim(graph, "d");
  CHECK_FALSE(stands(graph, d, day("2018-01-30")));
  CHECK(stands(graph, d, day("2018-01-31")));
  CHECK(stands(graph, d));
  CHECK_FALSE(stands(graph, claim(graph, "g")));
  CHECK(stands(graph, claim(graph, "h")));  // disputed is not retracted
}
