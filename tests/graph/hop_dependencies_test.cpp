// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/hop_dependencies.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "engine/graph/dependencies.hpp"
#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::vector<double> by_eights(const View& view) {
  const HopGraph graph(view, PathDirection::along);
  HopDependencies dependencies(graph);
  std::vector<double> sum(view.vertex_count(), 0);
  for (Vertex s = 0; s < view.vertex_count(); s += 8) {
    REQUIRE(dependencies.add_from(s, std::min(view.vertex_count(), s + 8), sum));
  }
  return graph.by_old_name(sum);
}

std::vector<double> one_by_one(const View& view) {
  const PathGraph paths(view, PathDirection::along);
  Dependencies dependencies(paths);
  std::vector<double> sum(view.vertex_count(), 0);
  for (Vertex s = 0; s < view.vertex_count(); ++s) {
    dependencies.from(s);
    for (const Vertex v : dependencies.search().reached().subspan(1))
      sum[v] += dependencies.delta(v);
  }
  return sum;
}

// Shares by arc, as a table from vertex to vertex.
std::vector<double> arcs_by_eights(const View& view) {
  const std::uint32_t n = view.vertex_count();
  const HopGraph graph(view, PathDirection::along);
  HopDependencies dependencies(graph);
  std::vector<double> sum(graph.arc_count(), 0), table(std::size_t{n} * n, 0);
  for (Vertex s = 0; s < n; s += 8) {
    REQUIRE(dependencies.add_arcs_from(s, std::min(n, s + 8), sum));
  }
  for (Vertex v = 0; v < n; ++v) {
    std::size_t arc = graph.first_arc(v);
    for (const Vertex w : graph.next(v)) {
      table[std::size_t{graph.old_name(v)} * n + graph.old_name(w)] = sum[arc++];
    }
  }
  return table;
}

std::vector<double> arcs_one_by_one(const View& view) {
  const std::uint32_t n = view.vertex_count();
  const PathGraph paths(view, PathDirection::along);
  Dependencies dependencies(paths);
  std::vector<double> sum(paths.arc_count(), 0), table(std::size_t{n} * n, 0);
  for (Vertex s = 0; s < n; ++s) {
    dependencies.from(s);
    dependencies.for_each_arc([&](std::size_t arc, double share) { sum[arc] += share; });
  }
  for (Vertex v = 0; v < n; ++v) {
    std::size_t arc = paths.first_arc(v);
    for (const Vertex w : paths.next(v)) table[std::size_t{v} * n + w] = sum[arc++];
  }
  return table;
}

}  // namespace

TEST_CASE("eight sources at once depend on what single sources depend on", "[hop_dependencies]") {
  for (const bool directed : {false, true}) {
    for (const View& view : {random_graph(203, 900, 3, directed), path(100, directed),
                             random_graph(203, 150, 4, directed)}) {
      CHECK(max_gap(by_eights(view), one_by_one(view)) < 1e-9);
      CHECK(max_gap(arcs_by_eights(view), arcs_one_by_one(view)) < 1e-9);
    }
  }
}

TEST_CASE("too many paths for a double are refused and leave nothing behind",
          "[hop_dependencies]") {
  std::vector<std::pair<Vertex, Vertex>> edges;
  for (Vertex k = 0; k < 1100; ++k) {
    for (const Vertex middle : {3 * k + 1, 3 * k + 2}) {
      edges.emplace_back(3 * k, middle);
      edges.emplace_back(middle, 3 * k + 3);
    }
  }
  const View view = graph(3302, edges);
  const HopGraph hops(view, PathDirection::along);
  HopDependencies dependencies(hops);
  std::vector<double> sum(3302, 0);
  CHECK_FALSE(dependencies.add_from(0, 8, sum));
  CHECK(sum == std::vector<double>(3302, 0));
  CHECK(dependencies.add_from(3301, 3302, sum));  // the vertex without edges
  CHECK(sum == std::vector<double>(3302, 0));
}
