// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"
#include "tests/support/slow_paths.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values two_mode_betweenness(const View& view, unsigned threads = 1) {
  return column(run_analysis("two-mode-betweenness", view, {}, threads), "two_mode_betweenness");
}

// Shares of paths pair by pair, against the formula of Borgatti and Everett.
Values slow_betweenness(const View& view) {
  const Square d = all_distances(view), sigma = path_counts(view);
  const std::size_t size = d.size();
  Values score(size, 0);
  for (std::size_t v = 0; v < size; ++v) {
    for (std::size_t s = 0; s < size; ++s) {
      for (std::size_t t = s + 1; t < size; ++t) {
        if (s == v || t == v || d[s][t] == out_of_reach) continue;
        if (d[s][v] + d[v][t] == d[s][t]) score[v] += sigma[s][v] * sigma[v][t] / sigma[s][t];
      }
    }
    const bool actor = v < view.actor_count();
    const int n = int(actor ? view.actor_count() : view.item_count());
    const int m = int(actor ? view.item_count() : view.actor_count());
    const int s = (n - 1) / m, t = (n - 1) % m;
    const int twice =
        m * m * (s + 1) * (s + 1) + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3);
    score[v] = twice == 0 ? 0 : score[v] / (twice / 2.0);
  }
  return score;
}

}  // namespace

TEST_CASE("two-mode betweenness of a path, a full table and a cycle", "[two-mode-betweenness]") {
  CHECK(two_mode_betweenness(two_mode({"10", "11"})) == Values{0, 1, 1, 0});
  CHECK(max_gap(two_mode_betweenness(two_mode({"111", "111", "111"})), Values(6, 0.125)) < 1e-15);
  CHECK(max_gap(two_mode_betweenness(two_mode({"11", "11"})), Values(4, 0.25)) < 1e-15);
}

TEST_CASE("two-mode betweenness is 1 at the centre of a star", "[two-mode-betweenness]") {
  CHECK(two_mode_betweenness(two_mode({"1111"})) == Values{1, 0, 0, 0, 0});
  CHECK(two_mode_betweenness(two_mode({"1", "1", "1"})) == Values{0, 0, 0, 1});
}

TEST_CASE("two-mode betweenness of the southern women", "[two-mode-betweenness]") {
  // Borgatti and Everett (1997) as in the tests of networkx 3.6.1, to two places.
  const View view = southern_women();
  const Values score = two_mode_betweenness(view);
  const auto near = [&](const char* key, double published) {
    return std::abs(score[*view.find(key)] - published) <= 0.005;
  };
  CHECK(near("E8", 0.24));
  CHECK(near("E9", 0.23));
  CHECK(near("E7", 0.13));
  CHECK(near("Nora Fayette", 0.11));
  CHECK(near("Evelyn Jefferson", 0.10));
  CHECK(near("Dorothy Murchison", 0.00));
}

TEST_CASE("two-mode betweenness agrees with paths counted pair by pair", "[two-mode-betweenness]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const View view = random_two_mode({.actors = 17, .items = 9, .density = 0.15}, seed);
    CHECK(max_gap(two_mode_betweenness(view), slow_betweenness(view)) < 1e-13);
    CHECK(two_mode_betweenness(view, 8) == two_mode_betweenness(view, 1));
  }
}

TEST_CASE("two-mode betweenness is 0 where nothing can lie between", "[two-mode-betweenness]") {
  CHECK(two_mode_betweenness(two_mode({"1"})) == Values{0, 0});
  CHECK(two_mode_betweenness(two_mode({}, 2)) == Values{0, 0});
  CHECK(two_mode_betweenness(two_mode({"00", "00"})) == Values{0, 0, 0, 0});
  CHECK(two_mode_betweenness(two_mode({})).empty());
}

TEST_CASE("two-mode betweenness refuses one-mode graphs", "[two-mode-betweenness]") {
  CHECK(failure("two-mode-betweenness", path(3)).front().code == "R102");
  CHECK(failure("two-mode-betweenness", two_mode({"1"}), {{"normalized", false}}).front().code ==
        "P101");
}
