// SPDX-License-Identifier: Apache-2.0
#include "engine/study/changes.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

using Rows = std::vector<ClaimRow>;

KnowledgeGraph told(const Rows& rows) {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  std::vector<std::string> ids;
  ids.reserve(rows.size());
  for (ClaimRow row : rows) {
    ids.push_back("c" + std::to_string(ids.size()));
    if (row.id.empty()) row.id = ids.back();
    if (row.subject.empty()) row.subject = "state.a";
    if (row.relation.empty()) row.relation = "signed";
    if (row.object.empty()) row.object = "agreement.pact";
    if (row.recorded.empty()) row.recorded = "2021";
    row.source = "src.one";
    builder.add_claim(row, place);
  }
  return test::built(std::move(builder));
}

// From the end of 2017 to the end of 2019.
StanceChanges compare(const Rows& rows, const Projection& projection = {}) {
  return find_stance_changes(told(rows), projection, parse_date("2017")->last,
                             parse_date("2019")->last);
}

// "joined certain [when]" of the only change; "" where there is none.
std::string change(const Rows& rows) {
  const StanceChanges found = compare(rows);
  if (found.changes.empty()) return {};
  REQUIRE(found.changes.size() == 1);
  const StanceChange& only = found.changes.front();
  return std::string(word(only.what)) + (only.certain ? " certain " : " possible ") +
         to_text(only.when);
}

}  // namespace

TEST_CASE("a signature between the days is a new fact, an older one is none", "[study][changes]") {
  CHECK(change({{.from = "2018-05"}}) == "joined certain 2018-05");
  CHECK(change({{.from = "2016"}}).empty());
  CHECK(change({{.from = "2020"}}).empty());
  CHECK(change({}).empty());
}

TEST_CASE("an interval that one of the days lies in makes a change possible", "[study][changes]") {
  CHECK(change({{.from = "[2016..2018-06-01]"}}) == "joined possible [2016-01-01..2018-06-01]");
  CHECK(change({{.from = "[2018..2020]"}}) == "joined possible [2018-01-01..2020-12-31]");
  CHECK(change({{.from = "[2016..2020]"}}) == "joined possible [2016-01-01..2020-12-31]");
  // Another source has the day: it was there before.
  CHECK(change({{.from = "[2016..2018-06-01]"}, {.from = "2016-03-01"}}).empty());
}

TEST_CASE("who signed until a day between them left", "[study][changes]") {
  CHECK(change({{.from = "2016", .until = "2018-05-01"}}) == "left certain 2018-05-01");
  CHECK(change({{.from = "2016", .until = "[2018-05-01..2020-05-01]"}}) ==
        "left possible [2018-05-01..2020-05-01]");
  CHECK(change({{.from = "2018-02", .until = "2018-05-01"}}).empty());  // between the days alone
}

TEST_CASE("who signed and then declined turned", "[study][changes]") {
  CHECK(change({{.from = "2016", .until = "2018-05-01"},
                {.relation = "declined", .from = "2018-05-01"}}) == "turned certain 2018-05-01");
  CHECK(change({{.relation = "declined", .from = "2018-05-01"}}).empty());  // nobody joined
}

TEST_CASE("what was recorded between the days about an older fact is new evidence, no new fact",
          "[study][changes]") {
  const StanceChanges found = compare({{.from = "2016", .recorded = "2018-07-01"}});
  CHECK(found.changes.empty());
  REQUIRE(found.learned.size() == 1);
  CHECK_FALSE(found.learned[0].known_before);
  CHECK(found.learned[0].after == 1);
  CHECK(to_text(found.learned[0].recorded) == "2018-07-01");
  CHECK(found.recorded.before == 1);
  CHECK(found.recorded.between == 0);
  REQUIRE(found.items.size() == 1);
  CHECK(found.items[0].before == 1);
  CHECK(found.items[0].after == 1);
  CHECK(found.items[0].learned == 1);
}

