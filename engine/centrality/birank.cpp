// SPDX-License-Identifier: Apache-2.0
// BiRank: actors rank high by items that rank high, and the other way round.
//
//   u = beta S p + (1 - beta) u0      S = D_u^-1/2 A D_p^-1/2
//   p = alpha S^T u + (1 - alpha) p0  u0, p0 uniform, each adding up to 1
//
// Input    two-mode, endorsements; directions are not looked at; parallel edges count once; weights
//          only if called strengths (parallels add up). A degree of 0 counts as 1 in D.
// Output   one score per node of either side.
// Cost     O(edges) per round; the error shrinks by alpha beta each round, and rounds run until
//          that is below 1e-17.
// Method   He, Gao, Kan and Wang (2017), doi:10.1109/TKDE.2016.2611584
#include <cmath>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/bipartite/strengths.hpp"

namespace entente::centrality {
namespace {

struct Options {
  double alpha = 0.85, beta = 0.85;
  static auto fields() {
    return std::tuple{
        real("alpha", &Options::alpha, 0, 0.999, "what an item takes from its actors"),
        real("beta", &Options::beta, 0, 0.999, "what an actor takes from its items")};
  }
};

// The ones of the table with their cells of S.
struct Cell {
  std::uint32_t actor, item;
  double value;
};

std::vector<Cell> normalized_cells(const View& view) {
  const bipartite::Incidence table(view);
  const auto weights = bipartite::strengths(view, table);
  std::vector<Cell> cells;
  std::vector<double> actor_degree(table.actors(), 0), item_degree(table.items(), 0);
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    for (const std::uint32_t j : table.row(i)) {
      const double value = weights.empty() ? 1.0 : weights[cells.size()];
      cells.push_back({i, j, value});
      actor_degree[i] += value;
      item_degree[j] += value;
    }
  }
  for (Cell& cell : cells) {  // a cell of strength 0 stays 0
    if (cell.value > 0) {
      cell.value /= std::sqrt(actor_degree[cell.actor]) * std::sqrt(item_degree[cell.item]);
    }
  }
  return cells;
}

// Rounds until alpha beta to that power is lost in the last bit.
int rounds(const Options& options) {
  const double shrink = options.alpha * options.beta;
  return shrink == 0 ? 2 : 2 + static_cast<int>(std::log(1e-17) / std::log(shrink));
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  const auto cells = normalized_cells(view);
  const std::uint32_t actors = view.actor_count(), items = view.item_count();
  const double u0 = actors == 0 ? 0 : 1.0 / actors, p0 = items == 0 ? 0 : 1.0 / items;
  std::vector<double> u(actors, u0), p(items, p0);
  for (int round = rounds(options); round > 0; --round) {
    context.check_stop();
    std::fill(p.begin(), p.end(), 0.0);
    for (const Cell& cell : cells) p[cell.item] += cell.value * u[cell.actor];
    for (double& value : p) value = options.alpha * value + (1 - options.alpha) * p0;
    std::fill(u.begin(), u.end(), 0.0);
    for (const Cell& cell : cells) u[cell.actor] += cell.value * p[cell.item];
    for (double& value : u) value = options.beta * value + (1 - options.beta) * u0;
  }
  u.insert(u.end(), p.begin(), p.end());
  return Outcome{{node_table(view, "BiRank of each node",
                             {{"birank", "", "rank among the nodes of its side", std::move(u)}})},
                 {}};
}

}  // namespace

Analysis birank() {
  return {
      .method = {.id = "birank",
                 .title = "BiRank",
                 .formula = "u = beta S p + (1-beta) u0, p = alpha S^T u + (1-alpha) p0, "
                            "S = D_u^-1/2 A D_p^-1/2",
                 .convention = "u0 and p0 uniform, each adding up to 1; a degree of 0 counts as "
                               "1; parallel edges count once, unless weights are strengths",
                 .cost = "O(edges) per round, about 120 rounds by default",
                 .citations = {{"X. He, M. Gao, M.-Y. Kan and D. Wang (2017), BiRank: towards "
                                "ranking on bipartite graphs, IEEE TKDE 29",
                                "10.1109/TKDE.2016.2611584"}}},
      .needs = {.two_mode = true, .endorsements = true, .strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::centrality
