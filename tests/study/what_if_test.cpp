// SPDX-License-Identifier: Apache-2.0
#include "engine/study/what_if.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>
#include <cmath>

#include "engine/study/measures.hpp"
#include "tests/support/tiny_graph.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;

namespace {

// Six states; each of the first three signs each of three pacts, the others three more.
KnowledgeGraph two_camps() {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  std::vector<std::string> pacts, states;
  for (const char* k : {"1", "2", "3", "4", "5", "6"}) {
    pacts.push_back("agreement.p" + std::string(k));
    states.push_back("state.s" + std::string(k));
    builder.add_node({.id = pacts.back(), .kind = "agreement", .label = pacts.back()}, place);
    builder.add_node({.id = states.back(), .kind = "state", .label = states.back()}, place);
    builder.add_eligibility({.object = pacts.back(), .actor_kind = "state", .coverage = "complete"},
                            place);
  }
  int id = 0;
  for (std::size_t s = 0; s < 6; ++s) {
    for (std::size_t p = 0; p < 6; ++p) {
      if ((s < 3) != (p < 3)) continue;
      const std::string claim = std::to_string(++id);
      builder.add_claim({.id = claim,
                         .subject = states[s],
                         .relation = "signed",
                         .object = pacts[p],
                         .from = "2016",
                         .recorded = "2017",
                         .source = "src.one"},
                        place);
    }
  }
  return test::built(std::move(builder));
}

Projection asked() {
  Projection projection;
  projection.as_of = parse_date("2018-01-01")->first;
  return projection;
}

const Context quick{.effort = Effort::quick};

}  // namespace

TEST_CASE("an edit of nothing changes no view", "[study][what_if]") {
  const KnowledgeGraph graph = two_camps();
  const auto copy = edited(graph, {});
  REQUIRE(copy);
  const auto found = what_if(graph, *copy, asked(), quick);
  REQUIRE(found);
  REQUIRE(found->views.size() == 3);
  for (const WhatIfView& view : found->views) {
    CHECK_FALSE(view.changed);
    CHECK(view.centralities.empty());
    CHECK(view.groups.movers.empty());
  }
}

TEST_CASE("who leaves its camp for the other one moves", "[study][what_if]") {
  const KnowledgeGraph graph = two_camps();
  Edit edit{.from = *asked().as_of, .recorded = graph.snapshot()};
  const NodeId mover = *graph.find("state.s1");
  for (const char* pact : {"agreement.p1", "agreement.p2", "agreement.p3"})
    edit.added.push_back({mover, *graph.find(pact), "declined", ""});
  for (const char* pact : {"agreement.p4", "agreement.p5", "agreement.p6"})
    edit.added.push_back({mover, *graph.find(pact), "signed", ""});
  const auto copy = edited(graph, edit);
  REQUIRE(copy);
  const auto found = what_if(graph, *copy, asked(), quick);
  REQUIRE(found);
  const WhatIfView& states = found->views.front();
  CHECK(states.changed);
  REQUIRE(states.groups.movers.size() == 1);
  CHECK(states.groups.movers[0].actor == "state.s1");
  CHECK(*states.groups.adjusted_rand < 1);
  CHECK_FALSE(found->views[1].changed);  // companies have nothing to do with it
}

TEST_CASE("a removed node is in no group after, and degrees are counted before and after",
          "[study][what_if]") {
  const KnowledgeGraph graph = two_camps();
  const auto copy = edited(graph, {.removed = {*graph.find("agreement.p1")}});
  REQUIRE(copy);
  const auto found = what_if(graph, *copy, asked(), quick);
  REQUIRE(found);
  const WhatIfView& states = found->views.front();
  std::vector<double> degrees;
  for (const CentralityChange& change : states.centralities) {
    if (change.measure != "two_mode_degree") continue;
    // Of six pacts, then of five: the signatories of p1 lose it, the others lose one to miss.
    CHECK(change.before == 0.5);
    CHECK((change.after == 0.4 || change.after == 0.6));
    degrees.push_back(change.after);
  }
  CHECK(std::count(degrees.begin(), degrees.end(), 0.4) == 3);
  CHECK(std::count(degrees.begin(), degrees.end(), 0.6) == 3);
  CHECK(states.groups.movers.empty());
}

TEST_CASE("the spread of a degree is that of drawing items with replacement", "[study][measures]") {
  // The first actor holds 2 of 8 items: of 8 draws the number that hit them is binomial with
  // variance 8 x 1/4 x 3/4 = 1.5, and the degree is an eighth of it. The other holds all items.
  const View view = test::two_mode({"11000000", "11111111"});
  const auto spread = spread_of_measures(view, 400, {});
  REQUIRE(spread);
  CHECK(spread->replicates == 400);
  const auto& degree = spread->values.front();
  // Four standard errors of the deviation of 400 draws, about sd / sqrt(800).
  CHECK_THAT(degree[0],
             Catch::Matchers::WithinAbs(std::sqrt(1.5) / 8, 4 * std::sqrt(1.5 / 800) / 8));
  CHECK(degree[1] == 0);
}
