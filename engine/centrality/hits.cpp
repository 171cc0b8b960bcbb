// SPDX-License-Identifier: Apache-2.0
// HITS: good hubs point to good authorities, and good authorities are pointed to by good hubs.
//
//   sigma hub = W authority,  sigma authority = W^T hub      the first singular vectors of W
//
// Each vector adds up to 1. Hubs and authorities are the two sides of a two-mode graph whose edges
// are the arcs; the vectors are unique unless parts of that graph tie for sigma. Then they share
// the vectors in proportion to their sums, which treats both sides alike, and a note says so. An
// undirected bipartite graph always is such a case; its hubs and authorities come out as its
// eigenvector.
//
// Input    directed or not (hub = authority); an undirected loop is one arc; parallel edges add;
//          weights only where they are strengths, none negative.
// Output   `nodes`: hub and authority of each node; `summary`: sigma, and how many parts tie.
// Cost     O(m) per step.
// Method   Kleinberg (1999), doi:10.1145/324133.324140; perron.hpp has the iteration.

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/centrality/leading_vector.hpp"

namespace entente::centrality {
namespace {

// Row u is u as a hub, row n + v is v as an authority.
Matrix hubs_and_authorities(const View& view) {
  const Matrix inflow = inflow_matrix(view);
  const auto n = static_cast<int>(inflow.rows());
  std::vector<Eigen::Triplet<double, int>> cells;
  for (int v = 0; v < n; ++v) {
    for (Matrix::InnerIterator arc(inflow, v); arc; ++arc) {
      const int u = static_cast<int>(arc.col());
      cells.emplace_back(u, n + v, arc.value());
      cells.emplace_back(n + v, u, arc.value());
    }
  }
  Matrix both(2 * Eigen::Index{n}, 2 * Eigen::Index{n});
  both.setFromTriplets(cells.begin(), cells.end());
  return both;
}

std::vector<double> adding_up_to_one(const Eigen::VectorXd& x) {
  const double sum = x.sum();
  std::vector<double> shares(x.begin(), x.end());
  for (double& share : shares) share = sum > 0 ? share / sum : 0;
  return shares;
}

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const LeadingVector leading = leading_vector(hubs_and_authorities(view), context);
  Outcome outcome;
  if (view.vertex_count() > 0 && leading.parts == 0) {
    outcome.notes.push_back(note("A386", "undefined: the graph has no edges, every score is 0"));
  } else if (leading.covered < leading.joined) {
    outcome.notes.push_back(
        note("A387",
             "only hubs and authorities of the part with the largest singular value have "
             "scores, the others have 0"));
  }
  if (leading.parts > 1) {
    outcome.notes.push_back(
        note("A388",
             "not unique: the two largest singular values are equal; the parts that tie "
             "share the vectors in proportion to their sums"));
  }
  if (!leading.exact) {
    outcome.notes.push_back(
        warning("G111", "the iteration did not settle; scores are approximate"));
  }
  const auto n = static_cast<Eigen::Index>(view.vertex_count());
  outcome.tables.push_back(node_table(
      view, "Hubs and authorities",
      {{"hub", "", "share of pointing to authorities", adding_up_to_one(leading.vector.head(n))},
       {"authority", "", "share of being pointed to by hubs",
        adding_up_to_one(leading.vector.tail(n))}}));
  outcome.tables.push_back(
      {"summary",
       "The singular value of the vectors",
       {{"singular_value", "", "the largest of W", std::vector{leading.lambda}},
        {"tied", "", "parts of the graph that have it; more than 1: not unique",
         std::vector{static_cast<std::int64_t>(leading.parts)}}}});
  return outcome;
}

}  // namespace

Analysis hits() {
  return {
      .method = {.id = "hits",
                 .title = "HITS: hubs and authorities",
                 .formula = "sigma hub = W authority, sigma authority = W^T hub, sigma the "
                            "largest singular value",
                 .convention = "each adds up to 1, not negative; parts that tie for sigma share "
                               "the vectors in proportion to their sums; an undirected loop is "
                               "one arc; parallel edges add",
                 .cost = "O(m) per step",
                 .citations = {{"J. M. Kleinberg (1999), Authoritative sources in a "
                                "hyperlinked environment, Journal of the ACM 46",
                                "10.1145/324133.324140"}}},
      .needs = {.strengths = true},
      .params = describe<NoOptions>(),
      .on_view = run};
}

}  // namespace entente::centrality
