// SPDX-License-Identifier: Apache-2.0
// Betweenness: how many shortest paths between others pass through a node.
//
//   b(v) = sum over pairs s != v != t of sigma_st(v) / sigma_st
//
// Pairs are unordered in an undirected graph and ordered in a directed one; a path's ends are not
// between. normalized: divided by the number of pairs, (n-1)(n-2)/2 or (n-1)(n-2); 0 for n < 3.
//
// Input    directed or not, connected or not; parallel edges are one edge (the shortest of them),
//          or with `parallels` = each as many ways to go as there are shortest ones; loops change
//          nothing; weights only where they are distances.
// Output   one real per node.
// Cost     O(nm), with distances O(nm + n^2 log n).
// Method   Brandes (2001), doi:10.1080/0022250X.2001.9990249
// Differs  by default from igraph, which counts parallel edges as paths of their own.

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/centrality/betweenness_sums.hpp"

namespace entente::centrality {
namespace {

struct Options {
  bool normalized = false;
  std::string parallels = "one";
  static auto fields() {
    return std::tuple{
        flag("normalized", &Options::normalized, "divide by the number of pairs of other nodes"),
        choice("parallels", &Options::parallels, {"one", "each"},
               "one: parallel edges are one way to go; each: as many as there are")};
  }
};

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_distances(view)) return *problem;
  const auto options = bind<Options>(params);
  auto score = betweenness_sums(view, context,
                                options.parallels == "each" ? Parallels::each : Parallels::one);
  const double others = view.vertex_count() - 1.0;
  if (options.normalized && view.vertex_count() > 2) {
    const double pairs = others * (others - 1) / (view.directed() ? 1 : 2);
    for (double& value : score) value /= pairs;
  }
  return Outcome{{node_table(view, "Betweenness of each node",
                             {{"betweenness", "", "shares of shortest paths through the node",
                               std::move(score)}})},
                 {}};
}

}  // namespace

Analysis betweenness() {
  return {
      .method = {.id = "betweenness",
                 .title = "Betweenness",
                 .formula = "b(v) = sum over pairs s != v != t of sigma_st(v)/sigma_st",
                 .convention = "unordered pairs in undirected graphs, ordered ones in directed "
                               "graphs; ends excluded; not normalised by default; parallel "
                               "edges are one edge, or with `parallels` = each as many "
                               "ways to go",
                 .cost = "O(n m); with distances O(n m + n^2 log n)",
                 .citations = {{"L. C. Freeman (1977), A set of measures of centrality based on "
                                "betweenness, Sociometry 40",
                                "10.2307/3033543"},
                               {"U. Brandes (2001), A faster algorithm for betweenness "
                                "centrality, Journal of Mathematical Sociology 25",
                                "10.1080/0022250X.2001.9990249"}}},
      .needs = {.distances = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::centrality
