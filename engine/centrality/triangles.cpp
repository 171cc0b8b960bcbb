// SPDX-License-Identifier: Apache-2.0
// Triangles: how many a node is part of.
//
// Input    read as a simple undirected graph: no directions, loops, parallel edges or weights.
// Output   one whole number per node; the table `summary`: how many there are in the graph.
// Cost     O(m^1.5).
// Method   Latapy (2008), doi:10.1016/j.tcs.2008.07.017

#include "engine/graph/triangles.hpp"

#include <numeric>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"

namespace entente::centrality {
namespace {

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  const auto count = entente::triangles(Neighbours(view, Side::either), context.loop(0));
  std::vector<std::int64_t> of_node(count.begin(), count.end());
  const std::int64_t total = std::accumulate(of_node.begin(), of_node.end(), std::int64_t{0}) / 3;
  return Outcome{{node_table(view, "Triangles of each node",
                             {{"triangles", "", "that the node is part of", std::move(of_node)}}),
                  {"summary",
                   "Triangles of the graph",
                   {{"triangles", "", "how many there are", std::vector<std::int64_t>{total}}}}},
                 {}};
}

}  // namespace

Analysis triangles() {
  return {.method = {.id = "triangles",
                     .title = "Triangles",
                     .formula = "T(v) = number of pairs of neighbours of v that are joined",
                     .convention = "on the simple undirected version; each triangle counts once in "
                                   "the total and once for each of its three nodes",
                     .cost = "O(m^1.5)",
                     .citations = {{"M. Latapy (2008), Main-memory triangle computations for very "
                                    "large (sparse (power-law)) graphs, Theoretical Computer "
                                    "Science 407",
                                    "10.1016/j.tcs.2008.07.017"}}},
          .params = describe<NoOptions>(),
          .on_view = run};
}

}  // namespace entente::centrality
