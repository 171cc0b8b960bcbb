// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/conditional_bernoulli.hpp"

#include <bit>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numeric>

#include "engine/base/random.hpp"

using Catch::Approx;
using namespace entente;
using namespace entente::statistics;
using Values = std::vector<double>;

namespace {

Values slow_inclusion(const Values& odds, std::uint32_t ones) {
  Values chance(odds.size(), 0.0);
  double total = 0;
  for (std::uint32_t set = 0; set < 1U << odds.size(); ++set) {
    if (std::popcount(set) != static_cast<int>(ones)) continue;
    double weight = 1;
    for (std::size_t t = 0; t < odds.size(); ++t) weight *= (set >> t & 1U) != 0 ? odds[t] : 1.0;
    total += weight;
    for (std::size_t t = 0; t < odds.size(); ++t) chance[t] += (set >> t & 1U) != 0 ? weight : 0.0;
  }
  for (double& value : chance) value /= total;
  return chance;
}

}  // namespace

TEST_CASE("one of three trials by hand", "[statistics][conditional_bernoulli]") {
  const Values odds{1, 2, 5};
  const std::vector<std::uint32_t> count{1, 1, 1};
  const auto one = inclusion(odds, count, 1).chance;
  CHECK(one[0] == Approx(1.0 / 8));
  CHECK(one[1] == Approx(2.0 / 8));
  CHECK(one[2] == Approx(5.0 / 8));
  CHECK(inclusion(odds, count, 2).chance[0] == Approx(7.0 / 17));  // 2 + 5 of 2 + 5 + 10
  CHECK(inclusion(odds, count, 2).log_total == Approx(std::log(17.0)));
  CHECK(inclusion(odds, count, 3).log_total == Approx(std::log(10.0)));
  CHECK(inclusion(odds, count, 0).chance == Values{0, 0, 0});
  CHECK(inclusion(odds, count, 3).chance == Values{1, 1, 1});
}

TEST_CASE("inclusion agrees with the sum over all sets", "[statistics][conditional_bernoulli]") {
  Rng rng(6);
  for (const double spread : {1.0, 6.0, 20.0}) {
    Values odds;
    for (int t = 0; t < 11; ++t) odds.push_back(std::exp(spread * (rng.uniform() - 0.5)));
    const std::vector<std::uint32_t> count(odds.size(), 1);
    for (std::uint32_t ones = 0; ones <= odds.size(); ++ones) {
      const auto fast = inclusion(odds, count, ones).chance, slow = slow_inclusion(odds, ones);
      for (std::size_t t = 0; t < odds.size(); ++t)
        CHECK(fast[t] == Approx(slow[t]).epsilon(1e-11));
    }
  }
}

TEST_CASE("a class stands for trials of equal odds", "[statistics][conditional_bernoulli]") {
  const std::vector<std::uint32_t> classes{3, 0, 4}, single(7, 1);
  const auto of_class = inclusion(Values{0.3, 9, 2}, classes, 4).chance;
  const auto of_trial = inclusion(Values{0.3, 0.3, 0.3, 2, 2, 2, 2}, single, 4).chance;
  CHECK(of_class[0] == Approx(of_trial[0]));
  CHECK(of_class[2] == Approx(of_trial[6]));
  CHECK(of_class[1] == 0);
}

TEST_CASE("inclusion adds up in large tables", "[statistics][conditional_bernoulli]") {
  Rng rng(7);
  Values odds;
  for (int t = 0; t < 3000; ++t) odds.push_back(std::exp(4 * (rng.uniform() - 0.3)));
  const std::vector<std::uint32_t> count(odds.size(), 1);
  for (const std::uint32_t ones : {1U, 40U, 1500U, 2800U, 2999U}) {
    const auto chance = inclusion(odds, count, ones).chance;
    CHECK(std::accumulate(chance.begin(), chance.end(), 0.0) == Approx(ones).epsilon(1e-11));
  }
}

TEST_CASE("covariances agree with the sum over all sets", "[statistics][conditional_bernoulli]") {
  // Classes of two, three and one trials: numbers of successes over the 2^6 sets.
  const Values odds{0.4, 2, 7}, single{0.4, 0.4, 2, 2, 2, 7};
  const std::vector<std::uint32_t> count{2, 3, 1}, of_class{0, 0, 1, 1, 1, 2};
  for (std::uint32_t ones = 0; ones <= 6; ++ones) {
    Values mean(3, 0), product(9, 0);
    double total = 0;
    for (std::uint32_t set = 0; set < 64; ++set) {
      if (std::popcount(set) != static_cast<int>(ones)) continue;
      double weight = 1;
      Values number(3, 0);
      for (std::size_t t = 0; t < 6; ++t) {
        if ((set >> t & 1U) == 0) continue;
        weight *= single[t];
        number[of_class[t]] += 1;
      }
      total += weight;
      for (std::size_t u = 0; u < 3; ++u) {
        mean[u] += weight * number[u];
        for (std::size_t v = 0; v < 3; ++v) product[3 * u + v] += weight * number[u] * number[v];
      }
    }
    const auto fast = covariances(odds, count, ones);
    for (std::size_t at = 0; at < 9; ++at) {
      const double slow = product[at] / total - mean[at / 3] * mean[at % 3] / total / total;
      CHECK(fast[at] == Approx(slow).margin(1e-12));
    }
  }
}
