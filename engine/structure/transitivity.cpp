// SPDX-License-Identifier: Apache-2.0
// Transitivity: the share of connected triples that close to a triangle, over the whole graph.
//
//   C = 3 * triangles / sum over v of k(v) (k(v) - 1) / 2          0 where there is no triple
//
// Input    read as a simple undirected graph: no directions, loops, parallel edges or weights.
// Output   one row.
// Cost     O(m^1.5).
// Method   Newman, Watts and Strogatz (2002), doi:10.1073/pnas.012582999
// Differs  from the average of clustering, which gives each node the same say.

#include <numeric>

#include "engine/analysis/analysis.hpp"
#include "engine/graph/triangles.hpp"

namespace entente::structure {
namespace {

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  const Neighbours graph(view, Side::either);
  const auto count = triangles(graph, context.loop(0));
  const std::uint64_t corners = std::accumulate(count.begin(), count.end(), std::uint64_t{0});
  std::uint64_t triples = 0;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    const std::uint64_t k = graph.of(v).size();
    triples += k == 0 ? 0 : k * (k - 1) / 2;
  }
  const double share =
      triples == 0 ? 0 : static_cast<double>(corners) / static_cast<double>(triples);
  return Outcome{{{"transitivity",
                   "Transitivity of the graph",
                   {{"transitivity", "", "share of triples that close", std::vector<double>{share}},
                    {"triangles", "", "how many there are",
                     std::vector<std::int64_t>{static_cast<std::int64_t>(corners / 3)}},
                    {"triples", "", "pairs of edges at a node",
                     std::vector<std::int64_t>{static_cast<std::int64_t>(triples)}}}}},
                 {}};
}

}  // namespace

Analysis transitivity() {
  return {
      .method = {.id = "transitivity",
                 .title = "Transitivity",
                 .formula = "3 triangles / connected triples; 0 where there is no triple",
                 .convention = "on the simple undirected version; not the average of clustering",
                 .cost = "O(m^1.5)",
                 .citations = {{"M. E. J. Newman, D. J. Watts and S. H. Strogatz (2002), "
                                "Random graph models of social networks, PNAS 99",
                                "10.1073/pnas.012582999"}}},
      .params = describe<NoOptions>(),
      .on_view = run};
}

}  // namespace entente::structure
