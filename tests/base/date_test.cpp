// SPDX-License-Identifier: Apache-2.0
#include "engine/base/date.hpp"

#include <catch2/catch_test_macros.hpp>

namespace {

using entente::DateSpan;
using entente::Day;
using entente::Held;
using entente::held_on;
using entente::parse_date;
using entente::to_text;

DateSpan span(const char* text) { return parse_date(text).value(); }
Day day(const char* text) { return span(text).first; }

}  // namespace

TEST_CASE("a partial date is the span of its days", "[base][date]") {
  CHECK(to_text(span("2018").first) == "2018-01-01");
  CHECK(to_text(span("2018").last) == "2018-12-31");
  CHECK(to_text(span("2020-02").last) == "2020-02-29");
  CHECK(span("2018-11-12").exact());
  CHECK(span("1970-01-01").first.number == 0);
}

TEST_CASE("an interval includes both of its ends", "[base][date]") {
  CHECK(span("[..2019-09-16]").last == day("2019-09-16"));
  CHECK(span("[..2019-09-16]").first == entente::before_all);
  CHECK(span("[2018-11-12..2019]").last == day("2019-12-31"));
  CHECK(span("[2018..]").last == entente::after_all);
  CHECK(span("").blank());
}

TEST_CASE("what is no date is refused", "[base][date]") {
  for (const char* text :
       {"2018-13", "2018-02-30", "18-01-01", "2018/01/01", "2018-1-1", "today", "[2019..2018]",
        "[..]", "[2018", "2018]", "2018-11-12T00:00", "[2018-11-12,2019]", " 2018", "20181112"}) {
    INFO(text);
    CHECK_FALSE(parse_date(text).has_value());
  }
}

TEST_CASE("a span reads back from its text", "[base][date]") {
  for (const char* text : {"2018", "2018-11", "2018-11-12", "[..2019-09-16]",
                           "[2018-11-12..2019-09-16]", "[2018-11-12..]", ""}) {
    CHECK(to_text(span(text)) == text);
  }
  CHECK(to_text(span("[2018-01-01..2018-12-31]")) == "2018");
}

TEST_CASE("what holds on a day is certain only where every reading of the dates says so",
          "[base][date]") {
  const Day eve = day("2018-12-31");
  CHECK(held_on(eve, span("2018-11-12"), span("")) == Held::certainly);
  CHECK(held_on(eve, span("[2018-11-12..2019-09-16]"), span("")) == Held::possibly);
  CHECK(held_on(eve, span("2019-01-01"), span("")) == Held::no);
  CHECK(held_on(eve, span(""), span("")) == Held::possibly);
  CHECK(held_on(eve, span("2018-11-12"), span("2018-12-31")) == Held::no);  // until is exclusive
  CHECK(held_on(eve, span("2018-11-12"), span("2019-01-01")) == Held::certainly);
  CHECK(held_on(eve, span("2018-11-12"), span("2018")) == Held::no);  // it ended that year
  CHECK(held_on(day("2018-12-01"), span("2018-11-12"), span("2018-12")) == Held::possibly);
}
