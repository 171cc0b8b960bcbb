// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/row_odds.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <vector>

#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::bipartite;
using Catch::Approx;

namespace {

// What each item expects, from every row with the sum that its line has: a unit is left out (odds
// 1) or answered in one of two ways.
std::vector<double> expected_sums(const RowOdds& odds) {
  const Incidence& table = odds.table();
  std::vector<double> sums(table.items(), 0.0);
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    std::vector<std::size_t> open;
    for (std::size_t u = 0; u < odds.units().size(); ++u) {
      const RowOdds::Unit& unit = odds.units()[u];
      if (!odds.known(i, unit)) continue;
      if (unit.open) {
        open.push_back(u);
      } else {
        for (std::size_t answer = 0; answer < 2; ++answer) {
          if (unit.item[answer] != no_item) sums[unit.item[answer]] += odds.decided(i, u, answer);
        }
      }
    }
    std::vector<double> row(table.items(), 0.0);
    double total = 0;
    std::vector<int> answer(open.size(), 2);  // 2: none
    const auto visit = [&](const auto& self, std::size_t at, std::uint32_t ones, double weight) {
      if (weight == 0 || ones > odds.ones(i)) return;
      if (at == open.size()) {
        if (ones != odds.ones(i)) return;
        total += weight;
        for (std::size_t k = 0; k < open.size(); ++k) {
          if (answer[k] < 2)
            row[odds.units()[open[k]].item[static_cast<std::size_t>(answer[k])]] += weight;
        }
        return;
      }
      for (int a = 0; a < 3; ++a) {
        answer[at] = a;
        self(self, at + 1, ones + (a < 2 ? 1 : 0),
             a < 2 ? weight * odds.units()[open[at]].odds[static_cast<std::size_t>(a)] : weight);
      }
    };
    visit(visit, 0, 0, 1.0);
    REQUIRE(total > 0);
    for (std::uint32_t j = 0; j < table.items(); ++j) sums[j] += row[j] / total;
  }
  return sums;
}

}  // namespace

TEST_CASE("fitted odds meet every column sum over all rows", "[bipartite][row_odds]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const Incidence table(test::random_two_mode({.actors = 7, .items = 6, .hidden = 0.2}, seed));
    const auto odds = fit_row_odds(table);
    REQUIRE(odds);
    CHECK(odds->residual() < 1e-9);
    const auto sums = expected_sums(*odds);
    for (std::uint32_t j = 0; j < table.items(); ++j) CHECK(sums[j] == Approx(table.column_sum(j)));
  }
}

TEST_CASE("both answers of a roll call meet their sums", "[bipartite][row_odds]") {
  const Incidence table(
      test::random_votes({.actors = 8, .roll_calls = 4, .items = 3, .hidden = 0.1}, 5));
  const auto odds = fit_row_odds(table);
  REQUIRE(odds);
  const auto sums = expected_sums(*odds);
  for (std::uint32_t j = 0; j < table.items(); ++j) CHECK(sums[j] == Approx(table.column_sum(j)));
}

TEST_CASE("what the sums decide is not open", "[bipartite][row_odds]") {
  // Everybody holds the first item and nobody the last.
  const auto odds = fit_row_odds(Incidence(test::two_mode({"1100", "1010", "1110"})));
  REQUIRE(odds);
  CHECK_FALSE(odds->units()[0].open);
  CHECK(odds->units()[1].open);
  CHECK_FALSE(odds->units()[3].open);
  CHECK(odds->decided(0, 0, 0) == 1);
  CHECK(odds->decided(0, 3, 0) == 0);
}

TEST_CASE("equal odds leave every unit open and fit nothing", "[bipartite][row_odds]") {
  const RowOdds odds = equal_row_odds(Incidence(test::two_mode({"1100", "1010", "1110"})));
  for (const RowOdds::Unit& unit : odds.units()) {
    CHECK(unit.open);
    CHECK(unit.any() == 1);
  }
  CHECK(odds.ones(2) == 3);
  CHECK(odds.residual() == 0);
  CHECK(odds.steps() == 0);
}
