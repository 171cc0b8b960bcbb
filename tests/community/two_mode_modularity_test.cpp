// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

TEST_CASE("two-mode modularity separates two blocks, the larger first", "[two-mode-modularity]") {
  const Result result =
      run_analysis("two-mode-modularity", two_mode({"1100", "1100", "1100", "0011", "0011"}));
  CHECK(column(result, "group") == Values{1, 1, 1, 2, 2, 1, 1, 2, 2});
  CHECK(column(result, "modularity", "summary")[0] == Approx(1 - 0.36 - 0.16).epsilon(1e-13));
  CHECK(column(result, "groups", "summary") == Values{2});
  CHECK(column(result, "share_near_best", "summary") == Values{1});
  CHECK(column(result, "restarts", "summary") == Values{50});
}

TEST_CASE("two-mode modularity of the southern women", "[two-mode-modularity]") {
  // The best value of any partition: tests/bipartite/best_response_test.cpp visits them all.
  const Result result = run_analysis("two-mode-modularity", southern_women());
  CHECK(column(result, "modularity", "summary")[0] == Approx(0.34554).margin(5e-6));
  CHECK(column(result, "groups", "summary") == Values{4});
}

TEST_CASE("strengths decide only where weights are called strengths", "[two-mode-modularity]") {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "b", "x", "y"};
  list.is_item = {0, 0, 1, 1};
  list.source = {0, 0, 1, 1};
  list.target = {2, 3, 2, 3};
  list.weight = {9, 1, 1, 9};
  list.weight_role = WeightRole::strength;
  const Result weighed = run_analysis("two-mode-modularity", View(list));
  CHECK(column(weighed, "group") == Values{1, 2, 1, 2});
  CHECK(column(weighed, "modularity", "summary")[0] == Approx(0.4).epsilon(1e-13));
  list.weight_role = WeightRole::ignore;
  CHECK(column(run_analysis("two-mode-modularity", View(list)), "modularity", "summary")[0] ==
        Approx(0).margin(1e-13));
  list.weight_role = WeightRole::strength;
  list.weight = {9, -1, 1, 9};
  CHECK(failure("two-mode-modularity", View(list)).front().code == "G102");
}

TEST_CASE("a table without edges has modularity 0, and a note says so", "[two-mode-modularity]") {
  const Result result = run_analysis("two-mode-modularity", two_mode({"00", "00"}));
  CHECK(column(result, "modularity", "summary") == Values{0});
  CHECK(column(result, "group") == Values{1, 2, 3, 4});
  CHECK(has_note(result, "A302"));
}

TEST_CASE("two-mode modularity does not depend on threads", "[two-mode-modularity]") {
  const View view = random_two_mode({.actors = 30, .items = 12, .density = 0.3}, 5);
  const Params params{{"restarts", std::int64_t{10}}};
  const Result one = run_analysis("two-mode-modularity", view, params, 1);
  for (const unsigned threads : {2U, 8U}) {
    const Result many = run_analysis("two-mode-modularity", view, params, threads);
    CHECK(column(many, "group") == column(one, "group"));
    CHECK(column(many, "modularity", "summary") == column(one, "modularity", "summary"));
    CHECK(column(many, "group", "near_best") == column(one, "group", "near_best"));
  }
}

TEST_CASE("two-mode modularity refuses what it cannot use", "[two-mode-modularity]") {
  const View view = two_mode({"10", "01"});
  CHECK(failure("two-mode-modularity", path(3)).front().code == "R102");
  CHECK(failure("two-mode-modularity", view, {{"restarts", std::int64_t{-1}}}).front().code ==
        "P103");
  CHECK(failure("two-mode-modularity", view, {{"gamma", 1.0}}).front().code == "P101");
}
