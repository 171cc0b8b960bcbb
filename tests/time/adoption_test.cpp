// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/base/date.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;
using Texts = std::vector<std::string>;

namespace {

DayRange days(const char* text) {
  const auto date = parse_date(text);
  return {date.value().first.number, date.value().last.number};
}

struct Joining {
  const char* actor;
  const char* day;
};

// One item "pact"; actors a, b, ... of one letter each, the date of joining or "no".
EdgeList pact(const std::vector<Joining>& joinings) {
  EdgeList list;
  list.two_mode = true;
  for (const Joining& joining : joinings) {
    list.keys.emplace_back(joining.actor);
    list.is_item.push_back(0);
  }
  list.keys.emplace_back("pact");
  list.is_item.push_back(1);
  for (Vertex v = 0; v < joinings.size(); ++v) {
    if (std::string(joinings[v].day) == "no") continue;
    list.source.push_back(v);
    list.target.push_back(Vertex(joinings.size()));
    list.days.push_back(days(joinings[v].day));
  }
  return list;
}

const Table& table(const Result& result, const std::string& name) {
  for (const Table& t : result.tables) {
    if (t.name == name) return t;
  }
  throw std::invalid_argument("no table " + name);
}

Texts texts(const Result& result, const std::string& name, const std::string& of) {
  for (const Column& c : table(result, of).columns) {
    if (c.name == name) return std::get<Texts>(c.cells);
  }
  throw std::invalid_argument("no column " + name);
}

Params until(const char* day) { return {{"observed", std::string(day)}}; }

}  // namespace

TEST_CASE("adoption of a pact by four, one of whom waits, by hand", "[adoption]") {
  const View view(
      pact({{"a", "2018-11-12"}, {"b", "2018-11-12"}, {"c", "2018-11-22"}, {"d", "no"}}));
  const Result result = run_analysis("adoption", view, until("2019-01-01"));
  CHECK(texts(result, "date", "adoption") == Texts{"2018-11-12", "2018-11-22"});
  CHECK(column(result, "certain") == Values{2, 3});
  CHECK(column(result, "possible") == Values{2, 3});
  CHECK(column(result, "days", "survival") == Values{0, 10});
  CHECK(column(result, "at_risk", "survival") == Values{4, 2});
  CHECK(column(result, "survival", "survival") == Values{0.5, 0.25});
  CHECK(texts(result, "dates", "survival") == Texts{"exact", "exact"});
  CHECK(row_count(table(result, "unknown_dates")) == 0);
  CHECK(column(result, "waiting", "items") == Values{1});
}

TEST_CASE("an actor founded later enters late, one that ends leaves", "[adoption]") {
  EdgeList list = pact({{"a", "2018-01-01"}, {"b", "2018-03-01"}, {"c", "no"}, {"d", "no"}});
  list.life = {{},
               {},
               {days("2018-02-01").first, DayRange::unbounded_above},
               {DayRange::unbounded_below, days("2018-02-10").first},
               {}};
  const Result result = run_analysis("adoption", View(list), until("2018-12-31"));
  // January: a, b, d. March: b, c.
  CHECK(column(result, "at_risk", "survival") == Values{3, 2});
  CHECK(column(result, "survival", "survival")[1] == Approx(2.0 / 3 / 2));
}

TEST_CASE("a date with bounds is read both ways and listed", "[adoption]") {
  const View view(
      pact({{"a", "2018-01-01"}, {"b", "[2018-02-01..2018-06-30]"}, {"c", ""}, {"d", "no"}}));
  const Result result = run_analysis("adoption", view, until("2018-04-30"));
  CHECK(texts(result, "date", "adoption") == Texts{"2018-01-01", "2018-02-01"});
  CHECK(column(result, "certain") == Values{1, 1});
  CHECK(column(result, "possible") == Values{2, 3});  // c at the earliest when the pact began
  CHECK(texts(result, "dates", "survival") == Texts{"earliest", "earliest", "latest"});
  CHECK(column(result, "survival", "survival") == Values{0.5, 0.25, 0.75});
  CHECK(column(result, "actor", "unknown_dates") == Values{1, 2});
  CHECK(texts(result, "latest", "unknown_dates") == Texts{"2018-06-30", ""});
  CHECK(has_note(result, "T104"));
}

TEST_CASE("the observation ends where the user, the view or the file says", "[adoption]") {
  EdgeList list = pact({{"a", "2018-01-01"}, {"b", "2020-01-01"}, {"c", "no"}});
  CHECK(column(run_analysis("adoption", View(list), until("2019")), "certain") == Values{1});
  CHECK(column(run_analysis("adoption", View(list)), "certain") == Values{1, 2});
  list.as_of = days("2018-12-31").first;
  CHECK(column(run_analysis("adoption", View(list)), "certain") == Values{1});
}

