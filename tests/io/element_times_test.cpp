// SPDX-License-Identifier: Apache-2.0
#include "engine/io/element_times.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;
using io::ElementTimes;
using io::TimeFormat;

using Texts = std::vector<std::string>;

namespace {

std::vector<Attribute> times(Texts from, Texts to) {
  return {{.name = "valid_from", .values = std::move(from)},
          {.name = "valid_to", .values = std::move(to)}};
}

std::string shown(const std::vector<io::Spell>& spells) {
  std::string text;
  for (const auto& spell : spells) text += '[' + spell.start + ',' + spell.end + ']';
  return text;
}

}  // namespace

TEST_CASE("an interval may have one end or none", "[io][element_times]") {
  const auto attributes =
      times({"2018-11-12", "", "2018-11-12", ""}, {"2019-01-01", "2020-02-29", "", ""});
  const ElementTimes of(attributes);
  CHECK(of.format() == TimeFormat::date);
  CHECK(shown(of.of(0)) == "[2018-11-12,2019-01-01]");
  CHECK(shown(of.of(1)) == "[,2020-02-29]");
  CHECK(shown(of.of(2)) == "[2018-11-12,]");
  CHECK(of.of(3).empty());
}

TEST_CASE("nodes may have existed, where edges are valid", "[io][element_times]") {
  const std::vector<Attribute> attributes{{.name = "existed_to", .values = Texts{"1992-12-31"}}};
  CHECK(shown(ElementTimes(attributes).of(0)) == "[,1992-12-31]");
}

TEST_CASE("dates by a name that has none do not hide others", "[io][element_times]") {
  const std::vector<Attribute> attributes{
      {.name = "valid_from", .values = Texts{""}, .present = {0}},
      {.name = "existed_from", .values = Texts{"1992-12-31"}}};
  CHECK(shown(ElementTimes(attributes).of(0)) == "[1992-12-31,]");
}

TEST_CASE("an interval that ends before it begins is none", "[io][element_times]") {
  const auto attributes = times({"2019-01-02", "2019-01-01"}, {"2019-01-01", "2019-01-01"});
  const ElementTimes of(attributes);
  CHECK(of.ends_before_start(0));
  CHECK(of.of(0).empty());
  CHECK(shown(of.of(1)) == "[2019-01-01,2019-01-01]");
}

TEST_CASE("spells are put in order and joined where they overlap", "[io][element_times]") {
  const std::vector<Attribute> attributes{
      {.name = "valid_spells",
       .values = Texts{"2020-01-01/2020-06-01|/2018-01-01|2020-06-01/|2017-01-01/2017-02-01"}}};
  const ElementTimes of(attributes);
  CHECK(shown(of.of(0)) == "[,2018-01-01][2020-01-01,]");
}

TEST_CASE("the format is the narrowest that holds every time", "[io][element_times]") {
  CHECK(ElementTimes(times({"2018-11-12"}, {"2018-11-12T10:00:00"})).format() ==
        TimeFormat::date_time);
  CHECK(ElementTimes(times({"1.5"}, {""})).format() == TimeFormat::number);
  for (const auto& attributes :
       {times({"2018-11-12"}, {"3"}), times({"2018"}, {"2018-11-12"}), times({"soon"}, {""}),
        times({"2018-02-30"}, {""}), times({"inf"}, {""})}) {
    const ElementTimes of(attributes);
    CHECK(of.unreadable());
    CHECK(of.of(0).empty());
  }
  CHECK_FALSE(ElementTimes({}).unreadable());
  CHECK(io::common_time(ElementTimes(times({"2018-11-12"}, {""})), ElementTimes(times({"7"}, {""})))
            .unreadable);
}
