// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/poisson_binomial.hpp"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/base/parallel.hpp"

using Catch::Approx;
using namespace entente::statistics;

TEST_CASE("two fair coins and a loaded one", "[statistics][poisson_binomial]") {
  const std::vector<double> q{0.5, 0.5, 0.25};
  const auto f = poisson_binomial(q);
  REQUIRE(f.size() == 4);
  CHECK(f[0] == 3.0 / 16);
  CHECK(f[1] == 7.0 / 16);
  CHECK(f[2] == 5.0 / 16);
  CHECK(f[3] == 1.0 / 16);
  CHECK(upper_tail(q, 2) == 6.0 / 16);
  CHECK(lower_tail(q, 1) == 10.0 / 16);
  CHECK(upper_tails(q, 2)[2] == 6.0 / 16);
  CHECK(lower_tails(q, 3)[1] == 10.0 / 16);
}

TEST_CASE("no trial, and more successes than trials", "[statistics][poisson_binomial]") {
  CHECK(poisson_binomial({}) == std::vector<double>{1});
  const std::vector<double> q{0.3};
  CHECK(upper_tail(q, 0) == 1);
  CHECK(upper_tail(q, 2) == 0);
  CHECK(upper_tails(q, 3) == std::vector<double>{1, 0.3, 0, 0});
  CHECK(lower_tails(q, 2) == std::vector<double>{0.7, 1, 1});
  CHECK(lower_tail(q, 5) == 1);
  CHECK(upper_tail({}, 0) == 1);
  CHECK(upper_tail({}, 1) == 0);
}

TEST_CASE("tails agree with the sum over all outcomes", "[statistics][poisson_binomial]") {
  std::vector<double> q;
  for (int t = 0; t < 12; ++t) q.push_back(std::fmod(0.07 + 0.381966 * t, 1.0));
  q[3] = 0;
  q[5] = 1;
  std::vector<double> slow(q.size() + 1, 0.0);
  for (unsigned outcome = 0; outcome < 1U << q.size(); ++outcome) {
    double p = 1;
    unsigned successes = 0;
    for (std::size_t t = 0; t < q.size(); ++t) {
      const bool success = (outcome >> t & 1U) != 0;
      p *= success ? q[t] : 1 - q[t];
      successes += success ? 1 : 0;
    }
    slow[successes] += p;
  }
  const auto f = poisson_binomial(q);
  const auto most = static_cast<std::uint32_t>(q.size());
  const auto upper = upper_tails(q, most), lower = lower_tails(q, most);
  double below = 0;
  for (std::uint32_t k = 0; k <= q.size(); ++k) {
    CHECK(f[k] == Approx(slow[k]).epsilon(1e-12));
    CHECK(upper[k] == Approx(1 - below).epsilon(1e-10).margin(1e-14));
    CHECK(upper[k] == Approx(upper_tail(q, k)).epsilon(1e-12));
    below += slow[k];
    CHECK(lower[k] == Approx(below).epsilon(1e-12));
    CHECK(lower[k] == Approx(lower_tail(q, k)).epsilon(1e-12));
  }
}

TEST_CASE("a tiny tail keeps its relative accuracy", "[statistics][poisson_binomial]") {
  // P(all of 40 succeed) = 1e-80, far below the rounding of a transform.
  const std::vector<double> q(40, 0.01);
  CHECK(upper_tail(q, 40) == Approx(1e-80).epsilon(1e-12));
  CHECK(poisson_binomial(q)[40] == Approx(1e-80).epsilon(1e-12));
}

TEST_CASE("tails that are asked to stop do", "[statistics][poisson_binomial]") {
  const std::vector<double> q{0.5, 0.25};
  std::stop_source source;
  const std::stop_token stop = source.get_token();
  CHECK(upper_tail(q, 2, stop) == 0.125);
  source.request_stop();
  CHECK_THROWS_AS(poisson_binomial(q, stop), entente::Stopped);
  CHECK_THROWS_AS(poisson_binomial_begin(q, 1, stop), entente::Stopped);
  CHECK_THROWS_AS(upper_tails(q, 2, stop), entente::Stopped);
  CHECK_THROWS_AS(lower_tails(q, 2, stop), entente::Stopped);
  CHECK_THROWS_AS(upper_tail(q, 2, stop), entente::Stopped);
  CHECK_THROWS_AS(lower_tail(q, 1, stop), entente::Stopped);
}
