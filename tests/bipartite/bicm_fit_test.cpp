// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/bicm_fit.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::bipartite;
using Catch::Approx;

namespace {

BicmFit fitted(const View& view) {
  auto fit = fit_bicm(Incidence(view));
  if (!fit) FAIL(fit.error().front().message);
  return *std::move(fit);
}

// Every sum of the table, and the exclusion of the answers, by the definition.
void check_sums(const BicmFit& fit) {
  const Incidence& table = fit.table();
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    double sum = 0;
    for (std::uint32_t j = 0; j < table.items(); ++j) {
      const double p = fit.probability(i, j);
      const std::uint32_t other = table.other_answer(j);
      const bool possible =
          p >= 0 && p + (other == no_item ? 0 : fit.probability(i, other)) < 1 + 1e-12;
      if (!possible || (!table.known(i, j) && p != 0)) FAIL("cell " << i << ',' << j << ": " << p);
      sum += p;
    }
    CHECK(sum == Approx(table.row_sum(i)).epsilon(1e-9).margin(1e-9));
  }
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    double sum = 0;
    for (std::uint32_t i = 0; i < table.actors(); ++i) sum += fit.probability(i, j);
    CHECK(sum == Approx(table.column_sum(j)).epsilon(1e-9).margin(1e-9));
  }
}

// The odds of a model with multipliers have rank one: p_ij p_kl (1-p_il)(1-p_kj) is symmetric.
void check_odds(const BicmFit& fit) {
  const Incidence& table = fit.table();
  const auto none = [&](std::uint32_t i, std::uint32_t j) {
    const std::uint32_t other = table.other_answer(j);
    return 1 - fit.probability(i, j) - (other == no_item ? 0 : fit.probability(i, other));
  };
  for (std::uint32_t i = 0; i + 1 < table.actors(); ++i) {
    for (std::uint32_t j = 0; j + 1 < table.items(); ++j) {
      if (!table.known(i, j) || !table.known(i + 1, j) || !table.known(i, j + 1) ||
          !table.known(i + 1, j + 1)) {
        continue;
      }
      const double left =
          fit.probability(i, j) * fit.probability(i + 1, j + 1) * none(i, j + 1) * none(i + 1, j);
      const double right =
          fit.probability(i, j + 1) * fit.probability(i + 1, j) * none(i, j) * none(i + 1, j + 1);
      CHECK(left == Approx(right).epsilon(1e-6).margin(1e-9));
    }
  }
}

}  // namespace

TEST_CASE("a table of equal sums has equal chances", "[bipartite][bicm_fit]") {
  const BicmFit fit = fitted(test::two_mode({"1100", "0110", "0011", "1001"}));
  for (std::uint32_t i = 0; i < 4; ++i) {
    for (std::uint32_t j = 0; j < 4; ++j) CHECK(fit.probability(i, j) == Approx(0.5));
  }
  CHECK(fit.classes().rows.size() == 1);
}

TEST_CASE("two by two by hand", "[bipartite][bicm_fit]") {
  // Rows 1, 1, 1 and columns 2, 1: each row is alike, so p = 2/3 and 1/3.
  const BicmFit fit = fitted(test::two_mode({"10", "10", "01"}));
  for (std::uint32_t i = 0; i < 3; ++i) {
    CHECK(fit.probability(i, 0) == Approx(2.0 / 3));
    CHECK(fit.probability(i, 1) == Approx(1.0 / 3));
  }
}

TEST_CASE("empty and full rows and columns are decided", "[bipartite][bicm_fit]") {
  const BicmFit fit = fitted(test::two_mode({"1111", "1000", "0000", "1110"}));
  CHECK(fit.steps() == 0);  // nested: nothing is left to solve
  for (std::uint32_t i = 0; i < 4; ++i) {
    for (std::uint32_t j = 0; j < 4; ++j) {
      CHECK(fit.probability(i, j) == (fit.table().has(i, j) ? 1 : 0));
    }
  }
  check_sums(fit);
}

