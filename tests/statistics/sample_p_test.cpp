// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/sample_p.hpp"

#include <catch2/catch_test_macros.hpp>

TEST_CASE("the data count as one draw", "[statistics][sample_p]") {
  CHECK(entente::statistics::sample_p(0, 999) == 0.001);
  CHECK(entente::statistics::sample_p(999, 999) == 1);
  CHECK(entente::statistics::sample_p(0, 0) == 1);
}
