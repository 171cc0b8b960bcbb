// SPDX-License-Identifier: Apache-2.0
// Groups in which a random walker stays: the partition with the shortest two-level code for its
// steps that many restarts find.
//
//   L = plogp(q) - 2 sum_c plogp(q_c) - sum_v plogp(p_v) + sum_c plogp(q_c + p_c), in bits
//
// Input    one-mode, undirected; parallel edges add; a loop counts twice at its node; weights only
//          if called strengths, none negative; signs are not looked at.
// Output   one group per node; the code length, that of a single group, and how many restarts came
//          within 1e-6 of the best.
// Cost     nearly O(n + m) per turn, some ten turns per restart.
// Method   graph/map_equation.hpp. Rosvall and Bergstrom (2008), doi:10.1073/pnas.0706851105
// Differs  from programs that add teleportation or more levels: the walk of igraph's
//          community_infomap jumps with chance 0.15, and its code counts those steps.
#include "engine/graph/map_equation.hpp"

#include <algorithm>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/by_effort.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/graph/grouping.hpp"

namespace entente::community {
namespace {

struct Options {
  std::int64_t restarts = 0;
  static auto fields() {
    return std::tuple{integer("restarts", &Options::restarts, 0, 1e6,
                              "independent searches; 0: by effort, 5, 20 or 100")};
  }
};

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  const QualityGraph steps = walk(view);
  const PartitionSearch searched =
      shortest_code(steps, context.rng("map-equation"),
                    {.restarts = amount(options.restarts, context.effort, {5, 20, 100}),
                     .threads = context.threads,
                     .stop = context.stop});
  auto numbers = group_numbers(view, searched.found[searched.best()]);
  const std::int64_t groups =
      numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end());
  const double of_one = code_length(steps, Groups(view.vertex_count(), 0));
  Outcome outcome;
  outcome.tables.push_back(node_table(view, "The partition with the shortest code found",
                                      {{"group", "", "1 is the largest", std::move(numbers)}}));
  outcome.tables.push_back(
      {"summary",
       "How short and how certain it is",
       {{"code_length", "bits", "per step, of the best partition",
         std::vector{-searched.value[searched.best()]}},
        {"one_group", "bits", "per step, with all nodes in one group", std::vector{of_one}},
        {"groups", "", "nodes without edges are groups of their own", std::vector{groups}},
        {"share_near_best", "", "of the restarts, within 1e-6 of the best",
         std::vector{searched.share_near_best()}},
        {"restarts", "", "", std::vector{static_cast<std::int64_t>(searched.found.size())}}}});
  if (view.edge_count() == 0) {
    outcome.notes.push_back(note("A308", "without edges every node is a group of its own"));
  }
  return outcome;
}

}  // namespace

Analysis map_equation() {
  return {
      .method = {.id = "map-equation",
                 .title = "Map equation groups (Infomap)",
                 .formula = "L = plogp(q) - 2 sum_c plogp(q_c) - sum_v plogp(p_v) + sum_c "
                            "plogp(q_c + p_c), plogp(x) = x log2 x, p_v = s_v / 2w",
                 .convention = "two levels, undirected, no teleportation; a loop counts twice at "
                               "its node; best of restarts",
                 .cost = "nearly O(n + m) per turn",
                 .citations = {{"M. Rosvall and C. T. Bergstrom (2008), Maps of random walks on "
                                "complex networks reveal community structure, PNAS 105",
                                "10.1073/pnas.0706851105"},
                               {"M. Rosvall, D. Axelsson and C. T. Bergstrom (2009), The map "
                                "equation, European Physical Journal Special Topics 178",
                                "10.1140/epjst/e2010-01179-1"}}},
      .needs = {.one_mode = true, .undirected = true, .strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::community
