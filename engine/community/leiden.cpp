// SPDX-License-Identifier: Apache-2.0
// Groups of nodes that are joined more than chance joins them: the best partition of many restarts
// of Leiden, each iterated until nothing changes.
//
// Input    one-mode, directed or not; parallel edges add; weights only if called strengths, none
//          negative; an undirected loop counts twice in the strength of its node; signs are not
//          looked at. Two-mode graphs have a null model of their own: two-mode-modularity.
// Options  quality: modularity or cpm, the constant Potts model (graph/objectives.hpp);
//          resolution: gamma of either.
// Output   one group per node; the quality and how many restarts came within 1e-6 of it.
// Cost     nearly O(n + m) per iteration, some ten iterations per restart.
// Method   graph/leiden.hpp. Traag, Waltman and van Eck (2019), doi:10.1038/s41598-019-41695-z
#include <algorithm>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/by_effort.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/graph/grouping.hpp"
#include "engine/graph/leiden_search.hpp"
#include "engine/graph/objectives.hpp"

namespace entente::community {
namespace {

struct Options {
  std::string quality = "modularity";
  double resolution = 1;
  std::int64_t restarts = 0;
  static auto fields() {
    return std::tuple{choice("quality", &Options::quality, {"modularity", "cpm"},
                             "what is maximised; cpm: the constant Potts model"),
                      real("resolution", &Options::resolution, 0, 1e9,
                           "gamma: larger values give smaller groups"),
                      integer("restarts", &Options::restarts, 0, 1e6,
                              "independent searches; 0: by effort, 5, 20 or 100")};
  }
};

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  const Objective objective = options.quality == "cpm" ? constant_potts(view, options.resolution)
                                                       : modularity(view, options.resolution);
  const PartitionSearch searched =
      search(objective, context.rng("leiden"),
             {.restarts = amount(options.restarts, context.effort, {5, 20, 100}),
              .threads = context.threads,
              .stop = context.stop});
  auto numbers = group_numbers(view, searched.found[searched.best()]);
  const std::int64_t groups =
      numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end());
  Outcome outcome;
  outcome.tables.push_back(node_table(view, "The best partition found",
                                      {{"group", "", "1 is the largest", std::move(numbers)}}));
  outcome.tables.push_back(
      {"summary",
       "How good and how certain it is",
       {{"quality", "", "of the best partition", std::vector{searched.value[searched.best()]}},
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

Analysis leiden() {
  return {
      .method = {.id = "leiden",
                 .title = "Leiden groups",
                 .formula = "modularity (1/2w) sum (W_uv - gamma s_u s_v / 2w), directed (1/w) "
                            "sum (W_uv - gamma out_u in_v / w), over pairs of one group; cpm "
                            "sum over groups of (e_c - gamma n_c (n_c - 1) / 2)",
                 .convention = "modularity and gamma = 1 by default; best of restarts; an "
                               "undirected loop counts twice; directed cpm expects gamma "
                               "n_c (n_c - 1)",
                 .cost = "nearly O(n + m) per iteration",
                 .citations = {{"V. A. Traag, L. Waltman and N. J. van Eck (2019), From Louvain "
                                "to Leiden: guaranteeing well-connected communities, Scientific "
                                "Reports 9",
                                "10.1038/s41598-019-41695-z"},
                               {"E. A. Leicht and M. E. J. Newman (2008), Community structure "
                                "in directed networks, Physical Review Letters 100",
                                "10.1103/PhysRevLett.100.118703"},
                               {"V. A. Traag, P. Van Dooren and Y. Nesterov (2011), Narrow "
                                "scope for resolution-limit-free community detection, Physical "
                                "Review E 84",
                                "10.1103/PhysRevE.84.016114"}}},
      .needs = {.one_mode = true, .strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::community
