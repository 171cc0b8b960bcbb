// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/row_model.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>

#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::bipartite;
using Catch::Approx;

TEST_CASE("draws with two ones follow the odds, both answers never", "[bipartite][row_model]") {
  std::vector<Trial> trials(3);
  trials[0] = {{0, 1}, {0.5, 0.2}};  // a roll call
  trials[1] = {{2, no_item}, {0.3, 0}};
  trials[2] = {{3, no_item}, {0.8, 0}};
  std::map<RowOutcome, double> chance;
  double total = 0;
  for (const std::uint8_t a : RowOutcome{0, 1, 2}) {
    for (const std::uint8_t b : RowOutcome{0, 2}) {
      for (const std::uint8_t c : RowOutcome{0, 2}) {
        if ((a < 2) + (b < 2) + (c < 2) != 2) continue;
        const double p =
            chance_of(trials[0], a) * chance_of(trials[1], b) * chance_of(trials[2], c);
        chance[{a, b, c}] = p;
        total += p;
      }
    }
  }
  const ConditionalRow model(trials, 2);
  REQUIRE(model.possible());
  std::map<RowOutcome, double> drawn;
  Rng rng(3);
  RowOutcome outcome;
  for (int s = 0; s < 40000; ++s) {
    model.draw(rng, outcome);
    drawn[outcome] += 1;
  }
  CHECK(drawn.size() == chance.size());
  for (const auto& [key, p] : chance) {  // 5 standard errors
    const double share = p / total;
    CHECK(drawn[key] / 40000 == Approx(share).margin(5 * std::sqrt(share * (1 - share) / 40000)));
  }
}

TEST_CASE("certain trials leave no choice and impossible numbers are known",
          "[bipartite][row_model]") {
  std::vector<Trial> trials(2);
  trials[0].chance = {1, 0};
  trials[1].chance = {0, 0};
  Rng rng(1);
  RowOutcome outcome;
  const ConditionalRow one(trials, 1);
  one.draw(rng, outcome);
  CHECK(outcome == RowOutcome{0, no_answer});
  CHECK_FALSE(ConditionalRow(trials, 0).possible());
  CHECK_FALSE(ConditionalRow(trials, 2).possible());
  CHECK(ConditionalRow({}, 0).possible());
}

TEST_CASE("a row's trials are its known items, a roll call once", "[bipartite][row_model]") {
  const BicmFit fit = *fit_bicm(Incidence(test::votes({"y1?", "n01", "a11", "y00"})));
  const auto trials = trials_of_row(fit, 0);
  REQUIRE(trials.size() == 2);
  CHECK(trials[0].item[1] != no_item);
  CHECK(trials[1].item[1] == no_item);
  CHECK(trials[0].chance[0] == fit.probability(0, trials[0].item[0]));
}
