// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/absences.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/base/parallel.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::bipartite;
using Catch::Approx;

TEST_CASE("the one actor that did not sign what all others did", "[bipartite][absences]") {
  // Rows of equal sums: p = 2/3 for the first item, 1/3 for the second.
  const BicmFit fit = *fit_bicm(Incidence(test::two_mode({"10", "10", "01"})));
  const auto found = absences(fit);
  REQUIRE(found.size() == 1);
  CHECK(found[0].actor == 2);
  CHECK(found[0].item == 0);
  CHECK(found[0].probability == Approx(2.0 / 3));
  CHECK(absences(fit, 0.7).empty());
  CHECK(absences(fit, 0.3).size() == 3);
}

TEST_CASE("a requested stop is heard", "[bipartite][absences]") {
  const BicmFit fit = *fit_bicm(Incidence(test::two_mode({"10", "10", "01"})));
  std::stop_source source;
  source.request_stop();
  const std::vector<std::uint32_t> group{0, 0, 0};
  CHECK_THROWS_AS(absences(fit, 0, source.get_token()), Stopped);
  CHECK_THROWS_AS(group_absences(fit, group, statistics::Adjustment::bh, source.get_token()),
                  Stopped);
}

TEST_CASE("a cell that could not be seen is no absence", "[bipartite][absences]") {
  const BicmFit fit = *fit_bicm(Incidence(test::two_mode({"110", "101", "110", "?10", "?01"})));
  for (const Absence& absence : absences(fit, 0)) {
    CHECK(fit.table().known(absence.actor, absence.item));
    CHECK_FALSE(fit.table().has(absence.actor, absence.item));
  }
  CHECK(absences(fit, 0).size() == 5);  // the zeros that were seen, whatever their chance
}

TEST_CASE("a group that stays away by hand", "[bipartite][absences]") {
  // p = 2/3 in the first column; the last two actors, a group, both lack it: p value 1/9.
  const BicmFit fit = *fit_bicm(Incidence(test::two_mode({"10", "10", "10", "10", "01", "01"})));
  const std::vector<std::uint32_t> group{0, 0, 0, no_group, 1, 1};
  const auto tests = group_absences(fit, group);
  REQUIRE(tests.size() == 4);
  const GroupAbsence& away = tests[2];
  CHECK((away.group == 1 && away.item == 0 && away.members == 2 && away.signed_by == 0));
  CHECK(away.expected == Approx(4.0 / 3));
  CHECK(away.p_value == Approx(1.0 / 9));
  CHECK(away.q_value == Approx(4.0 / 9));
  CHECK(tests[0].p_value == Approx(1));  // all three signed
}

TEST_CASE("groups count the members that could be seen", "[bipartite][absences]") {
  const BicmFit fit = *fit_bicm(Incidence(test::two_mode({"110", "1?1", "?10", "?01"})));
  const auto tests = group_absences(fit, std::vector<std::uint32_t>{0, 0, 1, 1});
  CHECK(tests.size() == 5);  // nobody of group 1 is known for the first item
  for (const auto& test : tests) CHECK(test.members <= 2);
  CHECK(tests[1].members == 1);
}

TEST_CASE("groups at random stay away by chance", "[bipartite][absences]") {
  const BicmFit fit = *fit_bicm(
      Incidence(test::random_votes({.actors = 120, .roll_calls = 150, .hidden = 0.1}, 4)));
  std::vector<std::uint32_t> group;
  for (std::uint32_t i = 0; i < 120; ++i) group.push_back(i % 3);
  double below = 0;
  const auto tests = group_absences(fit, group);
  for (const auto& test : tests) below += test.p_value <= 0.1 ? 1 : 0;
  CHECK(tests.size() == 900);
  CHECK(below / 900 == Approx(0.07).margin(0.04));  // a step function: at most 0.1 on average
}
