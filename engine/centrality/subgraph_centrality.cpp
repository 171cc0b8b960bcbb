// SPDX-License-Identifier: Apache-2.0
// Subgraph centrality: how many closed walks begin and end at a node, one of length k counting
// 1/k!.
//
//   s(v) = (exp W)_vv
//
// A closed walk stays in a strong component, so each of these is a matrix of its own. A node
// without edges has 1 (the walk of length 0).
//
// Input    directed or not; an undirected loop is one arc; parallel edges add; weights only where
//          they are strengths, none negative.
// Output   one score per node; null where it is beyond what a number can hold (exp 709).
// Cost     O(n^3) time and O(n^2) memory of the largest strong component, of up to 2,000 nodes.
// Method   Estrada and Rodriguez-Velazquez (2005), doi:10.1103/PhysRevE.71.056103; Taylor series of
//          W / 2^s and s squarings. No term is negative, so no digit is lost to cancellation.
// Differs  from igraph, which counts an undirected loop twice.

#include <Eigen/Core>
#include <cmath>
#include <limits>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/centrality/parts.hpp"
#include "engine/centrality/sparse_matrix.hpp"

namespace entente::centrality {
namespace {

using Dense = Eigen::MatrixXd;

constexpr std::size_t most_nodes = 2'000;

// Columns in chunks: the same bits on any number of threads, and a place to stop.
Dense product(const Dense& a, const Dense& b, const Context& context) {
  Dense c(a.rows(), b.cols());
  for_chunks(context.loop(static_cast<std::size_t>(b.cols()), 32),
             [&](std::size_t begin, std::size_t end) {
               const auto first = static_cast<Eigen::Index>(begin),
                          count = static_cast<Eigen::Index>(end) - first;
               c.middleCols(first, count).noalias() = a * b.middleCols(first, count);
             });
  return c;
}

// Terms of the series of exp(a) up to a^16, for a of norm 1/2: the rest is below 1e-19.
Dense series(const Dense& a, const Context& context) {
  const Dense a2 = product(a, a, context), a3 = product(a2, a, context),
              a4 = product(a2, a2, context);
  double term[17] = {1};
  for (int k = 1; k <= 16; ++k) term[k] = term[k - 1] / k;
  Dense x = term[16] * a4;
  for (int k = 12;; k -= 4) {
    x += term[k + 3] * a3 + term[k + 2] * a2 + term[k + 1] * a;
    x.diagonal().array() += term[k];
    if (k == 0) return x;
    x = product(a4, x, context);
  }
}

// The diagonal of exp(a); infinite or NaN where it overflows.
Eigen::VectorXd exp_diagonal(Dense a, const Context& context) {
  const double norm = a.colwise().sum().maxCoeff();
  if (!std::isfinite(norm)) return Eigen::VectorXd::Constant(a.rows(), norm);
  int squarings = 0;
  while (std::ldexp(norm, -squarings) > 0.5) ++squarings;
  a *= std::ldexp(1.0, -squarings);
  Dense x = series(a, context);
  for (int k = squarings; k > 1; --k) {
    x = product(x, x, context);
    context.report("squarings", squarings - k + 1, squarings);
  }
  if (squarings == 0) return x.diagonal();
  Eigen::VectorXd diagonal(x.rows());  // of the last square, which is not needed whole
  for (Eigen::Index v = 0; v < x.rows(); ++v) diagonal[v] = x.row(v) * x.col(v);
  return diagonal;
}

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const Parts parts = strong_parts(view);
  for (const auto& members : parts.members) {
    if (members.size() <= most_nodes) continue;
    return error("A390",
                 "a strong component has " + std::to_string(members.size()) +
                     " nodes; the exponential of its matrix is dense, and the limit is " +
                     std::to_string(most_nodes),
                 "take a part of the graph, or katz, which also counts walks");
  }
  const Matrix b = inflow_matrix(view);  // exp(W^T) has the diagonal of exp(W)
  std::vector<Vertex> place_of(view.vertex_count(), no_item);
  std::vector<double> score(view.vertex_count());
  std::size_t too_large = 0;
  for (const auto& members : parts.members) {
    context.check_stop();
    const Eigen::VectorXd diagonal = exp_diagonal(Dense(submatrix(b, members, place_of)), context);
    for (std::size_t k = 0; k < members.size(); ++k) {
      const double value = diagonal[static_cast<Eigen::Index>(k)];
      if (!std::isfinite(value)) ++too_large;
      score[members[k]] = std::isfinite(value) ? value : std::numeric_limits<double>::quiet_NaN();
    }
  }
  Outcome outcome;
  if (too_large > 0) {
    outcome.notes.push_back(
        warning("A389",
                std::to_string(too_large) +
                    " scores are beyond what a number can hold (exp 709) and are left out",
                "scale the weights down"));
  }
  outcome.tables.push_back(
      node_table(view, "Subgraph centrality of each node",
                 {{"subgraph_centrality", "", "closed walks, one of length k counting 1/k!",
                   std::move(score)}}));
  return outcome;
}

}  // namespace

Analysis subgraph_centrality() {
  return {.method = {.id = "subgraph-centrality",
                     .title = "Subgraph centrality",
                     .formula = "s(v) = (exp W)_vv",
                     .convention = "not normalised; 1 for a node without edges; an undirected loop "
                                   "is one arc; parallel edges add; strong components of up to "
                                   "2,000 nodes",
                     .cost = "O(n^3), n the size of the largest strong component",
                     .citations = {{"E. Estrada and J. A. Rodriguez-Velazquez (2005), Subgraph "
                                    "centrality in complex networks, Physical Review E 71",
                                    "10.1103/PhysRevE.71.056103"}}},
          .needs = {.strengths = true},
          .params = describe<NoOptions>(),
          .on_view = run};
}

}  // namespace entente::centrality
