// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"
#include "tests/support/slow_paths.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values two_mode_closeness(const View& view, unsigned threads = 1) {
  return column(run_analysis("two-mode-closeness", view, {}, threads), "two_mode_closeness");
}

Values slow_closeness(const View& view) {
  const Square d = all_distances(view);
  Values score(view.vertex_count(), 0);
  for (Vertex v = 0; v < score.size(); ++v) {
    const bool actor = v < view.actor_count();
    const double n = actor ? view.actor_count() : view.item_count();
    const double m = actor ? view.item_count() : view.actor_count();
    double reached = 0, sum = 0;
    for (Vertex u = 0; u < score.size(); ++u) {
      if (u == v || d[v][u] == out_of_reach) continue;
      reached += 1;
      sum += d[v][u];
    }
    if (reached > 0) score[v] = (m + 2 * (n - 1)) / sum * reached / (n + m - 1);
  }
  return score;
}

}  // namespace

TEST_CASE("two-mode closeness of a path of two actors and two items", "[two-mode-closeness]") {
  // a0 - i0 - a1 - i1: 4/6 for the ends, 4/4 for the middle.
  CHECK(max_gap(two_mode_closeness(two_mode({"10", "11"})), {2.0 / 3, 1, 1, 2.0 / 3}) < 1e-15);
}

TEST_CASE("two-mode closeness of parts counts their share of the others", "[two-mode-closeness]") {
  // a0, a1 with i0; a2 alone with i1: n = 3, m = 2.
  const Values score = two_mode_closeness(two_mode({"10", "10", "01"}));
  CHECK(max_gap(score, {6.0 / 3 * 2 / 4, 6.0 / 3 * 2 / 4, 6.0 / 1 * 1 / 4, 5.0 / 2 * 2 / 4,
                        5.0 / 1 * 1 / 4}) < 1e-15);
}

TEST_CASE("two-mode closeness of the southern women", "[two-mode-closeness]") {
  // Borgatti and Everett (1997) as in the tests of networkx 3.6.1, to two places.
  const View view = southern_women();
  const Values score = two_mode_closeness(view);
  const auto near = [&](const char* key, double published) {
    return std::abs(score[*view.find(key)] - published) <= 0.005;
  };
  CHECK(near("E8", 0.85));
  CHECK(near("E1", 0.52));
  CHECK(near("Nora Fayette", 0.80));
  CHECK(near("Sylvia Avondale", 0.77));
  CHECK(near("Flora Price", 0.59));
}

TEST_CASE("two-mode closeness agrees with all distances", "[two-mode-closeness]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const View view = random_two_mode({.actors = 20, .items = 12, .density = 0.08}, seed);
    CHECK(max_gap(two_mode_closeness(view), slow_closeness(view)) < 1e-13);
    CHECK(two_mode_closeness(view, 8) == two_mode_closeness(view, 1));
  }
}

TEST_CASE("two-mode closeness forgets directions and uses distances only", "[two-mode-closeness]") {
  EdgeList list;
  list.two_mode = list.directed = true;
  list.keys = {"a", "b", "x"};
  list.is_item = {0, 0, 1};
  list.source = {0, 1};
  list.target = {2, 2};
  list.weight = {3, 1};
  CHECK(max_gap(two_mode_closeness(View(list)), {1, 1, 1}) < 1e-15);
  list.weight_role = WeightRole::distance;
  CHECK(max_gap(two_mode_closeness(View(list)), {3.0 / 7, 3.0 / 5, 2.0 / 4}) < 1e-15);
  list.weight = {0, 1};
  CHECK(failure("two-mode-closeness", View(list)).front().code == "G101");
}

TEST_CASE("two-mode closeness of nodes without edges is 0", "[two-mode-closeness]") {
  CHECK(two_mode_closeness(two_mode({"00", "00"})) == Values{0, 0, 0, 0});
  CHECK(two_mode_closeness(two_mode({}, 2)) == Values{0, 0});
  CHECK(two_mode_closeness(two_mode({})).empty());
}

TEST_CASE("two-mode closeness refuses one-mode graphs and parameters", "[two-mode-closeness]") {
  CHECK(failure("two-mode-closeness", path(3)).front().code == "R102");
  CHECK(failure("two-mode-closeness", two_mode({"1"}), {{"direction", "in"}}).front().code ==
        "P101");
}