TEST_CASE("kinds are compared, and a kind that was seen in part is not", "[adoption]") {
  EdgeList list = pact({{"a", "2018-01-01"},
                        {"b", "2018-01-02"},
                        {"c", "2018-01-03"},
                        {"d", "2018-06-01"},
                        {"e", "2018-06-02"},
                        {"f", "no"},
                        {"g", "2018-01-01"},
                        {"h", "no"}});
  list.kinds = {"state", "state", "state", "company", "company", "company", "person", "person", ""};
  list.unknown = {{7, 8}};  // h
  const Result result = run_analysis("adoption", View(list), until("2019-01-01"));
  CHECK(column(result, "groups", "log_rank") == Values{2});
  // By day: 6 at risk, 3 states: E 0.5; then 2 of 5 and 1 of 4; the companies' days have no state.
  const double expected = 3.0 / 6 + 2.0 / 5 + 1.0 / 4;
  const double variance = 0.5 * 0.5 + 0.4 * 0.6 + 0.25 * 0.75;
  CHECK(column(result, "chi_square", "log_rank")[0] ==
        Approx((3 - expected) * (3 - expected) / variance));
  CHECK(column(result, "unseen", "items") == Values{1});
  CHECK(has_note(result, "T105"));
  for (const std::string& group : texts(result, "group", "survival")) CHECK(group != "person");
}

TEST_CASE("adoption by lists of the patients of 1963", "[adoption]") {
  // Freireich et al. (1963), Blood 21: weeks as days; the log-rank statistic is 16.79.
  const std::vector<int> events[] = {
      {6, 6, 6, 7, 10, 13, 16, 22, 23},
      {1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}};
  const std::vector<int> censored{6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35};
  EdgeList list;
  list.two_mode = true;
  const auto add = [&](const char* kind, std::int32_t end) {
    list.keys.push_back(std::to_string(100 + list.keys.size()));
    list.kinds.emplace_back(kind);
    list.is_item.push_back(0);
    list.life.push_back({0, end});
  };
  for (std::size_t g = 0; g < 2; ++g) {
    for (const int day : events[g]) {
      list.source.push_back(Vertex(list.keys.size()));
      list.days.push_back({day, day});
      add(g == 0 ? "treated" : "placebo", DayRange::unbounded_above);
    }
  }
  for (const int day : censored) add("treated", day);
  list.target.assign(list.source.size(), Vertex(list.keys.size()));
  list.keys.emplace_back("relapse");
  list.kinds.emplace_back("");
  list.is_item.push_back(1);
  list.life.push_back({0, DayRange::unbounded_above});
  list.as_of = 40;
  const Result result = run_analysis("adoption", View(list));
  CHECK(column(result, "chi_square", "log_rank")[0] == Approx(16.79).margin(0.005));
}

TEST_CASE("who could not take an item up is not at risk", "[adoption]") {
  EdgeList list = pact({{"a", "2018-01-01"}, {"b", "no"}, {"c", "no"}});
  list.impossible = {{1, 3}};
  const Result result = run_analysis("adoption", View(list), until("2019"));
  CHECK(column(result, "at_risk", "survival") == Values{2});
  CHECK(column(result, "impossible", "items") == Values{1});
}

TEST_CASE("without any day all is unknown, never today", "[adoption]") {
  const Result result = run_analysis("adoption", two_mode({"11", "10"}));
  CHECK(has_note(result, "T101"));
  CHECK(row_count(table(result, "adoption")) == 0);
  CHECK(row_count(table(result, "survival")) == 0);
  CHECK(row_count(table(result, "unknown_dates")) == 3);
}

TEST_CASE("adoption counts a roll call's answers each", "[adoption]") {
  EdgeList list = pact({{"a", "2018-01-01"}, {"b", "2018-01-01"}});
  list.sign = {1, -1};
  const Result result = run_analysis("adoption", View(list), until("2019"));
  CHECK(column(result, "certain") == Values{1, 1});
  CHECK(has_note(result, "R110"));
}

TEST_CASE("adoption refuses what it cannot use", "[adoption]") {
  CHECK(failure("adoption", path(3)).front().code == "R102");
  CHECK(failure("adoption", two_mode({"1"}), until("soon")).front().code == "P106");
  CHECK(failure("adoption", two_mode({"1"}), until("[2018..]")).front().code == "P106");
  CHECK(failure("adoption", two_mode({"1"}), {{"attribute", std::string("region")}}).front().code ==
        "G125");
}
