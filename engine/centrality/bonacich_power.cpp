// SPDX-License-Identifier: Apache-2.0
// Bonacich's power centrality: to lead to many, to those who lead to many (beta > 0), or to those
// who depend on it (beta < 0).
//
//   c = a (I - beta W)^-1 W 1         a > 0 so that the squares add up to n
//
// Input    directed (what leaves a node counts) or not; an undirected loop is one arc; parallel
//          edges add; weights only where they are strengths, none negative.
// Options  beta, negative too, 0 is the degree; without it 0.5/lambda_max, or 0.5 where the graph
//          has no cycle.
// Output   `nodes`: one score per node; `summary`: the beta and the a that were used, and
//          lambda_max.
// Cost     O(m) per step where |beta| lambda_max < 1; else elimination, where it stays sparse.
// Method   Bonacich (1987), doi:10.1086/228631; walk_sums.hpp solves.
// Differs  from igraph, whose exponent (beta) is 1 by default and which leaves loops out.

#include <cmath>
#include <limits>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/number_text.hpp"
#include "engine/centrality/walk_sums.hpp"

namespace entente::centrality {
namespace {

struct Options {
  double beta = std::numeric_limits<double>::quiet_NaN();
  static auto fields() {
    return std::tuple{real("beta", &Options::beta, -1e9, 1e9,
                           "what the others' scores count; negative: dependent partners make "
                           "strong; not given: 0.5/lambda_max, or 0.5 where lambda_max = 0")};
  }
};

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  const SpectralRadius radius = spectral_radius(view, context);
  const double beta = std::isnan(options.beta) ? radius.half_way() : options.beta;
  const Matrix outflow = inflow_matrix(view).transpose();
  const Eigen::VectorXd leaving =
      times(outflow, Eigen::VectorXd::Ones(view.vertex_count()), context);
  auto c = sum_walks(outflow, {beta, radius}, leaving, context);
  if (!c) return c.error();
  Outcome outcome;
  const double largest = c->size() == 0 ? 0 : c->cwiseAbs().maxCoeff();
  double scale = 0;
  if (largest > 0) {  // divided by the largest first: squares of large scores overflow
    scale = std::sqrt(static_cast<double>(view.vertex_count())) / (*c / largest).norm() / largest;
    *c *= scale;
  } else if (view.vertex_count() > 0) {
    outcome.notes.push_back(note("A385", "undefined: no edge has any strength, every score is 0"));
  }
  if (!radius.converges(beta)) {
    outcome.notes.push_back(
        warning("A384",
                "|beta| is not below 1/lambda_max: the scores solve the equation, but are "
                "no sum over walks"));
  }
  outcome.tables.push_back(node_table(view, "Power centrality of each node",
                                      {{"bonacich_power", "", "power; squares add up to n",
                                        std::vector<double>(c->begin(), c->end())}}));
  outcome.tables.push_back(
      {"summary",
       "What the others' scores counted",
       {{"beta", "", "weight of the others' scores", std::vector{beta}},
        {"a", "", "factor that makes the squares add up to n", std::vector{scale}},
        {"lambda_max", "", "largest eigenvalue", std::vector{radius.lambda}}}});
  return outcome;
}

}  // namespace

Analysis bonacich_power() {
  return {
      .method = {.id = "bonacich-power",
                 .title = "Bonacich power centrality",
                 .formula = "c = a (I - beta W)^-1 W 1",
                 .convention = "a > 0 so that the squares add up to n; beta = 0.5/lambda_max (0.5 "
                               "where lambda_max = 0); digraph: what leaves a node counts; an "
                               "undirected loop is one arc; parallel edges add; a singular "
                               "equation is refused",
                 .cost = "O(m) per step where |beta| lambda_max < 1, else sparse elimination",
                 .citations = {{"P. Bonacich (1987), Power and centrality: a family of measures, "
                                "American Journal of Sociology 92",
                                "10.1086/228631"}}},
      .needs = {.strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::centrality
