// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/against_draws.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <vector>

using namespace entente::statistics;
using Catch::Approx;

TEST_CASE("an observation among four draws by hand", "[against_draws]") {
  const AgainstDraws at = against_draws(5, std::vector<double>{1, 3, 5, 7});
  CHECK(at.mean == 4);
  CHECK(at.sd == Approx(std::sqrt(20.0 / 3)));
  CHECK(at.z == Approx(1 / std::sqrt(20.0 / 3)));
  CHECK(at.p_upper == 3.0 / 5);
  CHECK(at.p_lower == 4.0 / 5);
}

TEST_CASE("draws that differ by rounding alone are equal", "[against_draws]") {
  const AgainstDraws at = against_draws(0.3, std::vector<double>{0.1 + 0.2, 0.3, 0.1 + 0.2});
  CHECK(std::isnan(at.z));
  CHECK(at.p_upper == 1);
  CHECK(at.p_lower == 1);
}

TEST_CASE("without draws nothing is known", "[against_draws]") {
  const AgainstDraws at = against_draws(3, {});
  CHECK(std::isnan(at.z));
  CHECK(at.p_upper == 1);
}
