// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/objectives.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;

namespace {

// W as a square matrix by the conventions at the head of the header.
std::vector<std::vector<double>> matrix(const View& view) {
  const std::uint32_t n = view.vertex_count();
  std::vector<std::vector<double>> w(n, std::vector<double>(n, 0));
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    w[view.source(e)][view.target(e)] += view.strength(e);
    if (!view.directed()) w[view.target(e)][view.source(e)] += view.strength(e);
  }
  return w;
}

double slow_modularity(const View& view, const Groups& groups, double gamma) {
  const auto w = matrix(view);
  const std::size_t n = w.size();
  double total = 0, q = 0;
  std::vector<double> out(n, 0), in(n, 0);
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = 0; v < n; ++v) {
      total += w[u][v];
      out[u] += w[u][v];
      in[v] += w[u][v];
    }
  }
  for (std::size_t u = 0; u < n; ++u) {
    for (std::size_t v = 0; v < n; ++v) {
      if (groups[u] == groups[v]) q += w[u][v] - gamma * out[u] * in[v] / total;
    }
  }
  return q / total;
}

double slow_potts(const View& view, const Groups& groups, double gamma) {
  double value = 0;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    if (groups[view.source(e)] == groups[view.target(e)]) value += view.strength(e);
  }
  for (std::size_t u = 0; u < groups.size(); ++u) {
    for (std::size_t v = 0; v < groups.size(); ++v) {
      if (u != v && groups[u] == groups[v]) value -= view.directed() ? gamma : gamma / 2;
    }
  }
  return value;
}

}  // namespace

TEST_CASE("modularity of two triangles and a bridge by hand", "[graph][objectives]") {
  const View view = graph(6, {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3}});
  CHECK(modularity(view, 1).value(Groups{0, 0, 0, 1, 1, 1}) == Approx(6.0 / 7 - 0.5));
  CHECK(constant_potts(view, 0.5).value(Groups{0, 0, 0, 1, 1, 1}) == Approx(6 - 0.5 * 6));
  CHECK(constant_potts(view, 1).value(singletons(6)) == Approx(0).margin(1e-14));
}

TEST_CASE("a loop counts twice in the strength of its node and once in its group",
          "[graph][objectives]") {
  // networkx's convention: w = 2, strengths 3 and 1.
  const View view = graph(2, {{0, 0}, {0, 1}});
  CHECK(modularity(view, 1).value(singletons(2)) == Approx(0.5 - 9.0 / 16 - 1.0 / 16));
  CHECK(constant_potts(view, 1).value(singletons(2)) == Approx(1));
}

TEST_CASE("qualities agree with sums over all pairs", "[graph][objectives]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const View view = random_graph(15, 40, seed, seed % 2 == 0, WeightRole::strength);
    Rng rng(seed);
    Groups groups(15);
    for (auto& g : groups) g = static_cast<std::uint32_t>(rng.below(4));
    for (const double gamma : {0.3, 1.0, 2.5}) {
      CHECK(modularity(view, gamma).value(groups) ==
            Approx(slow_modularity(view, groups, gamma)).margin(1e-13));
      CHECK(constant_potts(view, gamma).value(groups) ==
            Approx(slow_potts(view, groups, gamma)).margin(1e-10));
    }
  }
}

TEST_CASE("without edges modularity is 0", "[graph][objectives]") {
  CHECK(modularity(graph(3, {}), 1).value(Groups{0, 0, 1}) == 0);
  CHECK(modularity(View(), 1).value(Groups{}) == 0);
}
