// SPDX-License-Identifier: Apache-2.0
// Two-mode closeness: how near a node is to all others, against the nearest that its side can be.
//
//   c(v) = (m + 2(n-1)) / S * r / (n + m - 1)
//
// n nodes on the side of v, m on the other; r others within reach, S the sum of their distances.
// In a connected graph the last factor is 1, and c(v) = 1 where v is joined to the whole other
// side. 0 where r = 0.
//
// Input    two-mode, endorsements; directions are not looked at; weights only where they are
//          distances.
// Cost     O((n + m) edges).
// Method   Borgatti and Everett (1997), doi:10.1016/S0378-8733(96)00301-2
#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/source_loop.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/scratch.hpp"
#include "engine/base/sum.hpp"
#include "engine/graph/traverse.hpp"
#include "engine/graph/undirected.hpp"

namespace entente::centrality {
namespace {

double closeness_of(const Search& search, double own_side, double other_side) {
  const auto others = search.reached().subspan(1);
  if (others.empty()) return 0;
  Sum sum;
  for (const Vertex u : others) sum += search.distance(u);
  const double nearest = other_side + 2 * (own_side - 1);
  return nearest / sum.value() * (double(others.size()) / (own_side + other_side - 1));
}

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  if (const auto problem = bad_distances(view)) return *problem;
  const PathGraph paths(undirected(view), PathDirection::along);
  const double actors = view.actor_count(), items = view.item_count();
  std::vector<double> score(view.vertex_count());
  ScratchPool<Search> searches([&] { return Search(paths); });
  for_sources(context, {.step = "two-mode-closeness", .count = view.vertex_count(), .slots = 64},
              [&](std::uint32_t, Vertex begin, Vertex end) {
                searches.with([&](Search& search) {
                  for (Vertex v = begin; v < end; ++v) {
                    context.check_stop();
                    search.from(v);
                    score[v] = v < view.actor_count() ? closeness_of(search, actors, items)
                                                      : closeness_of(search, items, actors);
                  }
                });
              });
  return Outcome{{node_table(view, "Two-mode closeness of each node",
                             {{"two_mode_closeness", "", "share of the largest that can be",
                               std::move(score)}})},
                 {}};
}

}  // namespace

Analysis two_mode_closeness() {
  return {.method = {.id = "two-mode-closeness",
                     .title = "Two-mode closeness",
                     .formula = "(m + 2(n-1)) / S * r / (n + m - 1); n nodes on the own side, m on "
                                "the other, r others within reach, S the sum of their distances",
                     .convention = "disconnected: distances to those within reach, times their "
                                   "share; directions are not looked at",
                     .cost = "O((n + m) edges)",
                     .citations = {{"S. P. Borgatti and M. G. Everett (1997), Network analysis of "
                                    "2-mode data, Social Networks 19",
                                    "10.1016/S0378-8733(96)00301-2"}}},
          .needs = {.two_mode = true, .endorsements = true, .distances = true},
          .params = describe<NoOptions>(),
          .on_view = run};
}

}  // namespace entente::centrality
