// SPDX-License-Identifier: Apache-2.0
#include "engine/question/support_null.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/base/parallel.hpp"

using namespace entente::question;
using Catch::Approx;

TEST_CASE("chances of counts are given that there is one at all", "[question][support_null]") {
  // Two items at 1/2: one 1/2, both 1/4, of 3/4.
  const SupportNull null = under({{0.5, 0.5}, {1.0, 0.25}, {0.3}}, 2);
  REQUIRE(null.of_each.size() == 3);
  CHECK(null.of_each[0] == Approx(1.0 / 3));
  CHECK(null.of_each[1] == Approx(0.25));
  CHECK(null.of_each[2] == 0);
  CHECK(null.several == Approx(1.0 / 3 + 0.25));
  REQUIRE(null.expected.size() == 3);
  CHECK(null.expected[1] == Approx(2.0 / 3 + 0.75 + 1));
  CHECK(null.expected[2] == Approx(1.0 / 3 + 0.25));
  CHECK(null.expected[0] == 0);
}

TEST_CASE("without chances nothing is expected", "[question][support_null]") {
  CHECK(under({}, 3).several == 0);
  CHECK(under({{}}, 3).of_each == std::vector<double>{0});
}

TEST_CASE("what chance gives stops when it is asked", "[question][support_null][stop]") {
  std::stop_source source;
  source.request_stop();
  CHECK_THROWS_AS(under({{0.5, 0.5}}, 2, source.get_token()), entente::Stopped);
}
