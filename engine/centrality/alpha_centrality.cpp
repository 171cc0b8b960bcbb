// SPDX-License-Identifier: Apache-2.0
// Alpha centrality: a node has something of its own, and a share of what those have who point to
// it.
//
//   x = alpha W^T x + e
//
// Input    directed or not; an undirected loop is one arc; parallel edges add; weights only where
//          they are strengths, none negative.
// Options  alpha, negative too; without it 0.5/lambda_max, or 0.5 where the graph has no cycle.
//          exogenous gives e; without it e is 1 for every node.
// Output   `nodes`: one score per node, not normalised; `summary`: the alpha that was used, and
//          lambda_max.
// Cost     O(m) per step where |alpha| lambda_max < 1; else elimination, where it stays sparse.
// Method   Bonacich and Lloyd (2001), doi:10.1016/S0378-8733(01)00038-7; walk_sums.hpp solves.
// Differs  from igraph, whose alpha is 1 by default and which leaves loops out.

#include <cmath>
#include <limits>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/node_values.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/number_text.hpp"
#include "engine/centrality/walk_sums.hpp"

namespace entente::centrality {
namespace {

struct Options {
  double alpha = std::numeric_limits<double>::quiet_NaN();
  FileTable exogenous;
  static auto fields() {
    return std::tuple{
        real("alpha", &Options::alpha, -1e9, 1e9,
             "share that goes on; not given: 0.5/lambda_max, or 0.5 where lambda_max = 0"),
        file("exogenous", &Options::exogenous, "node,value",
             "e, what each node has of its own; nodes not listed get 0 (default: 1 for all)")};
  }
};

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  std::vector<double> own(view.vertex_count(), 1);
  if (options.exogenous) {
    auto given = node_values(view, *options.exogenous);
    if (!given) return given.error();
    own = *std::move(given);
  }
  const SpectralRadius radius = spectral_radius(view, context);
  const double alpha = std::isnan(options.alpha) ? radius.half_way() : options.alpha;
  const Eigen::VectorXd e =
      Eigen::Map<const Eigen::VectorXd>(own.data(), static_cast<Eigen::Index>(own.size()));
  const auto x = sum_walks(inflow_matrix(view), {alpha, radius}, e, context);
  if (!x) return x.error();
  Outcome outcome;
  if (!radius.converges(alpha)) {
    outcome.notes.push_back(
        warning("A384",
                "alpha is not below 1/lambda_max: the scores solve the equation, but are "
                "no sum over walks and may be negative"));
  }
  outcome.tables.push_back(node_table(view, "Alpha centrality of each node",
                                      {{"alpha_centrality", "", "what the node has and gets",
                                        std::vector<double>(x->begin(), x->end())}}));
  outcome.tables.push_back(
      {"summary",
       "The share that went on",
       {{"alpha", "", "share of a score that goes on", std::vector{alpha}},
        {"lambda_max", "", "largest eigenvalue", std::vector{radius.lambda}}}});
  return outcome;
}

}  // namespace

Analysis alpha_centrality() {
  return {
      .method = {.id = "alpha-centrality",
                 .title = "Alpha centrality",
                 .formula = "x = alpha W^T x + e",
                 .convention = "alpha = 0.5/lambda_max (0.5 where lambda_max = 0), e = 1 for every "
                               "node; not normalised; an undirected loop is one arc; parallel "
                               "edges add; a singular equation is refused",
                 .cost = "O(m) per step where |alpha| lambda_max < 1, else sparse elimination",
                 .citations = {{"P. Bonacich and P. Lloyd (2001), Eigenvector-like measures of "
                                "centrality for asymmetric relations, Social Networks 23",
                                "10.1016/S0378-8733(01)00038-7"}}},
      .needs = {.strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::centrality
