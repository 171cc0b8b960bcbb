// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values two_mode_degree(const View& view) {
  return column(run_analysis("two-mode-degree", view), "two_mode_degree");
}

}  // namespace

TEST_CASE("two-mode degree is a share of the other side", "[two-mode-degree]") {
  CHECK(two_mode_degree(two_mode({"110", "100"})) == Values{2.0 / 3, 1.0 / 3, 1, 0.5, 0});
}

TEST_CASE("two-mode degree of the southern women", "[two-mode-degree]") {
  // Borgatti and Everett (1997) as in the tests of networkx 3.6.1: 0.57, 0.57, 0.21, 0.78.
  const View view = southern_women();
  const Values share = two_mode_degree(view);
  CHECK(share[*view.find("Evelyn Jefferson")] == 8.0 / 14);
  CHECK(share[*view.find("Theresa Anderson")] == 8.0 / 14);
  CHECK(share[*view.find("Pearl Oglethorpe")] == 3.0 / 14);
  CHECK(share[*view.find("E8")] == 14.0 / 18);
}

TEST_CASE("two-mode degree counts parallel edges once, in either direction", "[two-mode-degree]") {
  EdgeList list;
  list.two_mode = list.directed = true;
  list.keys = {"a", "x", "y"};
  list.is_item = {0, 1, 1};
  list.source = {0, 0, 1};
  list.target = {1, 1, 0};
  CHECK(two_mode_degree(View(std::move(list))) == Values{0.5, 1, 0});
}

TEST_CASE("two-mode degrees of both sides add up to the same edges", "[two-mode-degree]") {
  const Values share = two_mode_degree(random_two_mode({.actors = 13, .items = 7}, 4));
  double actors = 0, items = 0;
  for (std::size_t v = 0; v < 13; ++v) actors += share[v] * 7;
  for (std::size_t v = 13; v < 20; ++v) items += share[v] * 13;
  CHECK(std::abs(actors - items) < 1e-12);
}

TEST_CASE("two-mode degree is 0 where the other side is empty", "[two-mode-degree]") {
  CHECK(two_mode_degree(two_mode({}, 2)) == Values{0, 0});
  CHECK(two_mode_degree(two_mode({"", ""})) == Values{0, 0});
  CHECK(two_mode_degree(two_mode({})).empty());
}

TEST_CASE("two-mode degree refuses a one-mode graph and parameters", "[two-mode-degree]") {
  CHECK(failure("two-mode-degree", path(3)).front().code == "R102");
  CHECK(failure("two-mode-degree", two_mode({"1"}), {{"alpha", 1.0}}).front().code == "P101");
}
