// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/attainable_p.hpp"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/statistics/hypergeometric.hpp"
#include "engine/statistics/multiple_testing.hpp"

using Catch::Approx;
using namespace entente::statistics;
using Values = std::vector<double>;

namespace {

// Fisher's two-sided test of x of n against y of m: the chances of all tables that are no likelier.
struct Fisher {
  double p = 1;
  std::vector<Attainable> attainable;

  Fisher(std::uint32_t x, std::uint32_t n, std::uint32_t y, std::uint32_t m) {
    const auto f = hypergeometric({.population = n + m, .marked = n, .drawn = x + y});
    const auto p_of = [&](double chance) {
      double sum = 0;
      for (const double other : f) sum += other <= chance * (1 + 1e-7) ? other : 0;
      return std::min(1.0, sum);
    };
    for (const double chance : f) attainable.push_back({p_of(chance), p_of(chance)});
    std::sort(attainable.begin(), attainable.end(),
              [](const Attainable& a, const Attainable& b) { return a.p < b.p; });
    p = p_of(f[x]);
  }
};

}  // namespace

TEST_CASE("what two coins could have answered, by hand", "[statistics][attainable_p]") {
  // Three tests that give 1/2 or 1, two that give 1/4, 3/4 or 1.
  AttainableP tests;
  tests.add(std::vector<Attainable>{{0.5, 0.5}, {1, 1}}, 3);
  tests.add(std::vector<Attainable>{{0.25, 0.25}, {0.75, 0.75}, {1, 1}}, 2);
  tests.finish();
  CHECK(tests.tests() == 5);
  CHECK(tests.expected(0.2) == 0);
  CHECK(tests.expected(0.25) == 0.5);
  CHECK(tests.expected(0.5) == 2);
  CHECK(tests.expected(1) == 5);
  CHECK(tests.expected_odds(0.5) == Approx(2.0 / 3 + 3));
  CHECK(tests.able(0.3) == 2);
  CHECK(tests.able(0.5) == 5);
  // At level 0.5 two can pass 0.5 / 2, and all five 0.5 / 1.
  CHECK(tests.tarone(0.5) == 2);
  CHECK(tests.tarone(0.1) == 1);
}

TEST_CASE("the nine tables of the package DiscreteFDR", "[statistics][attainable_p]") {
  // Its vignette "A Toy Example" (Doehler, Durand and Roquain's step-down procedure).
  const std::uint32_t x[] = {4, 2, 2, 14, 6, 9, 4, 0, 1}, y[] = {0, 0, 1, 3, 2, 1, 2, 2, 2};
  AttainableP tests;
  Values p, smallest;
  for (int t = 0; t < 9; ++t) {
    const Fisher fisher(x[t], 148, y[t], 132);
    tests.add(fisher.attainable, 1);
    p.push_back(fisher.p);
    smallest.push_back(fisher.attainable.front().p);
  }
  tests.finish();
  CHECK(p[3] == Approx(0.01243145).margin(5e-9));
  CHECK(p[5] == Approx(0.02126871).margin(5e-9));
  const auto dbh = adjusted(p, smallest, Adjustment::dbh, tests, 0.05);
  CHECK(dbh[3] == Approx(0.03819796).margin(5e-9));
  CHECK(dbh[5] == Approx(0.03819796).margin(5e-9));
  CHECK(dbh[0] == Approx(0.25630985).margin(5e-9));
  CHECK(dbh[7] == Approx(0.47895996).margin(5e-9));
  CHECK(dbh[4] == Approx(0.51482782).margin(5e-9));
  CHECK(dbh[1] == 1);
  const auto bh = adjusted(p, smallest, Adjustment::bh, tests, 0.05);
  CHECK(bh[3] == Approx(0.09570921).margin(5e-9));
  CHECK(bh[0] == Approx(0.37430072).margin(5e-9));
}

