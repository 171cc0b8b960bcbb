// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/row_draws.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/bipartite/row_pairs.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::bipartite;
using Catch::Approx;

namespace {

RowOdds fitted(const Incidence& table, Mode mode) {
  return *fit_row_odds(mode == Mode::actor ? table : table.turned());
}

}  // namespace

TEST_CASE("draws of rows agree with the exact laws", "[bipartite][row_draws]") {
  constexpr std::size_t samples = 20'000;
  for (const View& view :
       {test::two_mode({"11101", "11000", "10010", "00100"}),
        test::two_mode({"?110", "1?01", "01?0", "001?"}), test::votes({"yy1", "ny?", "yn1", "ay1"}),
        test::random_votes({.actors = 7, .roll_calls = 4, .items = 3, .hidden = 0.2}, 3)}) {
    const Incidence table(view);
    for (const Mode mode : {Mode::actor, Mode::item}) {
      const RowOdds odds = fitted(table, mode);
      const PairTestOptions test{.list_all = true};
      const auto exact = test_pairs(table, row_pairs(table, mode, odds).null, test);
      const auto drawn =
          draw_pairs(table, odds, Rng(5), {.mode = mode, .samples = samples, .test = test});
      REQUIRE(exact.pairs.size() == drawn.pairs.size());
      for (std::size_t at = 0; at < exact.pairs.size(); ++at) {
        const PairTest &e = exact.pairs[at], &d = drawn.pairs[at];
        CHECK(d.observed == e.observed);
        for (const auto& [truth, found] :
             {std::pair{e.p_upper, d.p_upper}, {e.p_lower, d.p_lower}}) {
          const double error = std::sqrt(truth * (1 - truth) / samples);
          CHECK(found == Approx(truth).margin(0.0005 + 5 * error));
        }
        CHECK(d.expected == Approx(e.expected).margin(0.05));
      }
    }
  }
}

TEST_CASE("draws of rows do not depend on threads", "[bipartite][row_draws]") {
  const Incidence table(
      test::random_votes({.actors = 12, .roll_calls = 6, .items = 4, .hidden = 0.2}, 4));
  const RowOdds odds = fitted(table, Mode::actor);
  const auto one = draw_pairs(table, odds, Rng(1), {.samples = 200, .test = {.threads = 1}});
  const auto eight = draw_pairs(table, odds, Rng(1), {.samples = 200, .test = {.threads = 8}});
  CHECK(one.attainable == eight.attainable);
  for (std::size_t at = 0; at < one.pairs.size(); ++at) {
    CHECK(one.pairs[at].p_value == eight.pairs[at].p_value);
    CHECK(one.pairs[at].q_value == eight.pairs[at].q_value);
  }
}
