// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

TEST_CASE("bicm of equal sums by hand", "[bicm]") {
  // Every chance is 1/2; an overlap is binomial with 4 trials and chance 1/4.
  const Result result = run_analysis("bicm", two_mode({"1100", "1100", "0011", "0011"}));
  CHECK(column(result, "observed") == Values{2, 0, 0, 0, 0, 2});
  CHECK(column(result, "expected")[0] == Approx(1));
  CHECK(column(result, "p_value")[0] == Approx(67.0 / 256));
  CHECK(column(result, "p_value")[1] == 1);
  CHECK(column(result, "q_value")[0] == Approx(3 * 67.0 / 256));
  CHECK(column(result, "significant") == Values{0, 0, 0, 0, 0, 0});
  for (const double p : column(result, "probability", "probabilities")) CHECK(p == Approx(0.5));
  CHECK(column(result, "tests", "fit") == Values{6});
  CHECK(column(result, "residual", "fit")[0] < 1e-9);
}

TEST_CASE("bicm of the southern women meets their degrees", "[bicm]") {
  // Davis, Gardner and Gardner, Deep South (1941): 18 women, 14 events, 89 visits.
  const View view = southern_women();
  const Result result = run_analysis("bicm", view);
  const auto p = column(result, "probability", "probabilities");
  REQUIRE(p.size() == 18 * 14);
  for (std::size_t i = 0; i < 18; ++i) {
    double sum = 0;
    for (std::size_t j = 0; j < 14; ++j) sum += p[14 * i + j];
    CHECK(sum == Approx(double(view.out(Vertex(i)).size())).epsilon(1e-9));
  }
  double total = 0;
  for (const double x : p) total += x;
  CHECK(total == Approx(89).epsilon(1e-10));
  CHECK(column(result, "tests", "fit") == Values{153});
}

TEST_CASE("bicm does not depend on the names of the nodes", "[bicm]") {
  const Result one = run_analysis("bicm", two_mode({"1100", "1010", "0111", "1000"}));
  const Result turned = run_analysis("bicm", two_mode({"0001", "1110", "0101", "0011"}));
  // The rows stand in reverse order: pair (a, b) is (3 - b, 3 - a), and the list of pairs
  // (01 02 03 12 13 23) reads 23 13 03 12 02 01.
  const auto p = column(one, "p_value"), q = column(turned, "p_value");
  CHECK(max_gap(p, {q[5], q[4], q[2], q[3], q[1], q[0]}) < 1e-9);
}

TEST_CASE("bicm leaves cells that could not be seen out", "[bicm]") {
  const Result result = run_analysis("bicm", two_mode({"11?0", "1-01", "0110", "0011"}));
  CHECK(column(result, "probability", "probabilities").size() == 14);
}

TEST_CASE("bicm reads a signed graph as yes and no items", "[bicm]") {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "b", "c", "d", "x", "y"};
  list.is_item = {0, 0, 0, 0, 1, 1};
  list.source = {0, 1, 2, 3, 0, 1, 2};
  list.target = {4, 4, 4, 4, 5, 5, 5};
  list.sign = {1, -1, 1, 0, 1, 1, -1};
  const Result result = run_analysis("bicm", View(list), {{"side", std::string("item")}});
  CHECK(has_note(result, "R110"));
  CHECK(column(result, "tests", "fit") == Values{4});  // of 6 pairs, two are answers of one call
  CHECK(column(result, "a").size() == 4);
}

TEST_CASE("bicm's lower tail, other side and other corrections", "[bicm]") {
  const View view = random_two_mode({.actors = 12, .items = 9, .density = 0.4}, 3);
  const Result lower = run_analysis("bicm", view, {{"tail", std::string("lower")}});
  const Result upper = run_analysis("bicm", view);
  const auto low = column(lower, "p_value"), up = column(upper, "p_value");
  for (std::size_t at = 0; at < low.size(); ++at) CHECK(low[at] + up[at] > 1 - 1e-12);
  const Result items = run_analysis("bicm", view, {{"side", std::string("item")}});
  CHECK(column(items, "p_value").size() == 36);
  CHECK(column(items, "a")[0] == 12);
  const Result bonferroni = run_analysis("bicm", view, {{"correction", std::string("bonferroni")}});
  CHECK(column(bonferroni, "q_value")[0] == Approx(std::min(1.0, 66 * up[0])));
  const Result loose = run_analysis("bicm", view, {{"fdr", 1.0}});
  CHECK(column(loose, "significant") == Values(66, 1));
}

TEST_CASE("bicm refuses what it cannot use", "[bicm]") {
  const View view = two_mode({"10", "01"});
  CHECK(failure("bicm", path(3)).front().code == "R102");
  CHECK(failure("bicm", view, {{"fdr", 1.5}}).front().code == "P103");
  CHECK(failure("bicm", view, {{"side", std::string("left")}}).front().code == "P104");
  CHECK(failure("bicm", view, {{"samples", std::int64_t{3}}}).front().code == "P101");
}
