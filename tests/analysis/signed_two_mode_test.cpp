// SPDX-License-Identifier: Apache-2.0
// What run() makes of a signed two-mode graph where a method knows 1 and 0 only.
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <string>
#include <vector>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

namespace {

EdgeList one_roll_call() {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "b", "c", "x"};
  list.is_item = {0, 0, 0, 1};
  list.source = {0, 1};
  list.target = {3, 3};
  list.sign = {1, -1};
  return list;
}

}  // namespace

TEST_CASE("a method of endorsements reads roll calls as yes and no items", "[analysis][run]") {
  const View view{one_roll_call()};
  const Result result = run_analysis("butterflies", view);
  CHECK(result.view.find("x.yes").has_value());
  CHECK(result.view.find("x.no").has_value());
  CHECK(has_note(result, "R110"));
  CHECK(result.input_digest == view.digest());  // the input is the file, not what was made of it
  CHECK(result.nodes == 4);
  CHECK(result.edges == 2);
}

TEST_CASE("contradictory answers are told", "[analysis][run]") {
  EdgeList list = one_roll_call();
  list.source.push_back(0);
  list.target.push_back(3);
  list.sign.push_back(-1);
  CHECK(has_note(run_analysis("butterflies", View(list)), "R111"));
}

// An agreement t that a signed and b declined, beside the roll call of one_roll_call().
TEST_CASE("who declined an agreement has no tie to it, and a note counts them", "[analysis][run]") {
  EdgeList list = one_roll_call();
  CHECK_FALSE(has_note(run_analysis("butterflies", View(list)), "R113"));
  list.keys.push_back("t");
  list.kinds = {"", "", "", "", "agreement"};
  list.is_item.push_back(1);
  list.source.insert(list.source.end(), {0, 1});
  list.target.insert(list.target.end(), {4, 4});
  list.sign.insert(list.sign.end(), {1, 0});
  const Result result = run_analysis("butterflies", View(list));
  CHECK(has_note(result, "R113"));
  CHECK(result.view.edge_count() == 3);
}

TEST_CASE("two-mode centralities take a no for an answer of its own", "[analysis][run]") {
  const View view{one_roll_call()};
  // Actors a, b, c and the answers x.no, x.yes: a - x.yes, b - x.no.
  const auto of = [&](const std::string& id, const std::string& name) {
    const Result result = run_analysis(id, view);
    CHECK(has_note(result, "R110"));
    return column(result, name);
  };
  const double third = 1.0 / 3;
  CHECK(of("two-mode-degree", "two_mode_degree") == std::vector{0.5, 0.5, 0.0, third, third});
  // Each reaches one other at distance 1: (2 + 2 * 2) / 1 * 1/4 and (3 + 2 * 1) / 1 * 1/4.
  CHECK(of("two-mode-closeness", "two_mode_closeness") == std::vector{1.5, 1.5, 0.0, 1.25, 1.25});
  CHECK(of("two-mode-betweenness", "two_mode_betweenness") == std::vector<double>(5, 0));
  const double half = std::sqrt(0.5);
  CHECK(max_gap(of("two-mode-eigenvector", "two_mode_eigenvector"), {half, half, 0, half, half}) <
        1e-12);
  // u = 0.85 p + 0.15 / 3, p = 0.85 u + 0.15 / 2 for both pairs; c keeps 0.15 / 3.
  const double u = (0.85 * 0.075 + 0.05) / (1 - 0.85 * 0.85), p = 0.85 * u + 0.075;
  CHECK(max_gap(of("birank", "birank"), {u, u, 0.05, p, p}) < 1e-12);
}
