// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/surprisal.hpp"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::bipartite;
using Catch::Approx;

TEST_CASE("the surprisal of equal rows by hand", "[bipartite][surprisal]") {
  // Chances 2/3 and 1/3. The last row has what is less likely, twice: -2 ln(1/3).
  const BicmFit fit = *fit_bicm(Incidence(test::two_mode({"10", "10", "01"})));
  const auto actors = unusual_actors(fit, Rng(1), {.samples = 9999, .least_stances = 1});
  const double entropy = -(2.0 / 3 * std::log(2.0 / 3) + 1.0 / 3 * std::log(1.0 / 3));
  CHECK(actors[2].surprisal == Approx(2 * std::log(3)));
  CHECK(actors[0].surprisal == Approx(2 * std::log(1.5)));
  CHECK(actors[2].expected == Approx(2 * entropy));
  const double variance = 2 * 2.0 / 9 * std::log(2) * std::log(2);  // p (1-p) ln^2(p/(1-p)) twice
  CHECK(actors[2].z == Approx((2 * std::log(3) - 2 * entropy) / std::sqrt(variance)));
  // With one 1 to place, the odds are 2 : 1/2, so the odd row comes with chance 1/5.
  CHECK(actors[2].p_value == Approx(0.2).margin(0.02));
  CHECK(actors[0].p_value == 1);
  REQUIRE(actors[2].carrying.size() == 2);
  CHECK_FALSE(actors[2].carrying[0].present);  // the popular item, absent
  CHECK(actors[2].carrying[0].item == 0);
  CHECK(actors[2].carrying[0].probability == Approx(2.0 / 3));
  CHECK(actors[2].carrying[1].present);
}

TEST_CASE("p values agree with the sum over all rows of the same activity",
          "[bipartite][surprisal]") {
  for (std::uint64_t seed = 1; seed < 4; ++seed) {
    const BicmFit fit = *fit_bicm(Incidence(test::random_votes(
        {.actors = 10, .roll_calls = 3, .items = 4, .hidden = seed == 1 ? 0 : 0.2}, seed)));
    const Incidence& table = fit.table();
    const auto actors = unusual_actors(fit, Rng(seed), {.samples = 4000});
    for (const UnusualActor& actor : actors) {
      if (!actor.tested) continue;
      // Every set of items, weighted by the model; sets with both answers do not exist.
      double as_odd = 0, all = 0;
      for (std::uint32_t set = 0; set < 1U << table.items(); ++set) {
        double log_p = 0, p = 1;
        std::uint32_t ones = 0;
        for (std::uint32_t j = 0; j < table.items(); ++j) {
          const std::uint32_t other = table.other_answer(j);
          const bool here = (set >> j & 1U) != 0;
          const bool there = other != no_item && (set >> other & 1U) != 0;
          if ((here && !table.known(actor.actor, j)) || (here && there)) p = 0;
          if (!table.known(actor.actor, j) || (other != no_item && other < j)) continue;
          const double yes = fit.probability(actor.actor, j);
          const double no = other == no_item ? 0 : fit.probability(actor.actor, other);
          const double term = here ? yes : there ? no : 1 - yes - no;
          p *= term;
          log_p -= std::log(term);
          ones += here || there ? 1 : 0;
        }
        if (p == 0 || ones != table.row_sum(actor.actor)) continue;
        all += p;
        if (log_p >= actor.surprisal - 1e-9) as_odd += p;
      }
      const double exact = as_odd / all;
      CHECK(actor.p_value ==
            Approx(exact).margin(0.001 + 5 * std::sqrt(exact * (1 - exact) / 4000)));
    }
  }
}

TEST_CASE("independent votes give uniform p values", "[bipartite][surprisal]") {
  const BicmFit fit = *fit_bicm(Incidence(
      test::random_votes({.actors = 400, .roll_calls = 40, .items = 20, .hidden = 0.1}, 5)));
  const auto actors = unusual_actors(fit, Rng(1), {.samples = 500});
  double below_10 = 0, below_50 = 0;
  for (const auto& actor : actors) {
    below_10 += actor.p_value <= 0.1 ? 1 : 0;
    below_50 += actor.p_value <= 0.5 ? 1 : 0;
  }
  CHECK(below_10 / 400 == Approx(0.1).margin(0.045));
  CHECK(below_50 / 400 == Approx(0.5).margin(0.1));
}

TEST_CASE("actors with too few stances are not tested", "[bipartite][surprisal]") {
  const BicmFit fit = *fit_bicm(Incidence(test::votes({"y0", "n1", "a1", "a0", "y1"})));
  CHECK(stance_count(fit.table(), 0) == 1);
  CHECK(stance_count(fit.table(), 2) == 2);  // abstaining is a stance
  const auto actors = unusual_actors(fit, Rng(1), {.samples = 99});
  CHECK_FALSE(actors[0].tested);
  CHECK(actors[0].p_value == 1);
  CHECK(actors[2].tested);
  CHECK_FALSE(actors[3].tested);
}

TEST_CASE("threads do not change who is unusual", "[bipartite][surprisal]") {
  const BicmFit fit = *fit_bicm(
      Incidence(test::random_votes({.actors = 30, .roll_calls = 6, .items = 6, .hidden = 0.2}, 8)));
  const auto one = unusual_actors(fit, Rng(1), {.threads = 1});
  const auto eight = unusual_actors(fit, Rng(1), {.threads = 8});
  for (std::size_t i = 0; i < one.size(); ++i) {
    CHECK(one[i].p_value == eight[i].p_value);
    CHECK(one[i].q_value == eight[i].q_value);
    CHECK(one[i].surprisal == eight[i].surprisal);
  }
}

TEST_CASE("a row without a choice is not odd", "[bipartite][surprisal]") {
  const BicmFit fit = *fit_bicm(Incidence(test::two_mode({"111", "110", "100", "000"})));
  for (const auto& actor : unusual_actors(fit, Rng(1), {.samples = 20, .least_stances = 0})) {
    CHECK(actor.surprisal == 0);
    CHECK(actor.z == 0);
    CHECK(actor.p_value == 1);
    CHECK(actor.carrying.empty());
  }
}
