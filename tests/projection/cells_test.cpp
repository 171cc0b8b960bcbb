// SPDX-License-Identifier: Apache-2.0
#include "engine/projection/cells.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

struct Said {
  Reading reading;
  std::string claims;  // ids, in their order
};

struct When {
  std::string_view day = "2019-06-01", known_by = {};
  bool certain = false;
  std::vector<std::string> without = {};
};

// What claims of one state about the pact say together. A row of another subject is kept apart.
Said read(std::vector<ClaimRow> rows, const When& when = {}) {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  for (ClaimRow& row : rows) {
    if (row.subject.empty()) row.subject = "state.a";
    if (row.source.empty()) row.source = "src.one";
    if (row.recorded.empty()) row.recorded = "2019";
    row.object = "agreement.pact";
    builder.add_claim(row, place);
  }
  const KnowledgeGraph graph = test::built(std::move(builder));
  Projection projection;
  projection.certain_dates = when.certain;
  projection.without = when.without;
  if (!when.known_by.empty()) projection.known_by = parse_date(when.known_by)->last;
  Said said;
  said.reading = read_pair(graph, graph.claims_of(*graph.find("state.a")), projection,
                           parse_date(when.day)->first);
  for (const ClaimId claim : said.reading.claims) {
    said.claims += graph.text(graph.claim(claim).id);
  }
  return said;
}

}  // namespace

TEST_CASE("no claim says nothing", "[projection][cells]") {
  const Said said = read({});
  CHECK_FALSE(said.reading.known);
  CHECK(said.reading.stance == no_stance);
}

TEST_CASE("signed and ratified say the same, and both carry it", "[projection][cells]") {
  const Said said = read({{.id = "a", .relation = "signed", .from = "2016"},
                          {.id = "b", .relation = "ratified", .from = "2017"}});
  CHECK(said.reading.known);
  CHECK(said.reading.stance == 1);
  CHECK(said.claims == "ab");
  CHECK(said.reading.overruled == 0);
}

TEST_CASE("of contradicting claims the latest recorded rules, then the smallest id",
          "[projection][cells]") {
  const Said latest =
      read({{.id = "a", .relation = "signed", .from = "2016", .recorded = "2018"},
            {.id = "b", .relation = "declined", .from = "2016", .recorded = "2019"}});
  CHECK(latest.reading.stance == 0);
  CHECK(latest.claims == "b");
  CHECK(latest.reading.overruled == 1);
  const Said smallest = read({{.id = "b", .relation = "signed", .from = "2016"},
                              {.id = "a", .relation = "declined", .from = "2016"}});
  CHECK(smallest.reading.stance == 0);
  CHECK(smallest.claims == "a");
}

TEST_CASE("what holds only possibly says so, and goes where certainty is asked for",
          "[projection][cells]") {
  const std::vector<ClaimRow> rows{{.id = "a", .relation = "signed", .from = "[2018..2020]"}};
  CHECK(read(rows).reading.only_possible);
  CHECK(read(rows).reading.stance == 1);
  CHECK_FALSE(read(rows, {.certain = true}).reading.known);
  CHECK_FALSE(read(rows, {.day = "2021-01-01"}).reading.only_possible);
  CHECK_FALSE(read(rows, {.day = "2017-01-01"}).reading.known);
}

TEST_CASE("opinions and invitations are no stance on a text", "[projection][cells]") {
  const Said said = read({{.id = "a", .relation = "criticised", .from = "2016"},
                          {.id = "b", .relation = "invited", .from = "2016"}});
  CHECK_FALSE(said.reading.known);
  CHECK(said.reading.invited);
}

