// SPDX-License-Identifier: Apache-2.0
#include "engine/projection/projection.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

TEST_CASE("a projection prints what it looks at", "[projection]") {
  Projection projection = states_projection();
  CHECK(to_text(projection) == "states, dates possible");
  projection.as_of = parse_date("2018-12-31")->first;
  projection.certain_dates = true;
  projection.items = {"agreement.a", "vote.b"};
  projection.without = {"src.x"};
  CHECK(to_text(projection) ==
        "states as of 2018-12-31, dates certain, items agreement.a vote.b, without src.x");
}

TEST_CASE("a projection prints every filter", "[projection]") {
  Projection projection = states_projection();
  projection.known_by = parse_date("2019-01-01")->first;
  projection.countries = {"FRA", "DEU"};
  CHECK(to_text(projection) == "states, dates possible, known by 2019-01-01, countries FRA DEU");
  projection.actor_kinds = {"state", "company"};  // not what the name says
  CHECK(filters_text(projection) ==
        "dates possible, known by 2019-01-01, kinds state company, countries FRA DEU");
}

TEST_CASE("views are known by name", "[projection]") {
  CHECK(projection_named("companies")->actor_kinds == std::vector<std::string>{"company"});
  CHECK(projection_named("actors")->actor_kinds.empty());
  CHECK_FALSE(projection_named("people").has_value());
}
