// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/map_equation.hpp"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/base/parallel.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;

namespace {

// As an index code and one code per group, each an entropy: the map equation before it is
// simplified.
double two_codes(const View& view, const Groups& groups) {
  const std::uint32_t n = view.vertex_count();
  std::vector<double> visits(n, 0), exit(n, 0);
  double all = 0;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) all += 2 * view.strength(e);
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const double share = view.strength(e) / all;
    const Vertex u = view.source(e), v = view.target(e);
    visits[u] += share;
    visits[v] += share;
    if (groups[u] == groups[v]) continue;
    exit[groups[u]] += share;
    exit[groups[v]] += share;
  }
  double left = 0, length = 0;
  for (const double q : exit) left += q;
  for (const double q : exit) {
    if (q > 0) length -= q * std::log2(q / left);
  }
  for (std::uint32_t g = 0; g < n; ++g) {
    double used = exit[g];
    for (Vertex v = 0; v < n; ++v) used += groups[v] == g ? visits[v] : 0;
    if (exit[g] > 0) length -= exit[g] * std::log2(exit[g] / used);
    for (Vertex v = 0; v < n; ++v) {
      if (groups[v] == g && visits[v] > 0) length -= visits[v] * std::log2(visits[v] / used);
    }
  }
  return length;
}

}  // namespace

TEST_CASE("the code length is that of two codes", "[map_equation]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const View view = random_graph(7, 14, seed, false, WeightRole::strength);
    const QualityGraph steps = walk(view);
    for_each_partition(7, [&](const Groups& groups) {
      REQUIRE(code_length(steps, groups) == Approx(two_codes(view, groups)).epsilon(1e-12));
    });
  }
}

TEST_CASE("the shortest code of all partitions of small graphs is found", "[map_equation]") {
  for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6, 7, 8}) {
    const View view = random_graph(8, 13, seed, false, WeightRole::strength);
    const QualityGraph steps = walk(view);
    double shortest = 1e300;
    for_each_partition(8, [&](const Groups& groups) {
      shortest = std::min(shortest, code_length(steps, groups));
    });
    const PartitionSearch searched = shortest_code(steps, Rng(seed));
    CHECK(-searched.value[searched.best()] == Approx(shortest).margin(1e-10));
  }
}

TEST_CASE("a search for a short code can be stopped", "[map_equation]") {
  std::stop_source source;
  source.request_stop();
  CHECK_THROWS_AS(shortest_code(walk(zachary()), Rng(1), {.stop = source.get_token()}), Stopped);
}