TEST_CASE("a retracted claim stood until its correction was recorded", "[projection][cells]") {
  // The correction is about another state: the source had taken one for the other.
  const std::vector<ClaimRow> rows{{.id = "a",
                                    .relation = "signed",
                                    .from = "2016",
                                    .recorded = "2016-05-01",
                                    .status = "retracted"},
                                   {.id = "b",
                                    .subject = "state.b",
                                    .relation = "signed",
                                    .from = "2016",
                                    .recorded = "2018-05-01",
                                    .replaces = "a"}};
  CHECK_FALSE(read(rows).reading.known);
  CHECK_FALSE(read(rows, {.known_by = "2016-04-30"}).reading.known);
  CHECK(read(rows, {.known_by = "2016-05-01"}).claims == "a");
  CHECK(read(rows, {.known_by = "2018-04-30"}).claims == "a");
  CHECK_FALSE(read(rows, {.known_by = "2018-05-01"}).reading.known);
}

TEST_CASE("the claims of a source can be left out", "[projection][cells]") {
  const std::vector<ClaimRow> rows{
      {.id = "a", .relation = "signed", .from = "2016", .source = "src.one"},
      {.id = "b", .relation = "declined", .from = "2016", .source = "src.two"}};
  CHECK(read(rows, {.without = {"src.one"}}).claims == "b");
  CHECK(read(rows, {.without = {"src.one", "src.two"}}).claims.empty());
}

TEST_CASE("the latest recorded rules even where it only possibly holds", "[projection][cells]") {
  const std::vector<ClaimRow> rows{
      {.id = "a", .relation = "signed", .from = "2016", .recorded = "2017"},
      {.id = "b", .relation = "declined", .from = "[2018..2020]", .recorded = "2021"}};
  const Said said = read(rows);
  CHECK(said.reading.stance == 0);
  CHECK(said.reading.only_possible);
  CHECK(said.reading.overruled == 1);
  CHECK(read(rows, {.certain = true}).claims == "a");
  CHECK(read(rows, {.known_by = "2020-12-31"}).claims == "a");
}

TEST_CASE("a stance is certain where one of the claims that take it is", "[projection][cells]") {
  const Said said =
      read({{.id = "a", .relation = "signed", .from = "2016", .recorded = "2017"},
            {.id = "b", .relation = "signed", .from = "[2018..2020]", .recorded = "2021"}});
  CHECK(said.claims == "ba");
  CHECK_FALSE(said.reading.only_possible);
}

TEST_CASE("named absent on a day beats a signature that may be later, not one that was there",
          "[projection][cells]") {
  const ClaimRow absent{.id = "n", .relation = "not-signed", .from = "2018-11-12"};
  const Said undated =
      read({absent, {.id = "s", .relation = "signed", .from = "[2018..2020]", .recorded = "2020"}});
  CHECK(undated.reading.known);
  CHECK(undated.reading.stance == no_stance);
  CHECK(undated.claims == "n");
  CHECK(undated.reading.overruled == 1);
  const Said dated = read({absent, {.id = "s", .relation = "signed", .from = "2019-01-01"}});
  CHECK(dated.reading.stance == 1);
}

TEST_CASE("a cell says what the projection left out of it", "[projection][cells]") {
  const std::vector<ClaimRow> later{
      {.id = "a", .relation = "signed", .from = "2016", .recorded = "2019"}};
  CHECK(read(later, {.known_by = "2018-12-31"}).reading.left_out);
  CHECK(read(later, {.without = {"src.one"}}).reading.left_out);
  CHECK_FALSE(read(later).reading.left_out);
  // It did not hold on the day, or the cell is known all the same: nothing is lost.
  CHECK_FALSE(read(later, {.day = "2015-01-01", .without = {"src.one"}}).reading.left_out);
  const std::vector<ClaimRow> two{
      {.id = "a", .relation = "signed", .from = "2016"},
      {.id = "b", .relation = "signed", .from = "2016", .source = "src.two"}};
  CHECK_FALSE(read(two, {.without = {"src.one"}}).reading.left_out);
  const std::vector<ClaimRow> undated{{.id = "a", .relation = "signed", .from = "[2018..2020]"}};
  CHECK(read(undated, {.certain = true}).reading.possibly_left_out);
  CHECK_FALSE(read(undated).reading.possibly_left_out);
}
