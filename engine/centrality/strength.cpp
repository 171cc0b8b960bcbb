// SPDX-License-Identifier: Apache-2.0
// Strength: the weights of the edges at a node, added; the weighted degree.
//
//   s(v) = sum of w(e) over the edge ends e at v
//
// Input    directed or not; parallel edges add; an undirected loop counts twice, as in degree.
//          Unlike other measures it reads weights as strengths where the user says nothing; without
//          weights every edge weighs 1. Negative weights add like any others.
// Output   one real per node; for digraphs also what arrives and what leaves.
// Cost     O(n + m).

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/base/sum.hpp"

namespace entente::centrality {
namespace {

std::vector<double> values(const std::vector<Sum>& sums) {
  std::vector<double> result;
  result.reserve(sums.size());
  for (const Sum& sum : sums) result.push_back(sum.value());
  return result;
}

Expected<Outcome> run(const View& view, const Params&, const Context&) {
  std::vector<Sum> in(view.vertex_count()), out(view.vertex_count()), all(view.vertex_count());
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const double weight = view.strength(e);
    out[view.source(e)] += weight;
    in[view.target(e)] += weight;
    all[view.source(e)] += weight;
    all[view.target(e)] += weight;
  }
  std::vector<Column> columns{
      {"strength", "", "weights of the edge ends at the node", values(all)}};
  if (view.directed()) {
    columns.push_back({"in_strength", "", "weights of the edges that arrive", values(in)});
    columns.push_back({"out_strength", "", "weights of the edges that leave", values(out)});
  }
  return Outcome{{node_table(view, "Strength of each node", std::move(columns))}, {}};
}

}  // namespace

Analysis strength() {
  return {
      .method = {.id = "strength",
                 .title = "Strength (weighted degree)",
                 .formula = "s(v) = sum of w(e) over the edge ends e at v; digraph: "
                            "s = s_in + s_out",
                 .convention = "weights are strengths; parallel edges add; an undirected loop "
                               "counts twice",
                 .cost = "O(n + m)",
                 .citations = {{"A. Barrat, M. Barthelemy, R. Pastor-Satorras and A. Vespignani "
                                "(2004), The architecture of complex weighted networks, PNAS "
                                "101",
                                "10.1073/pnas.0400087101"}}},
      .needs = {.default_weight_role = WeightRole::strength, .strengths = true},
      .params = {},
      .on_view = run};
}

}  // namespace entente::centrality
