// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/bipartite/lines.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/row_fillings.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using bipartite::Incidence;
using bipartite::Mode;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

Params side_and_tail(const char* side, const char* tail) {
  return {{"side", std::string(side)}, {"tail", std::string(tail)}};
}

// Every p value and expected overlap, both sides and tails, against all fillings.
// Returns how many sides were checked: one whose sums leave some cell no choice, which brute force
// approaches but slowly, only where `no_choice` allows for it.
int check_against_fillings(const View& view, bool no_choice = false) {
  int checked = 0;
  const Incidence table(view);
  for (const Mode mode : {Mode::actor, Mode::item}) {
    const char* side = mode == Mode::actor ? "actor" : "item";
    const RowFillings fillings(table, mode, false);
    const double margin = 1e-9 + 20 * fillings.miss();
    if (!no_choice && margin > 1e-8) continue;
    CHECK(margin < 0.02);
    ++checked;
    const auto pairs = bipartite::pair_overlaps(table, mode, true);
    const Result upper = run_analysis("rowcond", view, side_and_tail(side, "upper"));
    const Result lower = run_analysis("rowcond", view, side_and_tail(side, "lower"));
    REQUIRE(column(upper, "p_value").size() == pairs.size());
    for (std::size_t at = 0; at < pairs.size(); ++at) {
      INFO(side << " " << pairs[at].a << " " << pairs[at].b);
      const auto law = fillings.overlap_law(pairs[at].a, pairs[at].b);
      double mean = 0;
      for (std::size_t s = 0; s < law.size(); ++s) mean += double(s) * law[s];
      CHECK(column(upper, "expected")[at] == Approx(mean).margin(margin));
      CHECK(column(upper, "p_value")[at] ==
            Approx(upper_tail_of(law, pairs[at].count)).margin(margin));
      CHECK(column(lower, "p_value")[at] ==
            Approx(lower_tail_of(law, pairs[at].count)).margin(margin));
    }
  }
  return checked;
}

}  // namespace

TEST_CASE("rowcond of unequal items by hand", "[rowcond]") {
  // Two of three rows chose the first item: odds 2 : 1, and two rows share with chance 4/9 + 1/9.
  const Result result = run_analysis("rowcond", two_mode({"10", "10", "01"}));
  CHECK(column(result, "observed") == Values{1, 0, 0});
  CHECK(column(result, "expected")[0] == Approx(5.0 / 9));
  CHECK(column(result, "p_value")[0] == Approx(5.0 / 9));
  CHECK(column(result, "p_value")[1] == 1);
  CHECK(column(result, "q_value")[0] == 1);
  CHECK(column(result, "tests", "fit") == Values{3});
  CHECK(column(result, "attainable", "fit") == Values{0});
  CHECK(column(result, "residual", "fit")[0] < 1e-11);
}

TEST_CASE("rowcond of a roll call by hand", "[rowcond]") {
  // All four answered, three yes: the same answer with chance 9/16 + 1/16.
  const Result all = run_analysis("rowcond", votes({"y", "y", "y", "n"}));
  CHECK(column(all, "p_value")[0] == Approx(10.0 / 16));
  CHECK(column(all, "p_value")[2] == 1);
  // Two abstained: of those who answered, yes has odds 1 : 1.
  const Result some =
      run_analysis("rowcond", votes({"y", "n", "a", "a"}), {{"tail", std::string("lower")}});
  CHECK(column(some, "p_value")[0] == Approx(0.5));
}

TEST_CASE("rowcond of equal items is Fisher's tea", "[rowcond]") {
  // The Design of Experiments (1935), chapter II: four of eight cups are chosen at random; all four
  // are right with chance 1/70, three or more with 17/70.
  const Result result =
      run_analysis("rowcond", two_mode({"11110000", "11110000", "00001111", "00001111"}));
  CHECK(column(result, "p_value")[0] == Approx(1.0 / 70));
  const Result three =
      run_analysis("rowcond", two_mode({"11110000", "11101000", "00001111", "00010111"}));
  CHECK(column(three, "p_value")[0] == Approx(17.0 / 70));
}

TEST_CASE("rowcond agrees with all fillings of the rows", "[rowcond]") {
  int checked = check_against_fillings(two_mode({"11101", "11000", "10010", "00100"}));
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    checked +=
        check_against_fillings(random_two_mode({.actors = 6, .items = 7, .density = 0.4}, seed));
    checked += check_against_fillings(
        random_votes({.actors = 6, .roll_calls = 3, .items = 3, .hidden = 0}, seed));
  }
  CHECK(checked >= 15);
}

