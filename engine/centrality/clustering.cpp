// SPDX-License-Identifier: Apache-2.0
// Clustering: the share of pairs of a node's neighbours that are joined themselves.
//
//   c(v) = 2 T(v) / (k(v) (k(v) - 1))          T triangles at v, k neighbours of v; 0 for k < 2
//
// Input    read as a simple undirected graph: no directions, loops, parallel edges or weights.
// Output   one real per node; the table `summary` has their mean over all nodes.
// Cost     O(m^1.5).
// Method   Watts and Strogatz (1998), doi:10.1038/30918
// Differs  from transitivity, which is one ratio for the whole graph.

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/base/sum.hpp"
#include "engine/graph/triangles.hpp"

namespace entente::centrality {
namespace {

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  const Neighbours graph(view, Side::either);
  const auto count = triangles(graph, context.loop(0));
  std::vector<double> score(view.vertex_count(), 0);
  Sum sum;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    const auto k = static_cast<double>(graph.of(v).size());
    if (k >= 2) score[v] = 2 * static_cast<double>(count[v]) / (k * (k - 1));
    sum += score[v];
  }
  const double mean = score.empty() ? 0 : sum.value() / static_cast<double>(score.size());
  return Outcome{
      {node_table(view, "Clustering of each node",
                  {{"clustering", "", "share of joined pairs of neighbours", std::move(score)}}),
       {"summary",
        "Clustering of the graph",
        {{"average_clustering", "", "mean over all nodes", std::vector<double>{mean}}}}},
      {}};
}

}  // namespace

Analysis clustering() {
  return {
      .method = {.id = "clustering",
                 .title = "Local clustering",
                 .formula = "c(v) = 2 T(v) / (k(v)(k(v)-1)), 0 for k < 2",
                 .convention = "on the simple undirected version; the average is over all nodes",
                 .cost = "O(m^1.5)",
                 .citations = {{"D. J. Watts and S. H. Strogatz (1998), Collective dynamics of "
                                "'small-world' networks, Nature 393",
                                "10.1038/30918"},
                               {"M. Latapy (2008), Main-memory triangle computations for very "
                                "large (sparse (power-law)) graphs, Theoretical Computer "
                                "Science 407",
                                "10.1016/j.tcs.2008.07.017"}}},
      .params = {},
      .on_view = run};
}

}  // namespace entente::centrality
