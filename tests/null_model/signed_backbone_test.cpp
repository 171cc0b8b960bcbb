// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

// Two camps of `size` on as many roll calls, one answer each way.
View camps(std::size_t size, std::size_t roll_calls) {
  std::vector<std::string> rows(2 * size, std::string(roll_calls, 'y'));
  for (std::size_t i = 0; i < 2 * size; ++i) {
    for (std::size_t c = 0; c < roll_calls; ++c)
      rows[i][c] = (i < size) == (c % 2 == 0) ? 'y' : 'n';
  }
  return votes(rows);
}

}  // namespace

TEST_CASE("signed-backbone of two camps by hand", "[signed-backbone]") {
  // Everybody votes, half yes: any two agree on a roll call with chance 1/2, so that agreement on
  // all ten has p = 2^-10, and so has disagreement.
  const Result result = run_analysis("signed-backbone", camps(2, 10));
  CHECK(column(result, "source") == Values{0, 0, 0, 1, 1, 2});
  CHECK(column(result, "target") == Values{1, 2, 3, 2, 3, 3});
  CHECK(column(result, "sign") == Values{1, -1, -1, -1, -1, 1});
  CHECK(column(result, "expected")[0] == Approx(5));
  for (const double p : column(result, "p_value")) CHECK(p == Approx(2.0 / 1024));
  CHECK(column(result, "p_upper", "pairs")[0] == Approx(1.0 / 1024));
  CHECK(column(result, "p_upper", "pairs")[1] == 1);
  CHECK(column(result, "positive", "tests") == Values{2});
  CHECK(column(result, "negative", "tests") == Values{4});
}

TEST_CASE("signed-backbone of equal items is Fisher's two-sided tea", "[signed-backbone]") {
  // The Design of Experiments (1935), chapter II: four of eight cups, all right or all wrong with
  // chance 1/70 each.
  const Result result =
      run_analysis("signed-backbone", two_mode({"11110000", "11110000", "00001111", "00001111"}));
  CHECK(column(result, "p_value", "pairs")[0] == Approx(2.0 / 70));
  CHECK(column(result, "p_value", "pairs")[1] == Approx(2.0 / 70));
  CHECK(column(result, "sign") == Values{1, -1, -1, -1, -1, 1});
}

TEST_CASE("signed-backbone joins the tails of its null model", "[signed-backbone]") {
  const View view = random_votes({.actors = 14, .roll_calls = 6, .items = 4, .hidden = 0.1}, 5);
  for (const char* side : {"actor", "item"}) {
    for (const char* model : {"rowcond", "bicm", "hypergeometric"}) {
      INFO(side << " " << model);
      const Params both{{"side", std::string(side)}, {"null_model", std::string(model)}};
      const Params upper{{"side", std::string(side)}};
      const Params lower{{"side", std::string(side)}, {"tail", std::string("lower")}};
      const Result result = run_analysis("signed-backbone", view, both);
      const auto up = column(run_analysis(model, view, upper), "p_value");
      const auto low = column(run_analysis(model, view, lower), "p_value");
      const auto p = column(result, "p_value", "pairs");
      CHECK(column(result, "p_upper", "pairs") == up);
      CHECK(column(result, "p_lower", "pairs") == low);
      for (std::size_t at = 0; at < p.size(); ++at) {
        CHECK(p[at] == std::min(1.0, 2 * std::min(up[at], low[at])));
      }
    }
  }
}

TEST_CASE("signed-backbone turns with the votes", "[signed-backbone]") {
  // Whoever votes the other way on everything gets the opposite signs.
  std::vector<std::string> rows;
  for (int i = 0; i < 4; ++i) rows.push_back("ynynynynyn");
  for (int i = 0; i < 4; ++i) rows.push_back("nynynynyny");
  const auto signs = column(run_analysis("signed-backbone", votes(rows)), "sign");
  REQUIRE(signs.size() == 28);
  std::swap(rows[0], rows[4]);
  const auto turned = column(run_analysis("signed-backbone", votes(rows)), "sign");
  CHECK(signs[0] == 1);
  CHECK(turned[0] == -1);
  CHECK(std::count(signs.begin(), signs.end(), 1.0) == 12);
  CHECK(std::count(turned.begin(), turned.end(), 1.0) == 12);
}

TEST_CASE("signed-backbone of independent votes is empty", "[signed-backbone]") {
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    const View view =
        random_votes({.actors = 30, .roll_calls = 20, .items = 5, .hidden = 0.1}, seed);
    CHECK(column(run_analysis("signed-backbone", view), "sign").size() < 3);
  }
}

TEST_CASE("signed-backbone refuses what it cannot use", "[signed-backbone]") {
  const View view = two_mode({"10", "01"});
  CHECK(failure("signed-backbone", path(3)).front().code == "R102");
  CHECK(failure("signed-backbone", view, {{"tail", std::string("upper")}}).front().code == "P101");
  CHECK(failure("signed-backbone", view, {{"null_model", std::string("fdsm")}}).front().code ==
        "P104");
}