TEST_CASE("rowcond agrees with all fillings of the known cells", "[rowcond]") {
  int checked = check_against_fillings(two_mode({"?110", "1?01", "01?0", "001?"}));
  for (std::uint64_t seed = 0; seed < 6; ++seed) {
    checked += check_against_fillings(
        random_two_mode({.actors = 6, .items = 7, .density = 0.4, .hidden = 0.3}, seed));
    checked += check_against_fillings(
        random_votes({.actors = 6, .roll_calls = 3, .items = 3, .hidden = 0.25}, seed));
  }
  CHECK(checked >= 12);
}

TEST_CASE("rowcond of sums that leave no choice", "[rowcond]") {
  // A full row, an empty one, a full column and an empty one add constants.
  check_against_fillings(two_mode({"11110", "00010", "01010", "00110", "10010"}), true);
  check_against_fillings(two_mode({"111", "000", "110", "100"}), true);
  check_against_fillings(votes({"y11", "n10", "y00", "y01"}), true);
  check_against_fillings(votes({"yy1", "ny?", "yn1", "yy1"}), true);
  const Result full = run_analysis("rowcond", two_mode({"11", "11"}));
  CHECK(column(full, "p_value") == Values{1});
  CHECK(column(full, "expected")[0] == Approx(2));
}

TEST_CASE("rowcond does not depend on the names of the nodes or on threads", "[rowcond]") {
  const Result one = run_analysis("rowcond", two_mode({"1100", "1010", "0111", "1000"}));
  const Result turned = run_analysis("rowcond", two_mode({"0001", "1110", "0101", "0011"}));
  const auto p = column(one, "p_value"), q = column(turned, "p_value");
  CHECK(max_gap(p, {q[5], q[4], q[2], q[3], q[1], q[0]}) < 1e-9);
  const View view = random_votes({.actors = 30, .roll_calls = 8, .items = 5, .hidden = 0.2}, 3);
  CHECK(column(run_analysis("rowcond", view, {}, 1), "p_value") ==
        column(run_analysis("rowcond", view, {}, 8), "p_value"));
}

TEST_CASE("rowcond's tails share one overlap", "[rowcond]") {
  const View view = random_votes({.actors = 20, .roll_calls = 9, .items = 8, .hidden = 0.1}, 4);
  const auto up = column(run_analysis("rowcond", view), "p_value");
  const auto low =
      column(run_analysis("rowcond", view, side_and_tail("actor", "lower")), "p_value");
  for (std::size_t at = 0; at < up.size(); ++at) CHECK(up[at] + low[at] > 1 - 1e-12);
}

TEST_CASE("rowcond finds a planted pair where bicm is too careful", "[rowcond]") {
  std::vector<std::string> rows(40, std::string(40, '0'));
  for (std::size_t i = 0; i < 40; ++i) {
    for (const std::size_t step : {0, 7, 18, 31}) rows[i][(i + step) % 40] = '1';
  }
  rows[1] = rows[0];
  const View view = two_mode(rows);
  const Result exact = run_analysis("rowcond", view), loose = run_analysis("bicm", view);
  CHECK(column(exact, "observed")[0] == 4);
  CHECK(column(exact, "q_value")[0] < 0.05);
  CHECK(column(exact, "p_value")[0] < column(loose, "p_value")[0] / 2);
  CHECK(column(exact, "attainable", "fit") == Values{780});
  CHECK(column(exact, "significant", "fit") == Values{1});
}

TEST_CASE("rowcond draws rows where the exact law would be too large", "[rowcond]") {
  const View view = random_votes({.actors = 12, .roll_calls = 700, .items = 0}, 2);
  const Result result = run_analysis("rowcond", view, {{"samples", std::int64_t{400}}});
  CHECK(column(result, "exact", "fit") == Values{0});
  CHECK(has_note(result, "N109"));
  const auto p = column(result, "p_value"), careful = column(run_analysis("bicm", view), "p_value");
  for (std::size_t at = 0; at < p.size(); ++at) {
    CHECK(p[at] == Approx(careful[at]).margin(0.5));
    CHECK(p[at] >= 1.0 / 401);
  }
  const Params heyse{{"correction", std::string("heyse")}};
  CHECK(failure("rowcond", view, heyse).front().code == "N108");
  CHECK(column(run_analysis("rowcond", two_mode({"10", "01"})), "exact", "fit") == Values{1});
}

TEST_CASE("rowcond refuses what it cannot use", "[rowcond]") {
  const View view = two_mode({"10", "01"});
  CHECK(failure("rowcond", path(3)).front().code == "R102");
  CHECK(failure("rowcond", view, {{"fdr", 1.5}}).front().code == "P103");
  CHECK(failure("rowcond", view, {{"side", std::string("left")}}).front().code == "P104");
  CHECK(failure("rowcond", view, {{"correction", std::string("none")}}).front().code == "P104");
}
