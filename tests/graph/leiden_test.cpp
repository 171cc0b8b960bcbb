// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/leiden.hpp"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/two_mode.hpp"

using namespace entente;
using Catch::Approx;

namespace {

using Matrix = std::vector<std::vector<double>>;

QualityGraph quality_graph(const Matrix& w, std::vector<double> p, std::vector<double> q) {
  QualityGraph graph;
  const std::size_t n = w.size();
  for (std::size_t u = 0; u < n; ++u) {
    graph.loop.push_back(w[u][u]);
    for (std::size_t v = 0; v < n; ++v) {
      if (u == v || (w[u][v] == 0 && w[v][u] == 0)) continue;
      graph.neighbour.push_back(static_cast<std::uint32_t>(v));
      graph.weight.push_back(w[u][v] + w[v][u]);
    }
    graph.begin.push_back(graph.neighbour.size());
  }
  graph.p = std::move(p);
  graph.q = std::move(q);
  return graph;
}

double slow_quality(const Matrix& w, const QualityGraph& graph, const Groups& groups) {
  double sum = 0;
  for (std::size_t u = 0; u < w.size(); ++u) {
    for (std::size_t v = 0; v < w.size(); ++v) {
      if (groups[u] == groups[v]) sum += w[u][v] - graph.p[u] * graph.q[v];
    }
  }
  return sum;
}

struct Example {
  Matrix w;
  QualityGraph graph;
};

// A random directed weighted graph under the null model of directed modularity.
Example example(std::uint32_t n, std::uint64_t seed) {
  Rng rng(seed);
  Matrix w(n, std::vector<double>(n, 0));
  double total = 0;
  std::vector<double> out(n, 0), in(n, 0);
  for (std::uint32_t u = 0; u < n; ++u) {
    for (std::uint32_t v = 0; v < n; ++v) {
      if (rng.uniform() > 0.35) continue;
      w[u][v] = double(1 + rng.below(4));
      total += w[u][v];
      out[u] += w[u][v];
      in[v] += w[u][v];
    }
  }
  for (double& x : out) x /= total;
  return {w, quality_graph(w, out, in)};
}

double best_of(const QualityGraph& graph, int restarts) {
  double best = -1e300;
  for (int r = 0; r < restarts; ++r) {
    Rng rng = Rng(5).split(std::uint64_t(r));
    best = std::max(best, quality(graph, leiden(graph, singletons(graph.size()), rng)));
  }
  return best;
}

}  // namespace

TEST_CASE("two triangles with a bridge fall into the triangles", "[graph][leiden]") {
  Matrix w(6, std::vector<double>(6, 0));
  for (const auto& [u, v] : {std::pair{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3}}) {
    w[std::size_t(u)][std::size_t(v)] = w[std::size_t(v)][std::size_t(u)] = 1;
  }
  const std::vector<double> degree{2, 2, 3, 3, 2, 2};
  std::vector<double> share;
  for (const double d : degree) share.push_back(d / 14);
  const QualityGraph graph = quality_graph(w, share, degree);
  Rng rng(1);
  const Groups groups = leiden(graph, singletons(6), rng);
  CHECK(groups == Groups{0, 0, 0, 1, 1, 1});
  CHECK(quality(graph, groups) == Approx(12 - 2 * 49.0 / 14).epsilon(1e-14));
}

TEST_CASE("quality is the sum over pairs of one group", "[graph][leiden]") {
  const Example e = example(12, 3);
  Rng rng(8);
  for (int k = 0; k < 20; ++k) {
    Groups groups(12);
    for (auto& g : groups) g = static_cast<std::uint32_t>(rng.below(4));
    CHECK(quality(e.graph, groups) == Approx(slow_quality(e.w, e.graph, groups)).margin(1e-12));
  }
}

TEST_CASE("Leiden finds the best of all partitions of eight vertices", "[graph][leiden]") {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    const Example e = example(8, seed);
    double best = -1e300;
    test::for_each_partition(8, [&](const Groups& groups) {
      best = std::max(best, slow_quality(e.w, e.graph, groups));
    });
    CHECK(best_of(e.graph, 20) == Approx(best).margin(1e-10));
  }
}

TEST_CASE("Leiden never ends below its start and cannot improve its own result",
          "[graph][leiden]") {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const Example e = example(40, seed);
    Rng rng(seed);
    Groups start(40);
    for (auto& g : start) g = static_cast<std::uint32_t>(rng.below(7));
    const Groups groups = leiden(e.graph, start, rng);
    const double reached = quality(e.graph, groups);
    CHECK(reached >= quality(e.graph, start));
    for (std::uint32_t v = 0; v < 40; ++v) {  // no vertex gains by another group, old or new
      for (std::uint32_t g = 0; g < 40; ++g) {
        Groups moved = groups;
        moved[v] = g;
        CHECK(quality(e.graph, moved) <= reached + 1e-9);
      }
    }
  }
}

TEST_CASE("Leiden's groups do not depend on anything but the stream", "[graph][leiden]") {
  const Example e = example(60, 4);
  Rng first(9), second(9);
  CHECK(leiden(e.graph, singletons(60), first) == leiden(e.graph, singletons(60), second));
}

TEST_CASE("Leiden leaves vertices without edges alone", "[graph][leiden]") {
  QualityGraph graph;
  graph.begin = {0, 0, 0, 0};
  graph.loop = graph.p = graph.q = {0, 0, 0};
  Rng rng(1);
  CHECK(leiden(graph, {0, 0, 1}, rng) == Groups{0, 0, 1});
  CHECK(leiden(graph, singletons(3), rng) == Groups{0, 1, 2});
  CHECK(leiden(QualityGraph{}, {}, rng).empty());
}

TEST_CASE("renumber names groups in the order of their first vertices", "[graph][leiden]") {
  Groups groups{7, 2, 7, 0, 2};
  CHECK(renumber(groups) == 3);
  CHECK(groups == Groups{0, 1, 0, 2, 1});
}
