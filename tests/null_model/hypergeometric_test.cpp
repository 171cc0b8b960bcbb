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

// Both sides and tails against every filling, all equally likely.
void check_against_fillings(const View& view) {
  const Incidence table(view);
  for (const Mode mode : {Mode::actor, Mode::item}) {
    const std::string side = mode == Mode::actor ? "actor" : "item";
    const RowFillings fillings(table, mode, true);
    const auto pairs = bipartite::pair_overlaps(table, mode, true);
    const Result upper = run_analysis("hypergeometric", view, {{"side", side}});
    const Result lower =
        run_analysis("hypergeometric", view, {{"side", side}, {"tail", std::string("lower")}});
    REQUIRE(column(upper, "p_value").size() == pairs.size());
    for (std::size_t at = 0; at < pairs.size(); ++at) {
      INFO(side << " " << pairs[at].a << " " << pairs[at].b);
      const auto law = fillings.overlap_law(pairs[at].a, pairs[at].b);
      CHECK(column(upper, "p_value")[at] == Approx(upper_tail_of(law, pairs[at].count)));
      CHECK(column(lower, "p_value")[at] == Approx(lower_tail_of(law, pairs[at].count)));
    }
  }
}

}  // namespace

TEST_CASE("hypergeometric by hand", "[hypergeometric]") {
  // Two of four each: P(2) = 1/6, P(1) = 4/6.
  const Result result = run_analysis("hypergeometric", two_mode({"1100", "1100", "0110"}));
  CHECK(column(result, "observed") == Values{2, 1, 1});
  CHECK(column(result, "expected")[0] == Approx(1));
  CHECK(column(result, "p_value")[0] == Approx(1.0 / 6));
  CHECK(column(result, "p_value")[1] == Approx(5.0 / 6));
  CHECK(column(result, "q_value")[0] == Approx(0.5));
  CHECK(column(result, "tests", "tests") == Values{3});
}

TEST_CASE("hypergeometric is Fisher's tea", "[hypergeometric]") {
  // The Design of Experiments (1935), chapter II: all four of eight cups right with chance 1/70,
  // three or more with 17/70. That the items differ in popularity does not matter here.
  const Result all = run_analysis("hypergeometric", two_mode({"11110000", "11110000", "10000000"}));
  CHECK(column(all, "p_value")[0] == Approx(1.0 / 70));
  const Result three = run_analysis("hypergeometric", two_mode({"11110000", "11101000"}));
  CHECK(column(three, "p_value")[0] == Approx(17.0 / 70));
}

TEST_CASE("hypergeometric agrees with all fillings", "[hypergeometric]") {
  check_against_fillings(two_mode({"11101", "11000", "10010", "00100"}));
  check_against_fillings(two_mode({"?110", "1?01", "01?0", "001?"}));
  check_against_fillings(two_mode({"1111", "0000", "1100"}));
  for (std::uint64_t seed = 0; seed < 4; ++seed) {
    for (const double hidden : {0.0, 0.3}) {
      check_against_fillings(
          random_two_mode({.actors = 6, .items = 8, .density = 0.4, .hidden = hidden}, seed));
      check_against_fillings(
          random_votes({.actors = 6, .roll_calls = 3, .items = 3, .hidden = hidden}, seed));
    }
  }
}

TEST_CASE("hypergeometric does not ask who else signed", "[hypergeometric]") {
  const auto p = [](const std::vector<std::string>& rows) {
    return column(run_analysis("hypergeometric", two_mode(rows)), "p_value")[0];
  };
  CHECK(p({"1100", "1010", "0001"}) == p({"1100", "1010", "1110"}));
  CHECK(p({"1100", "1010"}) == p({"0011", "0101"}));
}

TEST_CASE("hypergeometric calls what all signed a surprise, rowcond does not", "[hypergeometric]") {
  // Ten actors share the two items that everybody signs; else they have one each.
  std::vector<std::string> rows(10, "11" + std::string(10, '0'));
  for (std::size_t i = 0; i < 10; ++i) rows[i][2 + i] = '1';
  const View view = two_mode(rows);
  CHECK(column(run_analysis("hypergeometric", view), "p_value")[0] < 0.13);
  CHECK(column(run_analysis("rowcond", view), "p_value")[0] == Approx(1));
}

TEST_CASE("hypergeometric corrects for all pairs", "[hypergeometric]") {
  const View view = random_two_mode({.actors = 12, .items = 9, .density = 0.4}, 3);
  const auto p = column(run_analysis("hypergeometric", view), "p_value");
  const auto q = column(
      run_analysis("hypergeometric", view, {{"correction", std::string("bonferroni")}}), "q_value");
  for (std::size_t at = 0; at < p.size(); ++at) CHECK(q[at] == Approx(std::min(1.0, 66 * p[at])));
}

TEST_CASE("roll calls without end have no exact law in time", "[hypergeometric][signed-backbone]") {
  const View view = random_votes({.actors = 4, .roll_calls = 800}, 1);
  CHECK(to_text(failure("hypergeometric", view).front()) ==
        "error[N107]: with this many roll calls the exact law of a pair is too large\n"
        "  hint: use bicm, or a part of the graph");
  CHECK(to_text(failure("signed-backbone", view, {{"null_model", std::string("hypergeometric")}})
                    .front()) ==
        "error[N107]: the exact law of a pair is too large for a table of this size\n"
        "  hint: take --null-model bicm");
}

TEST_CASE("hypergeometric refuses what it cannot use", "[hypergeometric]") {
  const View view = two_mode({"10", "01"});
  CHECK(failure("hypergeometric", path(3)).front().code == "R102");
  CHECK(failure("hypergeometric", view, {{"fdr", -1.0}}).front().code == "P103");
  CHECK(failure("hypergeometric", view, {{"tail", std::string("left")}}).front().code == "P104");
  CHECK(failure("hypergeometric", view, {{"samples", std::int64_t{3}}}).front().code == "P101");
}