TEST_CASE("heyse agrees with its definition", "[statistics][attainable_p]") {
  const std::uint32_t x[] = {4, 2, 2, 14, 6, 9, 4, 0, 1}, y[] = {0, 0, 1, 3, 2, 1, 2, 2, 2};
  AttainableP tests;
  std::vector<Fisher> fishers;
  Values p, smallest(9, 0);
  for (int t = 0; t < 9; ++t) {
    fishers.emplace_back(x[t], 40, y[t], 60);
    tests.add(fishers.back().attainable, 1);
    p.push_back(fishers.back().p);
  }
  tests.finish();
  const auto q = adjusted(p, smallest, Adjustment::heyse, tests, 0.05);
  for (std::size_t t = 0; t < 9; ++t) {
    double least = 1;
    for (const double value : p) {
      if (value < p[t]) continue;
      double expected = 0;
      for (const Fisher& fisher : fishers) {
        double chance = 0;
        for (const Attainable& a : fisher.attainable) chance = a.p <= value ? a.chance : chance;
        expected += chance;
      }
      const auto rank = std::count_if(p.begin(), p.end(), [&](double o) { return o <= value; });
      least = std::min(least, expected / double(rank));
    }
    CHECK(q[t] == Approx(least));
  }
}

TEST_CASE("tests that had no chance cost the others nothing", "[statistics][attainable_p]") {
  // Two tests can give 0.01, a hundred only 0.5 or more.
  AttainableP tests;
  tests.add(std::vector<Attainable>{{0.01, 0.01}, {1, 1}}, 2);
  tests.add(std::vector<Attainable>{{0.5, 0.5}, {1, 1}}, 100);
  tests.finish();
  const Values p{0.01, 1, 0.5}, smallest{0.01, 0.01, 0.5};
  CHECK(adjusted(p, smallest, Adjustment::bh, tests, 0.05)[0] == 1);
  CHECK(adjusted(p, smallest, Adjustment::tarone, tests, 0.05)[0] == 0.02);
  CHECK(adjusted(p, smallest, Adjustment::tarone, tests, 0.05)[2] == 1);
  CHECK(adjusted(p, smallest, Adjustment::heyse, tests, 0.05)[0] == 0.02);
  CHECK(adjusted(p, smallest, Adjustment::dbh, tests, 0.05)[0] == Approx(2 * 0.01 / 0.99));
  const std::vector<SmallestP> all{{0.01, 2}, {0.5, 100}};
  CHECK(could_be_rejected(all, Adjustment::bh, tests, 0.05) == 0);
  CHECK(could_be_rejected(all, Adjustment::bonferroni, tests, 0.05) == 0);
  for (const auto discrete : {Adjustment::tarone, Adjustment::heyse, Adjustment::dbh}) {
    CHECK(could_be_rejected(all, discrete, tests, 0.05) == 2);
  }
  CHECK(could_be_rejected(all, Adjustment::bh, tests, 0.6) == 102);
  CHECK(could_be_rejected(all, Adjustment::holm, tests, 0.9) == 0);
}

TEST_CASE("what could be rejected is what would be", "[statistics][attainable_p]") {
  // Ten classes of tests, adjusted one by one.
  AttainableP tests;
  std::vector<SmallestP> smallest;
  Values p;
  for (std::uint64_t c = 0; c < 10; ++c) {
    const double least = 0.0004 * double((c + 1) * (c + 1) * (c + 1));
    tests.add(std::vector<Attainable>{{least, least}, {1, 1}}, c + 1);
    smallest.push_back({least, c + 1});
    p.insert(p.end(), c + 1, least);
  }
  tests.finish();
  for (const auto& name : discrete_adjustment_names()) {
    for (const double level : {0.01, 0.05, 0.2}) {
      const auto q = adjusted(p, p, adjustment_named(name), tests, level);
      const auto rejected = std::count_if(q.begin(), q.end(), [&](double x) { return x <= level; });
      CHECK(could_be_rejected(smallest, adjustment_named(name), tests, level) ==
            std::uint64_t(rejected));
    }
  }
}
