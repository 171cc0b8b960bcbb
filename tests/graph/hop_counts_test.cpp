// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/hop_counts.hpp"

#include <catch2/catch_test_macros.hpp>
#include <map>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

namespace {

using Counts = std::map<std::pair<Vertex, std::uint32_t>, std::uint32_t>;  // (vertex, hops)

template <std::size_t Words>
Counts fast(HopCounts<Words>& search, Vertex begin, Vertex end) {
  Counts counts;
  search.from(begin, end, [&](Vertex v, std::uint32_t hops, std::uint32_t sources) {
    counts[{v, hops}] += sources;
  });
  return counts;
}

Counts slow(const HopGraph& graph, Vertex begin, Vertex end) {
  Counts counts;
  for (Vertex s = begin; s < end; ++s) {
    std::vector<std::uint32_t> hops(graph.vertex_count(), 0);
    std::vector<Vertex> queue{s};
    for (std::size_t k = 0; k < queue.size(); ++k) {
      for (const Vertex u : graph.next(queue[k])) {
        if (u == s || hops[u] != 0) continue;
        hops[u] = hops[queue[k]] + 1;
        ++counts[{u, hops[u]}];
        queue.push_back(u);
      }
    }
  }
  return counts;
}

}  // namespace

TEST_CASE("many searches at once count what single searches count", "[hop_counts]") {
  for (const bool directed : {false, true}) {
    for (const View& view : {random_graph(300, 700, 3, directed), path(300, directed),
                             random_graph(300, 200, 4, directed)}) {
      const HopGraph graph(view, PathDirection::along);
      HopCounts<1> narrow(graph);
      HopCounts<8> wide(graph);
      CHECK(fast(narrow, 0, 64) == slow(graph, 0, 64));
      CHECK(fast(narrow, 250, 300) == slow(graph, 250, 300));  // nothing stays behind
      CHECK(fast(wide, 0, 300) == slow(graph, 0, 300));
    }
  }
}
