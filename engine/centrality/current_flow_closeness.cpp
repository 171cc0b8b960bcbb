// SPDX-License-Identifier: Apache-2.0
// Current-flow closeness, or information centrality: how near a node is to the others where all
// paths count, as currents do, not the shortest alone.
//
//   c(v) = 1 / sum over u of R_vu     R the resistance between v and u
//
// Several components: the sum goes over those within reach, and a node without any has 0; a note
// says so, since small components make near.
//
// Input    undirected; loops carry no current; parallel edges add their conductances; strengths
//          (none negative) are conductances, distances (above 0) are resistances, else each edge
//          has 1.
// Output   one score per node, not normalised.
// Cost     O(n^3) time and O(n^2) memory of the largest component, of up to 2,000 nodes.
// Method   with X the inverse of L + cJ: sum over u of R_vu = n X_vv + tr X - 2/(cn), by Cholesky.
//          Brandes and Fleischer (2005), doi:10.1007/978-3-540-31856-9_44; Stephenson and Zelen
//          (1989), doi:10.1016/0378-8733(89)90016-6, whose information is n times as much.

#include <Eigen/Cholesky>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/sum.hpp"
#include "engine/centrality/parts.hpp"

namespace entente::centrality {
namespace {

using Dense = Eigen::MatrixXd;

constexpr std::size_t most_nodes = 2'000;

double conductance(const View& view, std::uint32_t edge) {
  return view.strength(edge) / view.distance(edge);  // the one that has no role is 1
}

Dense laplacian(const View& view, const std::vector<Vertex>& members,
                const std::vector<Vertex>& place_of) {
  const auto n = static_cast<Eigen::Index>(members.size());
  Dense l = Dense::Zero(n, n);
  for (const Vertex v : members) {
    const auto row = view.out(v);
    const auto edges = view.out_edges(v);
    for (std::size_t k = 0; k < row.size(); ++k) {
      if (row[k] == v) continue;
      const double g = conductance(view, edges[k]);
      l(place_of[v], place_of[row[k]]) -= g;
      l(place_of[v], place_of[v]) += g;
    }
  }
  return l;
}

// By node: the resistances to all others, added.
std::vector<double> resistance_sums(Dense l, const Context& context) {
  const auto n = l.rows();
  const auto size = static_cast<double>(n);
  const double c = l.trace() / size / size;  // c n is a usual eigenvalue of l
  l.array() += c;
  const Eigen::LLT<Eigen::Ref<Dense>> cholesky(l);
  std::vector<double> x(static_cast<std::size_t>(n));
  for_chunks(context.loop(x.size(), 32), [&](std::size_t begin, std::size_t end) {
    const auto first = static_cast<Eigen::Index>(begin),
               count = static_cast<Eigen::Index>(end) - first;
    Dense unit = Dense::Zero(n, count);
    for (Eigen::Index k = 0; k < count; ++k) unit(first + k, k) = 1;
    // X = (G^-1)^T G^-1 for L + cJ = G G^T; rows above the first unit stay 0.
    auto below = unit.bottomRows(n - first);
    cholesky.matrixL()
        .nestedExpression()
        .bottomRightCorner(n - first, n - first)
        .triangularView<Eigen::Lower>()
        .solveInPlace(below);
    for (std::size_t v = begin; v < end; ++v) {
      x[v] = unit.col(static_cast<Eigen::Index>(v) - first).squaredNorm();
    }
  });
  Sum trace;
  for (const double value : x) trace += value;
  for (double& value : x) value = size * value + (trace.value() - 2 / (c * size));
  return x;
}

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  if (const auto problem = bad_distances(view)) return *problem;
  const Parts parts = weak_parts(view);
  for (const auto& members : parts.members) {
    if (members.size() <= most_nodes) continue;
    return error("A391",
                 "a component has " + std::to_string(members.size()) +
                     " nodes; its resistances fill a dense matrix, and the limit is " +
                     std::to_string(most_nodes),
                 "take a part of the graph, or closeness along shortest paths");
  }
  std::vector<Vertex> place_of(view.vertex_count(), no_item);
  std::vector<double> score(view.vertex_count(), 0);
  std::size_t done = 0;
  for (const auto& members : parts.members) {
    context.check_stop();
    context.report("components", static_cast<double>(done++),
                   static_cast<double>(parts.members.size()));
    if (members.size() == 1) continue;
    for (Vertex k = 0; k < members.size(); ++k) place_of[members[k]] = k;
    const auto sums = resistance_sums(laplacian(view, members, place_of), context);
    for (std::size_t k = 0; k < members.size(); ++k) score[members[k]] = 1 / sums[k];
  }
  Outcome outcome;
  if (parts.members.size() > 1) {
    outcome.notes.push_back(
        note("A392", "the graph has " + std::to_string(parts.members.size()) +
                         " components: resistances are added up within each, so that scores of "
                         "different components do not compare"));
  }
  outcome.tables.push_back(
      node_table(view, "Current-flow closeness of each node",
                 {{"current_flow_closeness", "", "1 / sum of the resistances to all within reach",
                   std::move(score)}}));
  return outcome;
}

}  // namespace

Analysis current_flow_closeness() {
  return {
      .method = {.id = "current-flow-closeness",
                 .title = "Current-flow closeness (information centrality)",
                 .formula = "c(v) = 1 / sum over u of R_vu, R the resistance between two nodes",
                 .convention = "not normalised; several components: the sum goes over those within "
                               "reach, 0 for a node alone; strengths are conductances, distances "
                               "are resistances; parallel edges add their conductances; loops "
                               "ignored; components of up to 2,000 nodes",
                 .cost = "O(n^3), n the size of the largest component",
                 .citations = {{"U. Brandes and D. Fleischer (2005), Centrality measures based on "
                                "current flow, STACS 2005, LNCS 3404",
                                "10.1007/978-3-540-31856-9_44"},
                               {"K. Stephenson and M. Zelen (1989), Rethinking centrality: methods "
                                "and examples, Social Networks 11",
                                "10.1016/0378-8733(89)90016-6"}}},
      .needs = {.undirected = true, .strengths = true, .distances = true},
      .params = describe<NoOptions>(),
      .on_view = run};
}

}  // namespace entente::centrality
