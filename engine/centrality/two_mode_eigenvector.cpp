// SPDX-License-Identifier: Apache-2.0
// Two-mode eigenvector centrality: an actor is as central as its items, an item as its actors.
//
//   sigma u = A v,  sigma v = A^T u      the first singular vectors of A, each of length 1
//
// (u, v) is the eigenvector of the largest eigenvalue sigma of the two-mode graph as one graph.
// Disconnected: the component with the largest sigma, 0 elsewhere; components that tie share the
// vectors in proportion to the sums of their own. Notes say which of this happened.
//
// Input    two-mode, endorsements; directions are not looked at; parallel edges count once; weights
//          only if called strengths (parallels add up).
// Cost     O(edges) per step.
// Method   Borgatti and Everett (1997), doi:10.1016/S0378-8733(96)00301-2; Faust (1997),
//          doi:10.1016/S0378-8733(96)00300-0; perron.hpp has the iteration.

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/bipartite/strengths.hpp"
#include "engine/centrality/leading_vector.hpp"

namespace entente::centrality {
namespace {

// Both halves of the two-mode graph's matrix; ones of strength 0 are left out.
Matrix both_halves(const View& view) {
  const bipartite::Incidence table(view);
  const auto weights = bipartite::strengths(view, table);
  std::vector<Eigen::Triplet<double, int>> cells;
  std::size_t next = 0;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    for (const std::uint32_t j : table.row(i)) {
      const double value = weights.empty() ? 1.0 : weights[next++];
      if (value == 0) continue;
      const int row = static_cast<int>(i), column = static_cast<int>(table.actors() + j);
      cells.emplace_back(row, column, value);
      cells.emplace_back(column, row, value);
    }
  }
  Matrix b(static_cast<Eigen::Index>(view.vertex_count()),
           static_cast<Eigen::Index>(view.vertex_count()));
  b.setFromTriplets(cells.begin(), cells.end());
  return b;
}

void scale_to_length_one(std::vector<double>& x, std::size_t begin, std::size_t end) {
  const auto side = Eigen::Map<Eigen::VectorXd>(x.data() + begin, Eigen::Index(end - begin));
  const double length = side.norm();
  for (std::size_t v = begin; v < end && length > 0; ++v) x[v] /= length;
}

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const Matrix b = both_halves(view);
  const LeadingVector leading = leading_vector(b, context);
  std::vector<double> x(leading.vector.begin(), leading.vector.end());
  scale_to_length_one(x, 0, view.actor_count());
  scale_to_length_one(x, view.actor_count(), x.size());
  Outcome outcome;
  if (leading.parts == 0) {
    outcome.notes.push_back(note("A303", "the graph has no edges: every score is 0"));
  } else if (leading.covered < x.size()) {
    outcome.notes.push_back(
        note("A304", "nodes outside the component with the largest singular value have 0"));
  }
  if (leading.parts > 1) {
    outcome.notes.push_back(
        note("A305",
             "several components tie for the largest singular value; they share the "
             "vectors in proportion to their sums"));
  }
  if (!leading.exact) {
    outcome.notes.push_back(
        warning("A306", "the iteration did not settle; scores are approximate"));
  }
  outcome.tables.push_back(
      node_table(view, "Two-mode eigenvector centrality of each node",
                 {{"two_mode_eigenvector", "", "entry of the side's vector", std::move(x)}}));
  outcome.tables.push_back({"summary",
                            "The singular value of the vectors",
                            {{"singular_value", "", "", std::vector{leading.lambda}}}});
  return outcome;
}

}  // namespace

Analysis two_mode_eigenvector() {
  return {
      .method = {.id = "two-mode-eigenvector",
                 .title = "Two-mode eigenvector centrality",
                 .formula = "sigma u = A v, sigma v = A^T u, sigma the largest singular value",
                 .convention = "each side has length 1; disconnected: the component with the "
                               "largest singular value, 0 elsewhere; parallel edges count once, "
                               "unless weights are strengths",
                 .cost = "O(edges) per step",
                 .citations = {{"S. P. Borgatti and M. G. Everett (1997), Network analysis of "
                                "2-mode data, Social Networks 19",
                                "10.1016/S0378-8733(96)00301-2"},
                               {"K. Faust (1997), Centrality in affiliation networks, Social "
                                "Networks 19",
                                "10.1016/S0378-8733(96)00300-0"}}},
      .needs = {.two_mode = true, .endorsements = true, .strengths = true},
      .params = describe<NoOptions>(),
      .on_view = run};
}

}  // namespace entente::centrality
