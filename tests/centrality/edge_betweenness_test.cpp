// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <functional>
#include <map>

#include "tests/support/graphs.hpp"
#include "tests/support/slow_paths.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values edge_betweenness(const View& view, const Params& params = {}) {
  return column(run_analysis("edge-betweenness", view, params), "edge_betweenness");
}

std::map<std::pair<double, double>, double> by_ends(const View& view) {
  const auto result = run_analysis("edge-betweenness", view);
  const auto source = column(result, "source"), target = column(result, "target");
  const auto value = column(result, "edge_betweenness");
  std::map<std::pair<double, double>, double> rows;
  for (std::size_t k = 0; k < value.size(); ++k) rows[{source[k], target[k]}] = value[k];
  CHECK(rows.size() == value.size());
  return rows;
}

// sigma_st(e): the ways from s to one end times those from the other end to t.
Values slow_by_pair(const View& view) {
  const Square length = edge_lengths(view), d = all_distances(view), sigma = path_counts(view);
  const std::size_t n = d.size();
  Values values;
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = view.directed() ? 0 : u + 1; v < n; ++v) {
      if (length[u][v] == out_of_reach) continue;
      double sum = 0;
      for (std::size_t s = 0; s < n; ++s) {
        for (std::size_t t = 0; t < n; ++t) {
          if (s == t || d[s][t] == out_of_reach) continue;
          if (d[s][u] + length[u][v] + d[v][t] == d[s][t]) {
            sum += sigma[s][u] * sigma[v][t] / sigma[s][t];
          }
        }
      }
      values.push_back(sum);
    }
  }
  return values;
}

// Every shortest path, edge by edge, parallel edges each.
Values slow_by_edge(const View& view) {
  const Square d = all_distances(view);
  Values values(view.edge_count(), 0);
  for (Vertex s = 0; s < view.vertex_count(); ++s) {
    for (Vertex t = 0; t < view.vertex_count(); ++t) {
      if (s == t || d[s][t] == out_of_reach) continue;
      std::vector<std::vector<std::uint32_t>> ways;
      std::vector<std::uint32_t> way;
      const std::function<void(Vertex)> go = [&](Vertex u) {
        if (u == t) return ways.push_back(way);
        for (std::size_t k = 0; k < view.out(u).size(); ++k) {
          const Vertex v = view.out(u)[k];
          const std::uint32_t e = view.out_edges(u)[k];
          if (v == u || d[s][u] + view.distance(e) + d[v][t] != d[s][t]) continue;
          way.push_back(e);
          go(v);
          way.pop_back();
        }
      };
      go(s);
      for (const auto& edges : ways) {
        for (const std::uint32_t e : edges) values[e] += 1 / static_cast<double>(ways.size());
      }
    }
  }
  for (double& value : values) value /= view.directed() ? 1 : 2;
  return values;
}

}  // namespace

TEST_CASE("edge betweenness of a path counts the pairs on either side", "[edge_betweenness]") {
  CHECK(edge_betweenness(path(4)) == Values{3, 4, 3});
  CHECK(edge_betweenness(path(4, true)) == Values{3, 4, 3});
  CHECK(edge_betweenness(cycle(4)) == Values{2, 2, 2, 2});
  CHECK(edge_betweenness(cycle(3, true)) == Values{3, 3, 3});
}

TEST_CASE("edge betweenness normalised is a share of the pairs of nodes", "[edge_betweenness]") {
  CHECK(max_gap(edge_betweenness(path(4), {{"normalized", true}}), {0.5, 2.0 / 3, 0.5}) < 1e-15);
  CHECK(max_gap(edge_betweenness(path(4, true), {{"normalized", true}}), {0.25, 1.0 / 3, 0.25}) <
        1e-15);
  CHECK(edge_betweenness(path(2), {{"normalized", true}}) == Values{1});
  CHECK(edge_betweenness(graph(1, {{0, 0}}), {{"normalized", true}}).empty());
}

TEST_CASE("edge betweenness has one row for parallel edges and none for loops",
          "[edge_betweenness]") {
  const View view = graph(4, {{0, 1}, {1, 0}, {1, 1}, {1, 3}, {0, 2}, {2, 3}});
  const auto result = run_analysis("edge-betweenness", view);
  CHECK(column(result, "source") == Values{0, 0, 1, 2});
  CHECK(column(result, "target") == Values{1, 2, 3, 3});
  CHECK(column(result, "edge_betweenness") == Values{2, 2, 2, 2});
  CHECK(column(result, "edges") == Values{2, 1, 1, 1});
}

