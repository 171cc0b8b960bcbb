// SPDX-License-Identifier: Apache-2.0
// The groups on which many restarts of the search agree.
//
//   D_uv = share of the partitions in which u and v share a group; below tau: 0
//   again: partitions of the graph with the weights D, until all of them are the same
//
// Input    two-mode: endorsements, as two-mode-modularity reads them; one-mode: as leiden does. The
//          first partitions are theirs; D is one-mode, and its partitions are Leiden's.
// Output   one group per node, and how often its company (two-mode: the actors of its group) was
//          with it in the first partitions.
// Mask     as two-mode-modularity.
// Cost     partitions x a search, and the sum of the squared sizes of the groups, per round.
// Method   Lancichinetti and Fortunato (2012), doi:10.1038/srep00336
#include <algorithm>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/by_effort.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/bipartite/barber.hpp"
#include "engine/bipartite/strengths.hpp"
#include "engine/graph/co_assignment.hpp"
#include "engine/graph/grouping.hpp"
#include "engine/graph/leiden_search.hpp"

namespace entente::community {
namespace {

constexpr std::uint64_t most_pairs = std::uint64_t{1} << 26;  // 1 GiB

struct Options {
  std::int64_t restarts = 0, most_rounds = 50;
  double tau = 0.5, resolution = 1;
  static auto fields() {
    return std::tuple{
        integer("restarts", &Options::restarts, 0, 1e6,
                "partitions of each round; 0: by effort, 10, 50 or 200"),
        real("tau", &Options::tau, 0, 1, "pairs that share a group less often are not joined"),
        integer("most_rounds", &Options::most_rounds, 1, 1e6, "give up after this many"),
        real("resolution", &Options::resolution, 0, 1e9,
             "gamma of the first round: larger values give smaller groups")};
  }
};

// What is maximised in the data, and what its restarts find.
struct First {
  Objective objective;
  std::vector<Groups> partitions;
};

First first_round(const View& view, const Options& options, std::uint32_t restarts,
                  const Context& context) {
  const Rng rng = context.rng("consensus").split(0);
  if (!view.two_mode()) {
    Objective objective = modularity(view, options.resolution);
    auto found = search(objective, rng,
                        {.restarts = restarts, .threads = context.threads, .stop = context.stop});
    return {std::move(objective), std::move(found.found)};
  }
  const bipartite::Incidence table(view);
  const auto weights = bipartite::strengths(view, table);
  auto expected = bipartite::expectation(table, weights, context.stop);
  for (double& row : expected.row) row *= options.resolution;
  auto model = bipartite::barber_model(table, expected, weights);
  auto found = bipartite::search(
      model, rng, {.restarts = restarts, .threads = context.threads, .stop = context.stop});
  const double scale = model.total == 0 ? 0 : 1 / model.total;
  return {{std::move(model.graph), scale, 0}, std::move(found.found)};
}

// Modularity of the graph with the weights D.
Objective modularity_of(const std::vector<std::vector<Company>>& together) {
  Objective objective;
  QualityGraph& graph = objective.graph;
  double total = 0;
  for (const auto& row : together) {
    double strength = 0;
    for (const Company& other : row) {
      graph.neighbour.push_back(other.vertex);
      graph.weight.push_back(2 * other.share);  // W_uv + W_vu
      strength += other.share;
    }
    graph.begin.push_back(graph.neighbour.size());
    graph.loop.push_back(0);
    graph.p.push_back(strength);
    graph.q.push_back(strength);
    total += strength;
  }
  if (total > 0) {
    for (double& p : graph.p) p /= total;
  }
  objective.scale = total > 0 ? 1 / total : 0;
  return objective;
}

bool all_the_same(std::vector<Groups>& partitions) {
  for (Groups& partition : partitions) renumber(partition);
  return std::all_of(partitions.begin(), partitions.end(),
                     [&](const Groups& p) { return p == partitions.front(); });
}

// How many pairs share a group in some partition, at most.
std::uint64_t pairs_in(const std::vector<Groups>& partitions) {
  std::uint64_t most = 0;
  for (const Groups& partition : partitions) {
    std::vector<std::uint64_t> size(partition.size() + 1, 0);
    std::uint64_t pairs = 0;
    for (const std::uint32_t g : partition) pairs += 2 * size[g]++;
    most = std::max(most, pairs);
  }
  return most;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  const std::uint32_t restarts = amount(options.restarts, context.effort, {10, 50, 200});
  const First first = first_round(view, options, restarts, context);
  if (pairs_in(first.partitions) > most_pairs) {
    return error("A360", "the groups are too large to count every pair of their nodes",
                 "a larger --resolution gives smaller groups");
  }
  std::vector<Groups> partitions = first.partitions;
  std::int64_t rounds = 1;
  bool agreed = all_the_same(partitions);
  for (; !agreed && rounds < options.most_rounds; ++rounds) {
    const auto together = co_assignment(partitions, options.tau, context.threads, context.stop);
    partitions =
        search(modularity_of(together), context.rng("consensus").split(std::uint64_t(rounds)),
               {.restarts = restarts, .threads = context.threads, .stop = context.stop})
            .found;
    agreed = all_the_same(partitions);
  }
  const Groups& groups = partitions.front();
  const Stability firm =
      stability(groups, first.partitions,
                {.witnesses = view.two_mode() ? view.actor_count() : view.vertex_count(),
                 .threads = context.threads,
                 .stop = context.stop});
  double best = 0;
  for (const Groups& partition : first.partitions) {
    const double reached = first.objective.value(partition);
    best = &partition == &first.partitions.front() ? reached : std::max(best, reached);
  }
  auto numbers = group_numbers(view, groups);
  const std::int64_t count =
      numbers.empty() ? 0 : *std::max_element(numbers.begin(), numbers.end());
  Outcome outcome;
  outcome.tables.push_back(
      node_table(view, "The groups on which the restarts agree",
                 {{"group", "", "1 is the largest", std::move(numbers)},
                  {"co_assignment", "", "mean share of the first partitions its company is with it",
                   firm.inside}}));
  outcome.tables.push_back(
      {"summary",
       "How they came to agree",
       {{"groups", "", "nodes that are joined to nobody are groups of their own",
         std::vector{count}},
        {"rounds", "", "1: all restarts were alike at once", std::vector{rounds}},
        {"agreed", "", "1 where all partitions of the last round are the same",
         std::vector<std::int64_t>{agreed ? 1 : 0}},
        {"quality", "", "of these groups in the data", std::vector{first.objective.value(groups)}},
        {"best_quality", "", "of the restarts", std::vector{best}},
        {"restarts", "", "partitions per round",
         std::vector<std::int64_t>{std::int64_t{restarts}}}}});
  if (!agreed) {
    outcome.notes.push_back(warning("A361",
                                    "after " + std::to_string(rounds) +
                                        " rounds the partitions still differ; the first of the "
                                        "last round is shown",
                                    "another --tau, or more --restarts"));
  }
  return outcome;
}

}  // namespace

Analysis consensus() {
  return {
      .method = {.id = "consensus",
                 .title = "Consensus groups",
                 .formula = "D_uv = share of the partitions that put u and v together, 0 below "
                            "tau; partition D again until all partitions are the same",
                 .convention = "tau = 0.5; first partitions two-mode by Barber's modularity, "
                               "one-mode by Leiden's; the weighted graph D is partitioned by "
                               "Leiden's modularity with gamma = 1; nodes that no pair joins are "
                               "alone",
                 .cost = "restarts x a search and the sum of the squared sizes of the groups, per "
                         "round",
                 .citations = {{"A. Lancichinetti and S. Fortunato (2012), Consensus clustering "
                                "in complex networks, Scientific Reports 2",
                                "10.1038/srep00336"}}},
      .needs = {.endorsements = true, .strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::community
