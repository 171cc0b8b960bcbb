// SPDX-License-Identifier: Apache-2.0
// Butterflies: pairs of actors that share pairs of items.
//
//   total = sum over pairs of actors of C(shared items, 2)
//
// Input    two-mode, endorsements; directions and weights are not looked at; parallel edges count
//          once.
// Output   `total`: how many; `nodes`: how many each node is part of.
// Mask     counts what is there.
// Cost     the sum of the squared degrees of the side where that is smaller.
// Method   Wang, Fu and Cheng (2014), Rectangle counting in large bipartite graphs
#include "engine/bipartite/butterflies.hpp"

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"

namespace entente::structure {
namespace {

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  const auto found =
      bipartite::butterflies(bipartite::Incidence(view), context.threads, context.stop);
  std::vector<std::int64_t> of_node(found.of_node.begin(), found.of_node.end());
  Outcome outcome;
  outcome.tables.push_back({"total",
                            "Butterflies of the graph",
                            {{"butterflies", "", "pairs of actors that share a pair of items",
                              std::vector{static_cast<std::int64_t>(found.total)}}}});
  outcome.tables.push_back(
      node_table(view, "Butterflies of each node",
                 {{"butterflies", "", "that the node is part of", std::move(of_node)}}));
  return outcome;
}

}  // namespace

Analysis butterflies() {
  return {.method = {.id = "butterflies",
                     .title = "Butterflies",
                     .formula = "sum over pairs of actors of C(shared items, 2)",
                     .convention = "parallel edges count once; each butterfly counts once in the "
                                   "total and once for each of its four nodes",
                     .cost = "the sum of the squared degrees of one side",
                     .citations = {{"J. Wang, A. W.-C. Fu and J. Cheng (2014), Rectangle counting "
                                    "in large bipartite graphs, IEEE BigData Congress",
                                    ""}}},
          .needs = {.two_mode = true, .endorsements = true},
          .params = describe<NoOptions>(),
          .on_view = run};
}

}  // namespace entente::structure
