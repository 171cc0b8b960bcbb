// SPDX-License-Identifier: Apache-2.0
// Two-mode degree: the share of the items that an actor endorses, and of the actors that endorse an
// item.
//
//   actor i: k_i / items        item j: d_j / actors
//
// Input    two-mode, endorsements; parallel edges count once; weights and directions are not looked
//          at.
// Output   one share per node; 0 where the other side is empty.
// Cost     O(n + m).
// Mask     degrees use the cells that are there: the sizes of the sides are those of the table.
//          Borgatti and Everett (1997), doi:10.1016/S0378-8733(96)00301-2
#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/bipartite/incidence.hpp"

namespace entente::centrality {
namespace {

Expected<Outcome> run(const View& view, const Params&, const Context&) {
  const bipartite::Incidence table(view);
  std::vector<double> shares;
  const auto add = [&](std::uint32_t degree, std::uint32_t other_side) {
    shares.push_back(other_side == 0 ? 0.0 : double(degree) / double(other_side));
  };
  for (std::uint32_t i = 0; i < table.actors(); ++i) add(table.row_sum(i), table.items());
  for (std::uint32_t j = 0; j < table.items(); ++j) add(table.column_sum(j), table.actors());
  return Outcome{
      {node_table(view, "Two-mode degree of each node",
                  {{"two_mode_degree", "", "share of the other side", std::move(shares)}})},
      {}};
}

}  // namespace

Analysis two_mode_degree() {
  return {.method = {.id = "two-mode-degree",
                     .title = "Two-mode degree",
                     .formula = "k_i / items for an actor, d_j / actors for an item",
                     .convention = "divided by the size of the other side; parallel edges count "
                                   "once; weights are not looked at",
                     .cost = "O(n + m)",
                     .citations = {{"Borgatti and Everett 1997, Network analysis of 2-mode data",
                                    "10.1016/S0378-8733(96)00301-2"}}},
          .needs = {.two_mode = true, .endorsements = true},
          .params = describe<NoOptions>(),
          .on_view = run};
}

}  // namespace entente::centrality
