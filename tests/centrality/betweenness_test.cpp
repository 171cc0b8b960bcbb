// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"
#include "tests/support/slow_paths.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values betweenness(const View& view, const Params& params = {}) {
  return column(run_analysis("betweenness", view, params), "betweenness");
}

Values slow_betweenness(const View& view) {
  const Square d = all_distances(view), sigma = path_counts(view);
  const std::size_t n = d.size();
  Values score(n, 0);
  for (std::size_t s = 0; s < n; ++s) {
    for (std::size_t t = view.directed() ? 0 : s + 1; t < n; ++t) {
      for (std::size_t v = 0; v < n; ++v) {
        if (s == t || v == s || v == t || d[s][t] == out_of_reach) continue;
        if (d[s][v] + d[v][t] == d[s][t]) score[v] += sigma[s][v] * sigma[v][t] / sigma[s][t];
      }
    }
  }
  return score;
}

}  // namespace

TEST_CASE("betweenness of a square splits each pair between two paths", "[betweenness]") {
  CHECK(betweenness(cycle(4)) == Values{0.5, 0.5, 0.5, 0.5});
  CHECK(max_gap(betweenness(cycle(4), {{"normalized", true}}),
                {1.0 / 6, 1.0 / 6, 1.0 / 6, 1.0 / 6}) < 1e-15);
}

TEST_CASE("betweenness counts ordered pairs in a digraph", "[betweenness]") {
  CHECK(betweenness(path(4, true)) == Values{0, 2, 2, 0});
  CHECK(betweenness(cycle(4, true)) == Values{3, 3, 3, 3});
  CHECK(max_gap(betweenness(path(4, true), {{"normalized", true}}), {0, 1.0 / 3, 1.0 / 3, 0}) <
        1e-15);
}

TEST_CASE("betweenness takes parallel edges for one and leaves loops out", "[betweenness]") {
  const View view = graph(4, {{0, 1}, {0, 1}, {1, 1}, {1, 3}, {0, 2}, {2, 3}});
  CHECK(betweenness(view) == betweenness(cycle(4)));
}

TEST_CASE("betweenness counts parallel edges as ways of their own where asked to",
          "[betweenness]") {
  // 0 = 1 - 3 - 2 - 0: of the three ways from 0 to 3 two lead through 1, and of those from 1 to 2
  // two lead through 0.
  const View view = graph(4, {{0, 1}, {0, 1}, {1, 1}, {1, 3}, {0, 2}, {2, 3}});
  CHECK(max_gap(betweenness(view, {{"parallels", "each"}}), {2.0 / 3, 2.0 / 3, 1.0 / 3, 1.0 / 3}) <
        1e-15);
  const View lengths = weighted_graph(4, {{0, 1, 2}, {0, 1, 1}, {1, 3, 1}, {0, 2, 1}, {2, 3, 1}},
                                      WeightRole::distance);
  CHECK(betweenness(lengths, {{"parallels", "each"}}) == Values{0.5, 0.5, 0.5, 0.5});
}

TEST_CASE("betweenness normalised is 0 below three nodes", "[betweenness]") {
  CHECK(betweenness(path(2), {{"normalized", true}}) == Values{0, 0});
  CHECK(betweenness(path(1), {{"normalized", true}}) == Values{0});
}

TEST_CASE("betweenness takes distances that differ by rounding for ties", "[betweenness]") {
  // Both ways from 0 to 3 are 0.6 long, but 0.1 + 0.2 + 0.3 and 0.3 + 0.3 differ in the last bit.
  const View view = weighted_graph(
      5, {{0, 1, 0.1}, {1, 2, 0.2}, {2, 3, 0.3}, {0, 4, 0.3}, {4, 3, 0.3}}, WeightRole::distance);
  const auto score = betweenness(view);
  CHECK(std::abs(score[4] - 0.5) < 1e-12);
}

TEST_CASE("betweenness of a long path is the product of its two sides", "[betweenness]") {
  const auto score = betweenness(path(500));
  for (std::size_t v = 0; v < 500; ++v) CHECK(score[v] == static_cast<double>(v * (499 - v)));
}

TEST_CASE("betweenness survives more paths than a real can count", "[betweenness]") {
  // A chain of 1200 squares has 2^1200 shortest paths from end to end.
  const std::uint32_t squares = 1200;
  std::vector<std::pair<Vertex, Vertex>> edges;
  for (Vertex k = 0; k < squares; ++k) {
    for (const Vertex middle : {3 * k + 1, 3 * k + 2}) {
      edges.emplace_back(3 * k, middle);
      edges.emplace_back(middle, 3 * k + 3);
    }
  }
  const View view = graph(3 * squares + 1, edges);
  const auto score = betweenness(view);
  // The first middle carries half of what leaves the first vertex, and half of the pair of the
  // first vertex's other neighbour... : half of (first vertex, everything behind the square).
  CHECK(std::abs(score[1] - 0.5 * (3 * (squares - 1) + 1)) < 1e-9 * score[1]);
  // A joint separates 3k vertices on its left from the rest, and joins the two middles beside it.
  const double k = 600, left = 3 * k, right = 3 * (squares - k);
  CHECK(std::abs(score[1800] - (left * right + 0.5 + 0.5)) < 1e-9 * score[1800]);
}

TEST_CASE("betweenness of the Florentine families and the kite", "[betweenness]") {
  // networkx 2.8.8, betweenness_centrality(normalized=False)
  CHECK(max_gap(betweenness(florentine_families()),
                {0.0, 19.333333333333332, 8.5, 9.5, 5.0, 0.0, 23.166666666666668, 0.0, 47.5, 0.0,
                 2.0, 10.333333333333332, 13.0, 9.333333333333334, 8.333333333333332}) < 1e-12);
  CHECK(max_gap(betweenness(krackhardt_kite()),
                {0.8333333333333333, 0.8333333333333333, 0.0, 3.666666666666666, 0.0,
                 8.333333333333334, 8.333333333333334, 14.0, 8.0, 0.0}) < 1e-12);
}

TEST_CASE("betweenness agrees with counting all paths", "[betweenness]") {
  for (const std::uint32_t seed : {1, 2, 3, 4, 5, 6}) {
    const bool directed = seed % 2 == 0;
    const auto role = seed < 4 ? WeightRole::ignore : WeightRole::distance;
    const View view = random_graph(45, seed * 25, seed, directed, role);
    CHECK(max_gap(betweenness(view), slow_betweenness(view)) < 1e-10);
  }
}

TEST_CASE("betweenness follows a relabelling", "[betweenness]") {
  const View view = random_graph(30, 70, 9, true);
  const auto place = shuffled(30, 1);
  const auto before = betweenness(view), after = betweenness(relabelled(view, place));
  for (Vertex v = 0; v < 30; ++v) CHECK(std::abs(after[place[v]] - before[v]) < 1e-11);
}

TEST_CASE("betweenness refuses what it cannot use", "[betweenness]") {
  CHECK(failure("betweenness", path(2), {{"normalized", "yes"}}).at(0).code == "P102");
  CHECK(failure("betweenness", path(2), {{"parallels", "none"}}).at(0).code == "P104");
  const View view = weighted_graph(2, {{0, 1, 0}}, WeightRole::distance);
  CHECK(failure("betweenness", view).at(0).code == "G101");
}
