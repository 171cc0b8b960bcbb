// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/multiple_testing.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using Catch::Approx;
using namespace entente::statistics;

TEST_CASE("three p values adjusted by hand", "[statistics][multiple_testing]") {
  const std::vector<double> p{0.04, 0.01, 0.03};
  CHECK(adjusted(p) == std::vector<double>{0.04, 0.03, 0.04});
  const auto holm = adjusted(p, Adjustment::holm);
  CHECK(holm[0] == Approx(0.06));  // 1 * 0.04, raised to the one before
  CHECK(holm[1] == Approx(0.03));
  CHECK(holm[2] == Approx(0.06));
  CHECK(adjusted(p, Adjustment::bonferroni) == std::vector<double>{0.12, 0.03, 0.09});
  const auto by = adjusted(p, Adjustment::by);
  CHECK(by[1] == Approx(0.03 * (1 + 0.5 + 1.0 / 3)));
}

TEST_CASE("the fifteen p values of Benjamini and Hochberg", "[statistics][multiple_testing]") {
  // Section 3.2 of their paper: at 0.05 the procedure rejects the first four, Bonferroni three.
  const std::vector<double> p{0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                              0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000};
  const auto rejected = [&](Adjustment adjustment) {
    int count = 0;
    for (const double q : adjusted(p, adjustment)) count += q <= 0.05 ? 1 : 0;
    return count;
  };
  CHECK(rejected(Adjustment::bh) == 4);
  CHECK(rejected(Adjustment::bonferroni) == 3);
  CHECK(adjusted(p)[3] == Approx(0.0095 * 15 / 4));
}

TEST_CASE("tests left out of the list count as p = 1", "[statistics][multiple_testing]") {
  const std::vector<double> some{0.01, 0.2}, all{0.01, 0.2, 1, 1, 1};
  for (const auto& name : adjustment_names()) {
    const auto kind = adjustment_named(name);
    const auto q = adjusted(some, kind, 5), whole = adjusted(all, kind);
    CHECK(q[0] == whole[0]);
    CHECK(q[1] == whole[1]);
    CHECK(whole[4] == 1);
  }
}

TEST_CASE("no tests, and ties", "[statistics][multiple_testing]") {
  CHECK(adjusted({}).empty());
  CHECK(adjusted(std::vector<double>{0.02, 0.02}) == std::vector<double>{0.02, 0.02});
}