TEST_CASE("edge betweenness shares a pair's paths among its parallel edges where asked to",
          "[edge_betweenness]") {
  // Of the three ways from 0 to 3 two take one of the parallel edges, and of those from 1 to 2 too.
  const View view = graph(4, {{0, 1}, {0, 1}, {1, 1}, {1, 3}, {0, 2}, {2, 3}});
  const Params each{{"parallels", "each"}};
  const auto result = run_analysis("edge-betweenness", view, each);
  CHECK(column(result, "source") == Values{0, 0, 0, 1, 1, 2});
  CHECK(max_gap(column(result, "edge_betweenness"), {7.0 / 6, 7.0 / 6, 2, 0, 2, 5.0 / 3}) < 1e-14);
  const View lengths = weighted_graph(2, {{0, 1, 2}, {0, 1, 1}, {0, 1, 1}}, WeightRole::distance);
  CHECK(edge_betweenness(lengths) == Values{1});
  CHECK(edge_betweenness(lengths, each) == Values{0.5, 0.5, 0});  // a View sorts by weight
}

TEST_CASE("edge betweenness keeps the two directions of a digraph apart", "[edge_betweenness]") {
  CHECK(by_ends(graph(3, {{0, 1}, {1, 0}, {1, 2}}, true)) ==
        std::map<std::pair<double, double>, double>{{{0, 1}, 2}, {{1, 0}, 1}, {{1, 2}, 2}});
}

TEST_CASE("edge betweenness of the Florentine families and Zachary's club", "[edge_betweenness]") {
  // networkx 2.8.8, edge_betweenness_centrality(normalized=False); families in order of names
  CHECK(max_gap(edge_betweenness(florentine_families()), {14.0,
                                                          14.0,
                                                          16.333333333333336,
                                                          22.33333333333333,
                                                          12.5,
                                                          18.5,
                                                          17.166666666666664,
                                                          7.5,
                                                          8.333333333333334,
                                                          6.0,
                                                          5.5,
                                                          14.0,
                                                          12.833333333333334,
                                                          15.33333333333333,
                                                          26.0,
                                                          12.833333333333332,
                                                          14.0,
                                                          4.5,
                                                          14.33333333333333,
                                                          5.0}) < 1e-12);
  // Girvan and Newman (2002) take away first the tie of members 1 and 32, the largest.
  const auto club = by_ends(zachary());
  CHECK(std::abs(club.at({0, 31}) - 71.39285714285712) < 1e-12);
  for (const auto& row : club) CHECK(row.second <= club.at({0, 31}));
}

TEST_CASE("edge betweenness agrees with counting all paths", "[edge_betweenness]") {
  for (const std::uint32_t seed : {1, 2, 3, 4, 5, 6}) {
    const bool directed = seed % 2 == 0;
    const auto role = seed < 4 ? WeightRole::ignore : WeightRole::distance;
    const View view = random_graph(30, seed * 16, seed, directed, role);
    CHECK(max_gap(edge_betweenness(view), slow_by_pair(view)) < 1e-10);
    const View small = random_graph(9, 22, seed, directed, role);
    CHECK(max_gap(edge_betweenness(small, {{"parallels", "each"}}), slow_by_edge(small)) < 1e-12);
  }
}

TEST_CASE("edge betweenness adds up to the sum of all distances", "[edge_betweenness]") {
  const View view = random_graph(40, 60, 12, true);
  double hops = 0, carried = 0;
  for (const auto& row : all_distances(view)) {
    for (const double d : row) hops += d == out_of_reach ? 0 : d;
  }
  for (const double b : edge_betweenness(view)) carried += b;
  CHECK(std::abs(hops - carried) < 1e-9);
}

TEST_CASE("edge betweenness survives more paths than a real can count", "[edge_betweenness]") {
  // A chain of 1200 squares with a tail at its end, which carries its last node's pairs.
  const std::uint32_t squares = 1200;
  std::vector<std::pair<Vertex, Vertex>> edges;
  for (Vertex k = 0; k < squares; ++k) {
    for (const Vertex middle : {3 * k + 1, 3 * k + 2}) {
      edges.emplace_back(3 * k, middle);
      edges.emplace_back(middle, 3 * k + 3);
    }
  }
  edges.emplace_back(3 * squares, 3 * squares + 1);
  const auto value = edge_betweenness(graph(3 * squares + 2, edges));
  CHECK(std::abs(value.back() - (3.0 * squares + 1)) < 1e-6);
}

TEST_CASE("edge betweenness follows a relabelling", "[edge_betweenness]") {
  const View view = random_graph(30, 70, 9, true);
  const auto place = shuffled(30, 1);
  const auto after = by_ends(relabelled(view, place));
  for (const auto& [ends, value] : by_ends(view)) {
    const auto moved = std::pair<double, double>(place[static_cast<std::size_t>(ends.first)],
                                                 place[static_cast<std::size_t>(ends.second)]);
    CHECK(std::abs(after.at(moved) - value) < 1e-11);
  }
}

TEST_CASE("edge betweenness refuses what it cannot use", "[edge_betweenness]") {
  CHECK(failure("edge-betweenness", path(2), {{"normalized", "yes"}}).at(0).code == "P102");
  CHECK(failure("edge-betweenness", path(2), {{"parallels", "two"}}).at(0).code == "P104");
  const View view = weighted_graph(2, {{0, 1, 0}}, WeightRole::distance);
  CHECK(failure("edge-betweenness", view).at(0).code == "G101");
}
