// SPDX-License-Identifier: Apache-2.0
// Effective size: a node's neighbours, less the ties that each has with the others on average.
//
//   e(v) = k - 2t / k          k neighbours of v, t edges between them
//
// Input    read as a simple undirected graph: no directions, loops, parallel edges or weights.
// Output   one real per node; null without neighbours, and a note says so.
// Cost     O(m^1.5).
// Method   Burt (1992), Structural Holes, p. 52; in this form: Borgatti (1997), Structural holes:
//          unpacking Burt's redundancy measures, Connections 20
// Differs  from networkx on a digraph, which weighs both directions by Burt's first formula.

#include <limits>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/graph/triangles.hpp"

namespace entente::structure {
namespace {

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  const Neighbours graph(view, Side::either);
  const auto ties = triangles(graph, context.loop(0));  // each is a tie between two neighbours
  std::vector<double> size(view.vertex_count(), std::numeric_limits<double>::quiet_NaN());
  Outcome outcome;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    const auto k = static_cast<double>(graph.of(v).size());
    if (k > 0) size[v] = k - 2 * static_cast<double>(ties[v]) / k;
    if (k == 0 && outcome.notes.empty()) {
      outcome.notes.push_back(
          note("S151", "nodes without neighbours have no effective size and are shown as null"));
    }
  }
  outcome.tables.push_back(
      node_table(view, "Effective size of each node's neighbourhood",
                 {{"effective_size", "nodes", "neighbours less their mean ties with one another",
                   std::move(size)}}));
  return outcome;
}

}  // namespace

Analysis effective_size() {
  return {.method = {.id = "effective-size",
                     .title = "Effective size",
                     .formula = "e(v) = k - 2t/k, k neighbours of v, t edges between them",
                     .convention = "on the simple undirected version; null without neighbours",
                     .cost = "O(m^1.5)",
                     .citations = {{"R. S. Burt (1992), Structural Holes: The Social Structure of "
                                    "Competition, Harvard University Press, p. 52",
                                    ""},
                                   {"S. P. Borgatti (1997), Structural holes: unpacking Burt's "
                                    "redundancy measures, Connections 20",
                                    ""}}},
          .params = describe<NoOptions>(),
          .on_view = run};
}

}  // namespace entente::structure
