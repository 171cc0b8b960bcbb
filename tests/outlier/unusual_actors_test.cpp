// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/bipartite/surprisal.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

TEST_CASE("the odd one of three by hand", "[unusual-actors]") {
  const Result result =
      run_analysis("unusual-actors", two_mode({"10", "10", "01"}),
                   {{"min_stances", std::int64_t{1}}, {"samples", std::int64_t{9999}}});
  CHECK(column(result, "node") == Values{0, 1, 2});
  CHECK(column(result, "surprisal")[2] == Approx(2 * std::log(3)));
  CHECK(column(result, "p_value")[2] == Approx(0.2).margin(0.02));
  CHECK(column(result, "p_value")[0] == 1);
  CHECK(column(result, "q_value")[2] == Approx(3 * column(result, "p_value")[2]));
  CHECK(column(result, "item", "items").size() == 6);
}

TEST_CASE("actors with one stance are listed without p", "[unusual-actors]") {
  const Result result = run_analysis("unusual-actors", two_mode({"110", "101", "100", "000"}));
  const auto p = column(result, "p_value");
  CHECK_FALSE(std::isnan(p[0]));
  CHECK(std::isnan(p[2]));
  CHECK(std::isnan(p[3]));
  CHECK(has_note(result, "O101"));
}

TEST_CASE("an actor of the other camp stands out and names its items", "[unusual-actors]") {
  // 40 actors sign 6 popular items and none of 6 unpopular ones but here and there; one signs the
  // unpopular ones alone.
  std::vector<std::string> rows;
  for (std::size_t i = 0; i < 40; ++i) {
    std::string row = "111111000000";
    row[i % 6] = '0';
    row[6 + i % 6] = i % 3 == 0 ? '1' : '0';
    rows.push_back(row);
  }
  rows.push_back("000000111111");
  const Result result = run_analysis("unusual-actors", two_mode(rows));
  const auto q = column(result, "q_value");
  CHECK(column(result, "p_value")[40] == Approx(1.0 / 1001));
  CHECK(q[40] < 0.05);
  for (std::size_t i = 0; i < 40; ++i) CHECK(q[i] > 0.05);
}

TEST_CASE("p values follow the kernel and do not depend on threads", "[unusual-actors]") {
  const View view = random_votes({.actors = 20, .roll_calls = 5, .items = 5, .hidden = 0.2}, 4);
  const Result one = run_analysis("unusual-actors", view, {}, 1);
  const Result eight = run_analysis("unusual-actors", view, {}, 8);
  const auto p = column(one, "p_value"), q = column(eight, "p_value");
  for (std::size_t i = 0; i < p.size(); ++i) {
    CHECK((p[i] == q[i] || (std::isnan(p[i]) && std::isnan(q[i]))));
  }
  const auto fit = bipartite::fit_bicm(bipartite::Incidence(view));
  const auto actors = bipartite::unusual_actors(*fit, Rng(1));
  CHECK(column(one, "surprisal")[3] == actors[3].surprisal);
}

TEST_CASE("an actor without a choice has no z, and is flagged", "[unusual-actors]") {
  // The first signs all there is and the last nothing: the model knows it for sure.
  const Result result = run_analysis("unusual-actors", two_mode({"111", "110", "101", "000"}));
  CHECK(column(result, "z")[0] == 0);
  CHECK(column(result, "undefined") == Values{1, 0, 0, 1});
  CHECK(has_note(result, "O102"));
  CHECK_FALSE(has_note(run_analysis("unusual-actors", two_mode({"10", "01"})), "O102"));
}

TEST_CASE("unusual-actors refuses what it cannot use", "[unusual-actors]") {
  CHECK(failure("unusual-actors", cycle(4)).front().code == "R102");
  CHECK(failure("unusual-actors", two_mode({"1"}), {{"samples", std::int64_t{0}}}).front().code ==
        "P103");
}
