// SPDX-License-Identifier: Apache-2.0
// Katz centrality: how many walks end at a node, long ones counting less.
//
//   x = alpha W^T x + beta 1          = beta * sum over k of alpha^k (walks of length k that end
//                                       at v)
//
// Input    directed or not; an undirected loop is one arc; parallel edges add; weights only where
//          they are strengths, none negative.
// Options  alpha, below 1/lambda_max; without it 0.5/lambda_max, or 0.5 where the graph has no
//          cycle (lambda_max = 0).
// Output   `nodes`: one score per node, not normalised; `summary`: the alpha that was used, and
//          lambda_max.
// Cost     O(m) per step, about 50 steps by default; near the bound sparse elimination.
// Method   Katz (1953), doi:10.1007/BF02289026; walk_sums.hpp adds the walks.
// Differs  from networkx, which divides by the length of the vector unless asked not to.

#include <fmt/format.h>

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
  double alpha = std::numeric_limits<double>::quiet_NaN();
  double beta = 1;
  static auto fields() {
    return std::tuple{
        real("alpha", &Options::alpha, 0, 1e9,
             "weight of each step, below 1/lambda_max; not given: 0.5/lambda_max, or 0.5 where "
             "lambda_max = 0"),
        real("beta", &Options::beta, -1e9, 1e9, "what every node has of its own")};
  }
};

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  const SpectralRadius radius = spectral_radius(view, context);
  const double alpha = std::isnan(options.alpha) ? radius.half_way() : options.alpha;
  if (!radius.converges(alpha)) {
    const std::string bound = number_text(1 / radius.lambda);
    return error("A383",
                 fmt::format("alpha is {}, but walks add up only below 1/lambda_max = {}",
                             number_text(alpha), bound),
                 fmt::format("choose alpha below {}", bound));
  }
  Outcome outcome;
  if (!radius.exact) {
    outcome.notes.push_back(
        warning("G111", "the iteration for lambda_max did not settle; it is approximate"));
  }
  const Eigen::VectorXd own = Eigen::VectorXd::Constant(view.vertex_count(), options.beta);
  const auto x = sum_walks(inflow_matrix(view), {alpha, radius}, own, context);
  if (!x) return x.error();
  outcome.tables.push_back(node_table(view, "Katz centrality of each node",
                                      {{"katz", "", "weighed walks that end at the node",
                                        std::vector<double>(x->begin(), x->end())}}));
  outcome.tables.push_back({"summary",
                            "What the walks were weighed with",
                            {{"alpha", "", "weight of each step", std::vector{alpha}},
                             {"lambda_max", "", "largest eigenvalue; alpha is below 1/lambda_max",
                              std::vector{radius.lambda}}}});
  return outcome;
}

}  // namespace

Analysis katz() {
  return {.method = {.id = "katz",
                     .title = "Katz centrality",
                     .formula = "x = alpha W^T x + beta 1",
                     .convention = "alpha = 0.5/lambda_max (0.5 where lambda_max = 0), beta = 1; "
                                   "not normalised; alpha from 1/lambda_max on is refused; an "
                                   "undirected loop is one arc; parallel edges add",
                     .cost = "O(m) per step, about 50 steps by default",
                     .citations = {{"L. Katz (1953), A new status index derived from sociometric "
                                    "analysis, Psychometrika 18",
                                    "10.1007/BF02289026"}}},
          .needs = {.strengths = true},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::centrality
