// SPDX-License-Identifier: Apache-2.0
#include "engine/statistics/survival.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/base/random.hpp"

using namespace entente::statistics;
using Catch::Approx;

namespace {

// A plus sign marks a censored time.
std::vector<Spell> spells(const std::vector<int>& events, const std::vector<int>& censored,
                          std::uint32_t group = 0) {
  std::vector<Spell> result;
  for (const int day : events) result.push_back({0, day, true, group});
  for (const int day : censored) result.push_back({0, day, false, group});
  return result;
}

// Weeks in remission: Freireich et al. (1963), Blood 21, 699-716.
std::vector<Spell> remissions() {
  auto all =
      spells({6, 6, 6, 7, 10, 13, 16, 22, 23}, {6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35}, 0);
  const auto placebo =
      spells({1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23}, {}, 1);
  all.insert(all.end(), placebo.begin(), placebo.end());
  return all;
}

double slow_survival(const std::vector<Spell>& all, std::int32_t until) {
  double survival = 1;
  for (std::int32_t day = 0; day <= until; ++day) {
    double at_risk = 0, events = 0;
    for (const Spell& s : all) {
      at_risk += s.first <= day && day <= s.last ? 1 : 0;
      events += s.event && s.last == day ? 1 : 0;
    }
    if (events > 0) survival *= 1 - events / at_risk;
  }
  return survival;
}

}  // namespace

TEST_CASE("survival of four by hand, one of them censored, one late", "[survival]") {
  // Day 2: 3 at risk, 1 event. Day 5: one was censored on day 3, one came on day 4: 2 at risk.
  const auto steps =
      kaplan_meier(std::vector<Spell>{{0, 2, true}, {0, 3, false}, {0, 5, true}, {4, 9, false}});
  REQUIRE(steps.size() == 2);
  CHECK(steps[0].day == 2);
  CHECK(steps[0].at_risk == 3);
  CHECK(steps[0].survival == Approx(2.0 / 3));
  CHECK(steps[1].at_risk == 2);
  CHECK(steps[1].survival == Approx(1.0 / 3));
  CHECK(steps[1].standard_error == Approx(std::sqrt(1.0 / (3 * 2) + 1.0 / (2 * 1)) / 3));
}

TEST_CASE("survival of the patients of 1963 is what every textbook has", "[survival]") {
  const auto all = remissions();
  std::vector<Spell> treated(all.begin(), all.begin() + 21);
  const auto steps = kaplan_meier(treated);
  const std::vector<double> expected{0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448};
  REQUIRE(steps.size() == expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) {
    CHECK(steps[i].survival == Approx(expected[i]).margin(0.0005));
  }
  CHECK(steps[0].standard_error == Approx(0.0764).margin(0.00005));
}

TEST_CASE("the log-rank test of the patients of 1963", "[survival]") {
  // Kleinbaum and Klein, Survival analysis: 16.79; 19.25 relapses expected under the treatment.
  const LogRank test = log_rank(remissions(), 2);
  CHECK(test.chi_square == Approx(16.79).margin(0.005));
  CHECK(test.observed == std::vector<double>{9, 21});
  CHECK(test.expected[0] == Approx(19.25).margin(0.005));
  CHECK(test.degrees_of_freedom == 1);
  CHECK(test.p_value == Approx(std::erfc(std::sqrt(test.chi_square / 2))).epsilon(1e-12));
}

TEST_CASE("survival agrees with a count on every day", "[survival]") {
  entente::Rng rng(6);
  for (int round = 0; round < 20; ++round) {
    std::vector<Spell> all;
    for (int i = 0; i < 30; ++i) {
      const auto first = static_cast<std::int32_t>(rng.below(10));
      all.push_back({first, first + static_cast<std::int32_t>(rng.below(15)), rng.coin()});
    }
    for (const SurvivalStep& step : kaplan_meier(all)) {
      CHECK(step.survival == Approx(slow_survival(all, step.day)).margin(1e-12));
    }
  }
}

TEST_CASE("log-rank does not depend on the order of the groups", "[survival]") {
  entente::Rng rng(9);
  std::vector<Spell> all;
  for (int i = 0; i < 60; ++i) {
    all.push_back({0, static_cast<std::int32_t>(1 + rng.below(20)), rng.coin(),
                   static_cast<std::uint32_t>(rng.below(3))});
  }
  const LogRank one = log_rank(all, 3);
  for (Spell& spell : all) spell.group = (spell.group + 1) % 3;
  const LogRank two = log_rank(all, 3);
  CHECK(one.degrees_of_freedom == 2);
  CHECK(one.chi_square == Approx(two.chi_square).epsilon(1e-10));
}

TEST_CASE("groups that are never at risk together cannot be compared", "[survival]") {
  CHECK(log_rank({}, 2).p_value == 1);
  const std::vector<Spell> apart{{0, 3, true, 0}, {5, 8, true, 1}};
  CHECK(log_rank(apart, 2).degrees_of_freedom == 0);
  CHECK(log_rank(apart, 3).p_value == 1);
}

TEST_CASE("nobody is left: survival is 0 and its error undefined", "[survival]") {
  const auto steps = kaplan_meier(std::vector<Spell>{{0, 1, true}, {0, 2, true}});
  CHECK(steps[1].survival == 0);
  CHECK(std::isnan(steps[1].standard_error));
  CHECK(kaplan_meier({}).empty());
}

TEST_CASE("equal groups are told apart as often as p says", "[survival]") {
  entente::Rng rng(12);
  double small = 0;
  for (int round = 0; round < 400; ++round) {
    std::vector<Spell> all;
    for (std::uint32_t i = 0; i < 40; ++i) {
      const auto day = static_cast<std::int32_t>(1 + rng.below(200));
      all.push_back({0, std::min(day, 150), day < 150, i % 2});
    }
    small += log_rank(all, 2).p_value <= 0.2 ? 1 : 0;
  }
  CHECK(small / 400 == Approx(0.2).margin(0.06));
}
