// SPDX-License-Identifier: Apache-2.0
// Coalitions of actors and the items that bind them: the partition with the largest two-mode
// modularity that many restarts find.
//
//   Q_B = (1/m) sum over cells (i, j) of one group of (a_ij - k_i d_j / m)
//
// Input    two-mode, endorsements; the yes and no items of a roll call are columns of their own;
//          parallel edges count once; weights only if called strengths (parallels add up).
// Output   one group per node; Q_B, how many restarts came within 1e-6 of it, and the different
//          partitions that did.
// Mask     k_i d_j / m becomes r_i c_j on known cells and 0 elsewhere, with the same sums.
// Method   bipartite/barber.hpp. Barber (2007), doi:10.1103/PhysRevE.76.066102
// Differs  from one-mode modularity of the same graph, whose null joins actors to actors.
#include "engine/analysis/analysis.hpp"
#include "engine/analysis/by_effort.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/bipartite/barber.hpp"
#include "engine/bipartite/strengths.hpp"
#include "engine/graph/grouping.hpp"

namespace entente::community {
namespace {

struct Options {
  std::int64_t restarts = 0;
  static auto fields() {
    return std::tuple{integer("restarts", &Options::restarts, 0, 1e6,
                              "independent searches; 0: by effort, 10, 50 or 200")};
  }
};

Table near_best_table(const View& view, const std::vector<Groups>& partitions) {
  std::vector<Vertex> nodes;
  std::vector<std::int64_t> partition, group;
  for (std::size_t p = 0; p < partitions.size(); ++p) {
    const auto numbers = group_numbers(view, partitions[p]);
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
      nodes.push_back(v);
      partition.push_back(static_cast<std::int64_t>(p) + 1);
      group.push_back(numbers[v]);
    }
  }
  return {"near_best",
          "The different partitions within 1e-6 of the best",
          {{"node", "", "", std::move(nodes)},
           {"partition", "", "1 is the best", std::move(partition)},
           {"group", "", "by size in its partition", std::move(group)}}};
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  const bipartite::Incidence table(view);
  const std::vector<double> weights = bipartite::strengths(view, table);
  const auto model =
      bipartite::barber_model(table, bipartite::expectation(table, weights, context.stop), weights);
  const std::uint32_t restarts = amount(options.restarts, context.effort, {10, 50, 200});
  const auto best =
      bipartite::maximise(model, context.rng("two-mode-modularity"),
                          {.restarts = restarts, .threads = context.threads, .stop = context.stop});
  Outcome outcome;
  outcome.tables.push_back(
      node_table(view, "The best partition found",
                 {{"group", "", "1 is the largest", group_numbers(view, best.groups)}}));
  const auto count = [](std::size_t n) { return std::vector<std::int64_t>{std::int64_t(n)}; };
  outcome.tables.push_back(
      {"summary",
       "How good and how certain it is",
       {{"modularity", "", "Barber's Q of the best partition", std::vector{best.modularity}},
        {"groups", "", "nodes without edges are groups of their own", count(best.group_count)},
        {"share_near_best", "", "of the restarts, within 1e-6 of the best",
         std::vector{best.share_near_best}},
        {"near_best", "", "different partitions among them", count(best.near_best.size())},
        {"restarts", "", "", count(restarts)}}});
  outcome.tables.push_back(near_best_table(view, best.near_best));
  if (model.total == 0) {
    outcome.notes.push_back(note("A302", "without edges there is no modularity; 0 stands for it"));
  }
  return outcome;
}

}  // namespace

Analysis two_mode_modularity() {
  return {
      .method = {.id = "two-mode-modularity",
                 .title = "Two-mode modularity groups",
                 .formula = "Q_B = (1/m) sum_ij (a_ij - k_i d_j / m) [g_i = h_j]",
                 .convention = "Barber's null; with cells that could not be seen, e_ij = r_i c_j "
                               "on known cells; parallel edges count once; best of restarts",
                 .cost = "O(actors items groups) per climb, a few dozen climbs per restart",
                 .citations = {{"Barber 2007, Modularity and community detection in bipartite "
                                "networks",
                                "10.1103/PhysRevE.76.066102"},
                               {"Beckett 2016, Improved community detection in weighted "
                                "bipartite networks",
                                "10.1098/rsos.140536"},
                               {"Traag, Waltman and van Eck 2019, From Louvain to Leiden",
                                "10.1038/s41598-019-41695-z"}}},
      .needs = {.two_mode = true,
                .endorsements = true,
                .default_weight_role = WeightRole::ignore,
                .strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::community
