// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

View counts(const std::vector<std::vector<double>>& rows) {
  EdgeList list;
  list.two_mode = true;
  list.weight_role = WeightRole::strength;
  for (std::size_t i = 0; i < rows.size(); ++i) list.keys.push_back("a" + std::to_string(i));
  for (std::size_t j = 0; j < rows[0].size(); ++j) list.keys.push_back("i" + std::to_string(j));
  list.is_item.assign(rows.size(), 0);
  list.is_item.resize(list.keys.size(), 1);
  for (Vertex i = 0; i < rows.size(); ++i) {
    for (Vertex j = 0; j < rows[i].size(); ++j) {
      if (rows[i][j] == 0) continue;
      list.source.push_back(i);
      list.target.push_back(Vertex(rows.size()) + j);
      list.weight.push_back(rows[i][j]);
    }
  }
  return View(std::move(list));
}

void check_near(const Values& found, const Values& expected, double margin) {
  REQUIRE(found.size() == expected.size());
  for (std::size_t k = 0; k < found.size(); ++k)
    CHECK(found[k] == Approx(expected[k]).margin(margin));
}

}  // namespace

TEST_CASE("two camps stand at both ends of an axis, by hand", "[stance][correspondence]") {
  const Result result = run_analysis("correspondence", two_mode({"1100", "1100", "0011", "0011"}));
  check_near(column(result, "standard_1"), {1, 1, -1, -1, 1, 1, -1, -1}, 1e-12);
  check_near(column(result, "principal_1"), {1, 1, -1, -1, 1, 1, -1, -1}, 1e-12);
  CHECK(column(result, "singular_value", "inertia")[0] == Approx(1));
  CHECK(column(result, "share", "inertia")[0] == Approx(1));
  CHECK(column(result, "inertia", "inertia").size() == 1);
  CHECK(std::isnan(column(result, "standard_2")[0]));
  CHECK(has_note(result, "A344"));
}

TEST_CASE("correspondence of the smokers of Greenacre", "[stance][correspondence]") {
  // Staff groups by smoking category; the values that R's ca prints (Nenadic and Greenacre 2007,
  // Journal of Statistical Software 20(3)), with the signs turned.
  const View view =
      counts({{4, 2, 3, 2}, {4, 3, 7, 4}, {25, 10, 12, 4}, {18, 24, 33, 13}, {10, 6, 7, 2}});
  const Result result = run_analysis("correspondence", view);
  CHECK(column(result, "total_inertia", "summary")[0] == Approx(0.08519).margin(5e-6));
  check_near(column(result, "inertia", "inertia"), {0.074759, 0.010017, 0.000414}, 5e-7);
  check_near(column(result, "cumulative", "inertia"), {0.8776, 0.8776 + 0.1176, 1}, 1e-4);
  check_near(
      column(result, "mass"),
      {0.056995, 0.093264, 0.264249, 0.455959, 0.129534, 0.316062, 0.233161, 0.321244, 0.129534},
      5e-7);
  check_near(column(result, "standard_1"),
             {0.240539, -0.947105, 1.391973, -0.851989, 0.735456, 1.438471, -0.363746, -0.718017,
              -1.074445},
             5e-7);
  check_near(column(result, "standard_2"),
             {1.935708, 2.430958, 0.106508, -0.576944, -0.788435, 0.304659, -1.409433, -0.073528,
              1.975960},
             5e-7);
  const double d = column(result, "singular_value", "inertia")[0];
  CHECK(column(result, "principal_1")[2] == Approx(1.391973 * d).margin(5e-7));
}

TEST_CASE("empty rows and columns are dropped and listed", "[stance][correspondence]") {
  const Result result = run_analysis("correspondence", two_mode({"1010", "0000", "0011", "1011"}));
  CHECK(column(result, "node", "dropped") == Values{1, 5});
  CHECK(has_note(result, "A341"));
  CHECK(std::isnan(column(result, "standard_1")[1]));
  CHECK(column(result, "mass")[1] == 0);
  const Result without = run_analysis("correspondence", two_mode({"110", "011", "111"}));
  CHECK(column(result, "total_inertia", "summary")[0] ==
        Approx(column(without, "total_inertia", "summary")[0]));
}

