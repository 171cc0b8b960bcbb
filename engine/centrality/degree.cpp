// SPDX-License-Identifier: Apache-2.0
// Degree: the number of edge ends at a node.
//
// Input    directed or not; parallel edges each count; an undirected loop has both ends at its node
//          and counts 2, a directed one 1 as leaving and 1 as arriving; weights and signs are not
//          looked at (see strength).
// Output   one whole number per node; for digraphs also the edges that arrive and that leave.
// Cost     O(n + m).

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"

namespace entente::centrality {
namespace {

Expected<Outcome> run(const View& view, const Params&, const Context&) {
  std::vector<std::int64_t> in(view.vertex_count(), 0), out(view.vertex_count(), 0);
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    ++out[view.source(e)];
    ++in[view.target(e)];
  }
  std::vector<std::int64_t> all(view.vertex_count());
  for (Vertex v = 0; v < view.vertex_count(); ++v) all[v] = in[v] + out[v];

  std::vector<Column> columns{{"degree", "edges", "edge ends at the node", std::move(all)}};
  if (view.directed()) {
    columns.push_back({"in_degree", "edges", "edges that arrive", std::move(in)});
    columns.push_back({"out_degree", "edges", "edges that leave", std::move(out)});
  }
  return Outcome{{node_table(view, "Degree of each node", std::move(columns))}, {}};
}

}  // namespace

Analysis degree() {
  return {.method = {.id = "degree",
                     .title = "Degree",
                     .formula = "k(v) = number of edge ends at v; digraph: k = k_in + k_out",
                     .convention = "parallel edges each count; an undirected loop counts 2; not "
                                   "normalised; weights are not looked at",
                     .cost = "O(n + m)",
                     .citations = {{"L. C. Freeman (1978), Centrality in social networks: "
                                    "conceptual clarification, Social Networks 1",
                                    "10.1016/0378-8733(78)90021-7"}}},
          .params = {},
          .on_view = run};
}

}  // namespace entente::centrality