TEST_CASE("degrees that leave blocks without a choice", "[bipartite][bicm_fit]") {
  // No row or column is empty or full, yet the first two rows must hold the first two columns.
  const BicmFit fit = fitted(test::two_mode({"1110", "1101", "1000", "0100"}));
  CHECK(fit.probability(0, 0) == Approx(1).epsilon(1e-9));
  CHECK(fit.probability(2, 3) == Approx(0).margin(1e-9));
  CHECK(fit.probability(0, 2) == Approx(0.5).epsilon(1e-9));
  check_sums(fit);
}

TEST_CASE("the chances solve the equations and have rank one", "[bipartite][bicm_fit]") {
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    const BicmFit fit = fitted(test::random_two_mode({.actors = 25,
                                                      .items = 9,
                                                      .density = 0.2 + 0.1 * double(seed),
                                                      .hidden = seed % 2 == 0 ? 0.0 : 0.3},
                                                     seed));
    check_sums(fit);
    check_odds(fit);
  }
  const BicmFit women = fitted(test::southern_women());
  check_sums(women);
  check_odds(women);
}

TEST_CASE("wide and tall tables are one model", "[bipartite][bicm_fit]") {
  const std::vector<std::string> rows{"110100", "011010", "100110"},
      turned{"101", "110", "010", "101", "011", "000"};
  const BicmFit wide = fitted(test::two_mode(rows)), tall = fitted(test::two_mode(turned));
  for (std::uint32_t i = 0; i < 3; ++i) {
    for (std::uint32_t j = 0; j < 6; ++j) {
      CHECK(wide.probability(i, j) == Approx(tall.probability(j, i)).epsilon(1e-9));
    }
  }
}

TEST_CASE("a mask splits rows of one degree", "[bipartite][bicm_fit]") {
  const BicmFit fit = fitted(test::two_mode({"?100", "0?10", "1000", "0011"}));
  CHECK(fit.probability(0, 0) == 0);
  CHECK(fit.probability(1, 1) == 0);
  CHECK(fit.classes().rows.size() > 2);
  check_sums(fit);
  check_odds(fit);
}

TEST_CASE("the answers of a roll call exclude each other", "[bipartite][bicm_fit]") {
  // One roll call, 3 yes, 2 no, 1 abstention, beside an item that half of the actors sign.
  const BicmFit fit = fitted(test::votes({"y1", "y0", "y1", "n0", "n1", "a0"}));
  check_sums(fit);
  check_odds(fit);
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    const BicmFit random = fitted(test::random_votes(
        {.actors = 30, .roll_calls = 6, .items = 4, .hidden = seed % 2 == 0 ? 0.0 : 0.25}, seed));
    check_sums(random);
    check_odds(random);
  }
}

TEST_CASE("where nobody abstains, activity does not tell the answer", "[bipartite][bicm_fit]") {
  const BicmFit fit = fitted(test::votes({"y11", "y00", "y10", "n01"}));
  for (std::uint32_t i = 0; i < 4; ++i) {
    CHECK(fit.probability(i, 1) == Approx(0.75));  // c0000.no, then c0000.yes
    CHECK(fit.probability(i, 0) == Approx(0.25));
  }
  check_sums(fit);
}

TEST_CASE("an actor that answers everything", "[bipartite][bicm_fit]") {
  // The first row has no choice but between answers: its multiplier is infinite.
  const BicmFit fit = fitted(test::votes({"yyn", "yan", "nay", "ayy", "yna"}));
  const auto row = fit.row(0);
  CHECK(row[0] + row[1] == Approx(1).epsilon(1e-9));
  check_sums(fit);
}

TEST_CASE("tables without cells", "[bipartite][bicm_fit]") {
  CHECK(fitted(test::two_mode({}, 3)).residual() == 0);
  CHECK(fitted(test::two_mode({"", ""})).residual() == 0);
  CHECK(fitted(test::two_mode({"???", "???"})).probability(0, 0) == 0);
}