TEST_CASE("rows with one profile may be merged", "[stance][correspondence]") {
  // Benzecri's distributional equivalence.
  const View apart = counts({{4, 2, 0}, {2, 1, 0}, {1, 5, 3}, {0, 2, 2}});
  const View merged = counts({{6, 3, 0}, {1, 5, 3}, {0, 2, 2}});
  const Values x = column(run_analysis("correspondence", apart), "principal_1");
  const Values y = column(run_analysis("correspondence", merged), "principal_1");
  CHECK(x[0] == Approx(x[1]).epsilon(1e-12));
  check_near({x[1], x[2], x[3], x[4], x[5], x[6]}, y, 1e-12);
}

TEST_CASE("axes that tie are told", "[stance][correspondence]") {
  CHECK(has_note(run_analysis("correspondence", two_mode({"100", "010", "001"})), "A345"));
  CHECK_FALSE(has_note(run_analysis("correspondence", southern_women()), "A345"));
}

TEST_CASE("the sign of an axis does not depend on the names of the rows",
          "[stance][correspondence]") {
  // Both columns hold 4 of 8, so the rows stand at (share of the first column - 1/2) / sd with
  // variance (3/4 + 2/4 + 3/36) / 8 = 1/6: the two outermost as far out on both sides.
  const std::vector<std::vector<double>> rows{{3, 0}, {0, 2}, {1, 2}};
  const Values expected{std::sqrt(1.5), -std::sqrt(1.5), -std::sqrt(1.0 / 6)};
  for (std::vector<std::size_t> order{0, 1, 2};;) {
    const Result result =
        run_analysis("correspondence", counts({rows[order[0]], rows[order[1]], rows[order[2]]}));
    const Values found = column(result, "standard_1");
    for (std::size_t k = 0; k < 3; ++k) CHECK(found[k] == Approx(expected[order[k]]).margin(1e-12));
    CHECK_FALSE(has_note(result, "A346"));
    if (!std::next_permutation(order.begin(), order.end())) break;
  }
}

TEST_CASE("where both sides are alike the first row decides, and a note says so",
          "[stance][correspondence]") {
  for (const auto& rows : {std::vector<std::string>{"1100", "1100", "0011", "0011"},
                           std::vector<std::string>{"0011", "1100", "0011", "1100"},
                           std::vector<std::string>{"10", "01"}}) {
    const Result result = run_analysis("correspondence", two_mode(rows));
    CHECK(column(result, "standard_1")[0] == Approx(1));
    CHECK(has_note(result, "A346"));
  }
  // One block of three and one of one: the lone row is farther out, whatever its place.
  for (const auto& rows : {std::vector<std::string>{"110", "110", "110", "001"},
                           std::vector<std::string>{"001", "110", "110", "110"}}) {
    const Result result = run_analysis("correspondence", two_mode(rows));
    CHECK_FALSE(has_note(result, "A346"));
    CHECK(column(result, "standard_1")[rows.front() == "001" ? 0 : 3] > 1);
  }
}

TEST_CASE("unseen cells are counted, and parts without a common cell refused",
          "[stance][correspondence]") {
  const Result result = run_analysis("correspondence", two_mode({"11?", "0?1", "101"}));
  CHECK(column(result, "hidden", "summary") == Values{2});
  CHECK(has_note(result, "A342"));
  CHECK(failure("correspondence", two_mode({"11--", "01--", "--11", "--10"})).front().code ==
        "A340");
}

TEST_CASE("where independence can only be approached a warning says so",
          "[stance][correspondence]") {
  // The sums leave the first actor no chance of the second item, whose mass must then vanish beside
  // that of the cell that nobody saw.
  CHECK(has_note(run_analysis("correspondence", two_mode({"10", "?1"})), "A343"));
}

TEST_CASE("weights count where they are strengths", "[stance][correspondence]") {
  const View view = counts({{2, -1}, {1, 1}});
  CHECK(failure("correspondence", view).front().code == "G102");
}

TEST_CASE("correspondence refuses what it cannot use", "[stance][correspondence]") {
  const View view = two_mode({"10", "01"});
  CHECK(failure("correspondence", path(3)).front().code == "R102");
  CHECK(failure("correspondence", view, {{"axes", std::int64_t{0}}}).front().code == "P103");
  CHECK(failure("correspondence", view, {{"side", std::string("actor")}}).front().code == "P101");
}
