// SPDX-License-Identifier: Apache-2.0
// Two-mode betweenness: shares of shortest paths through a node, against the most that a node of
// its side can have.
//
//   b(v) / bmax,  bmax = 1/2 [ m^2 (s+1)^2 + m (s+1)(2t - s - 1) - t (2s - t + 3) ]
//
// n nodes on the side of v, m on the other; s = (n-1) div m, t = (n-1) mod m; b(v) over unordered
// pairs of other nodes of either side. 0 where bmax = 0.
//
// Input    two-mode, endorsements; directions are not looked at; parallel edges are one; weights
//          only where they are distances.
// Cost     O((n + m) edges).
// Method   Borgatti and Everett (1997), doi:10.1016/S0378-8733(96)00301-2
#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/centrality/betweenness_sums.hpp"
#include "engine/graph/undirected.hpp"

namespace entente::centrality {
namespace {

double largest_possible(std::uint32_t own_side, std::uint32_t other_side) {
  if (own_side == 0 || other_side == 0) return 0;
  const double m = other_side;
  const std::uint32_t quotient = (own_side - 1) / other_side;
  const double s = quotient, t = (own_side - 1) % other_side;
  return (m * m * (s + 1) * (s + 1) + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2;
}

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  if (const auto problem = bad_distances(view)) return *problem;
  auto score = betweenness_sums(undirected(view), context);
  const double of_actor = largest_possible(view.actor_count(), view.item_count());
  const double of_item = largest_possible(view.item_count(), view.actor_count());
  for (Vertex v = 0; v < score.size(); ++v) {
    const double largest = v < view.actor_count() ? of_actor : of_item;
    score[v] = largest == 0 ? 0 : score[v] / largest;
  }
  return Outcome{{node_table(view, "Two-mode betweenness of each node",
                             {{"two_mode_betweenness", "", "share of the largest that can be",
                               std::move(score)}})},
                 {}};
}

}  // namespace

Analysis two_mode_betweenness() {
  return {
      .method = {.id = "two-mode-betweenness",
                 .title = "Two-mode betweenness",
                 .formula = "b(v) / bmax, bmax = 1/2 [m^2 (s+1)^2 + m (s+1)(2t-s-1) - "
                            "t (2s-t+3)], s = (n-1) div m, t = (n-1) mod m",
                 .convention = "unordered pairs of nodes of either side; divided by the largest "
                               "value that a node of the side can have; 0 where that is 0; "
                               "parallel edges are one; directions are not looked at",
                 .cost = "O((n + m) edges)",
                 .citations = {{"S. P. Borgatti and M. G. Everett (1997), Network analysis of "
                                "2-mode data, Social Networks 19",
                                "10.1016/S0378-8733(96)00301-2"}}},
      .needs = {.two_mode = true, .endorsements = true, .distances = true},
      .params = describe<NoOptions>(),
      .on_view = run};
}

}  // namespace entente::centrality