TEST_CASE("a new fact that was recorded at once is no new evidence", "[study][changes]") {
  const StanceChanges found = compare({{.from = "2018-06-01", .recorded = "2018-07-01"}});
  CHECK(found.changes.size() == 1);
  CHECK(found.learned.empty());
  CHECK(found.recorded.between == 1);
}

TEST_CASE("a correction that was recorded between the days changes what is known of the first",
          "[study][changes]") {
  const StanceChanges found = compare(
      {{.id = "old", .from = "2016", .recorded = "2017-02-01", .status = "retracted"},
       {.relation = "declined", .from = "2016", .recorded = "2018-07-01", .replaces = "old"}});
  CHECK(found.changes.empty());
  REQUIRE(found.learned.size() == 1);
  CHECK(found.learned[0].before == 1);
  CHECK(found.learned[0].after == 0);
  CHECK(found.recorded.corrected == 1);
}

TEST_CASE("roll calls between the days are counted, not listed", "[study][changes]") {
  const StanceChanges found =
      compare({{.relation = "voted", .object = "vote.one", .value = "yes", .from = "2018-12-01"},
               {.subject = "state.b",
                .relation = "voted",
                .object = "vote.one",
                .value = "no",
                .from = "2018-12-01"}});
  CHECK(found.changes.empty());
  REQUIRE(found.roll_calls.size() == 1);
  CHECK(found.roll_calls[0].yes == 1);
  CHECK(found.roll_calls[0].no == 1);
  CHECK(found.roll_calls[0].abstained == 0);
}

TEST_CASE("certain dates leave out possible changes, filters the rest", "[study][changes]") {
  const Rows rows{{.from = "2018"}, {.subject = "state.b", .from = "[2016..2018-06-01]"}};
  CHECK(compare(rows).changes.size() == 2);
  Projection certain;
  certain.certain_dates = true;
  CHECK(compare(rows, certain).changes.size() == 1);
  Projection companies;
  companies.actor_kinds = {"company"};
  CHECK(compare(rows, companies).changes.empty());
  Projection earlier;
  earlier.known_by = parse_date("2020")->last;
  CHECK(compare(rows, earlier).changes.empty());
}

TEST_CASE("the possible is never in the certain counts, and counts agree with the changes",
          "[study][changes]") {
  const StanceChanges found = compare({{.from = "2018"},
                                       {.subject = "state.b", .from = "[2018..2020]"},
                                       {.subject = "company.c", .from = "2016"}});
  REQUIRE(found.items.size() == 1);
  const ItemChange& item = found.items[0];
  CHECK(item.before == 1);
  CHECK(item.after == 2);
  CHECK(item.possible_after == 1);
  CHECK(item.joined == 1);
  CHECK(item.possibly_joined == 1);
  CHECK(item.after == item.before + item.joined - item.left);
}

TEST_CASE("nobody stands behind an item that is yet to come", "[study][changes]") {
  // Who sponsored it is dated up to the day of its adoption: that is no support before it was
  // there.
  auto builder = test::tiny_builder();
  const test::NoPlace place;
  builder.add_node({.id = "agreement.later", .kind = "agreement", .label = "l", .from = "2018-06"},
                   place);
  builder.add_claim({.id = "c",
                     .subject = "state.a",
                     .relation = "signed",
                     .object = "agreement.later",
                     .from = "[..2018-06-30]",
                     .recorded = "2021",
                     .source = "src.one"},
                    place);
  const KnowledgeGraph graph = test::built(std::move(builder));
  const auto found =
      find_stance_changes(graph, {}, parse_date("2017")->last, parse_date("2019")->last);
  REQUIRE(found.changes.size() == 1);
  CHECK(found.changes.front().certain);
  CHECK(found.items.front().possible_before == 0);
  const auto earlier =
      find_stance_changes(graph, {}, parse_date("2016")->last, parse_date("2017")->last);
  CHECK(earlier.changes.empty());
}
