// SPDX-License-Identifier: Apache-2.0
#include "engine/base/log_factorial.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

using namespace entente;
using Catch::Approx;

TEST_CASE("log_factorial adds logarithms up", "[log_factorial]") {
  double sum = 0;
  CHECK(log_factorial(0) == 0);
  for (int n = 1; n <= 300; ++n) {
    sum += std::log(double(n));
    CHECK(log_factorial(n) == Approx(sum).epsilon(1e-13).margin(1e-13));
  }
  // Stirling's series at a million: 1/(12 n) is enough for these digits.
  const double n = 1e6;
  CHECK(log_factorial(n) ==
        Approx(n * std::log(n) - n + std::log(2 * 3.14159265358979323846 * n) / 2 + 1 / (12 * n))
            .epsilon(1e-15));
}

TEST_CASE("log_choose is Pascal's triangle", "[log_factorial]") {
  CHECK(log_choose(-1, 0) == 0);
  for (int n = 0; n <= 20; ++n) {
    double ways = 1;
    for (int k = 0; k <= n; ++k) {
      CHECK(log_choose(n, k) == Approx(std::log(ways)).epsilon(1e-12).margin(1e-12));
      ways = ways * (n - k) / (k + 1);
    }
  }
}
