// SPDX-License-Identifier: Apache-2.0
// How firmly nodes belong to their groups: who shares a group over restarts of the search and over
// replicates of the data.
//
//   stability(v)  the mean, over the partitions, of the share of v's company that is still with it
//   outside(v)    the mean share of all others that it is with
//
// The groups are the best partition of all restarts: two-mode by Barber's modularity, one-mode by
// Leiden's. The company of a node are the actors of its group (one-mode: the nodes); of one that is
// alone, stability is the share of partitions in which it is alone again.
//
// Input    two-mode: endorsements, as two-mode-modularity reads them; one-mode: as leiden does.
// Options  resample: items (drawn with replacement, a roll call with both answers; two-mode), edges
//          (a share of them dropped) or actors (each left out once: a jackknife; one-mode: nodes);
//          auto: items on two-mode graphs, edges on others.
// Output   nodes, groups, how alike the partitions are, and with --pairs how often two nodes share
//          a group.
// Mask     replicates keep it; a dropped answer of a roll call is unknown, a dropped name a 0.
// Cost     a search per replicate, of `replicate_restarts` restarts.
// Method   bipartite/resample.hpp, graph/co_assignment.hpp. Hennig (2007), Computational
//          Statistics and Data Analysis 52
// Differs  from Hennig's Jaccard index of whole clusters: here the unit is the node.
#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/by_effort.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/draw.hpp"
#include "engine/bipartite/barber.hpp"
#include "engine/bipartite/resample.hpp"
#include "engine/bipartite/strengths.hpp"
#include "engine/graph/co_assignment.hpp"
#include "engine/graph/grouping.hpp"
#include "engine/graph/leiden_search.hpp"
#include "engine/graph/partition_comparison.hpp"

namespace entente::community {
namespace {

using bipartite::Incidence;
using bipartite::Resample;

constexpr std::uint64_t most_pairs = std::uint64_t{1} << 25;

struct Options {
  std::string resample = "auto";
  double dropped = 0.1, resolution = 1;
  std::int64_t restarts = 0, replicates = 0, replicate_restarts = 4;
  bool pairs = false;
  static auto fields() {
    return std::tuple{
        choice("resample", &Options::resample, {"auto", "items", "edges", "actors"},
               "what replicates vary; auto: items of two-mode graphs, edges of others"),
        real("dropped", &Options::dropped, 0, 1, "share of the edges that resample edges drops"),
        integer("restarts", &Options::restarts, 0, 1e6,
                "independent searches in the data; 0: by effort, 10, 50 or 200"),
        integer("replicates", &Options::replicates, 0, 1e6,
                "of the data; 0: by effort, 30, 100 or 500"),
        integer("replicate_restarts", &Options::replicate_restarts, 1, 1e6,
                "searches in each replicate, of which the best counts"),
        real("resolution", &Options::resolution, 0, 1e9,
             "gamma: larger values give smaller groups"),
        flag("pairs", &Options::pairs, "list how often each two nodes share a group")};
  }
};

struct Amounts {
  std::uint32_t restarts, replicates, replicate_restarts;
};

struct Partitions {
  Groups best;
  std::vector<Groups> restarts, replicates;
};

Partitions two_mode(const View& view, const Options& options, Resample resample,
                    const Amounts& amounts, const Context& context) {
  const Incidence table(view);
  const auto weights = bipartite::strengths(view, table);
  auto expected = bipartite::expectation(table, weights, context.stop);
  for (double& row : expected.row) row *= options.resolution;
  const Rng rng = context.rng("stability");
  auto searched = bipartite::search(
      bipartite::barber_model(table, expected, weights), rng.split(0),
      {.restarts = amounts.restarts, .threads = context.threads, .stop = context.stop});
  Partitions result;
  result.restarts = searched.found;
  result.best = bipartite::best_of(std::move(searched)).groups;
  result.replicates = bipartite::partitions_of_replicates(table, weights, rng.split(1),
                                                          {.resample = resample,
                                                           .replicates = amounts.replicates,
                                                           .restarts = amounts.replicate_restarts,
                                                           .dropped = options.dropped,
                                                           .resolution = options.resolution,
                                                           .threads = context.threads,
                                                           .stop = context.stop});
  return result;
}

// Leaving out a node drops its edges.
std::vector<std::uint8_t> kept_edges(const View& view, const std::vector<std::uint32_t>& left_out) {
  std::vector<std::uint8_t> kept(view.edge_count());
  const auto is_out = [&](Vertex v) {
    return std::binary_search(left_out.begin(), left_out.end(), v);
  };
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    kept[e] = is_out(view.source(e)) || is_out(view.target(e)) ? 0 : 1;
  }
  return kept;
}

Partitions one_mode(const View& view, const Options& options, Resample resample,
                    const Amounts& amounts, const Context& context) {
  const Rng rng = context.rng("stability");
  auto searched =
      search(modularity(view, options.resolution), rng.split(0),
             {.restarts = amounts.restarts, .threads = context.threads, .stop = context.stop});
  Partitions result;
  result.best = searched.found[searched.best()];
  result.restarts = std::move(searched.found);
  std::vector<std::vector<std::uint32_t>> left_out(amounts.replicates);
  const Rng replicate_rng = rng.split(1);
  if (resample == Resample::actors) {
    Rng draws = replicate_rng.split(amounts.replicates);
    left_out = split_evenly(view.vertex_count(), amounts.replicates, draws);
  }
  result.replicates.resize(left_out.size());
  for_chunks(context.loop(left_out.size()), [&](std::size_t begin, std::size_t end) {
    for (std::size_t r = begin; r < end; ++r) {
      Rng stream = replicate_rng.split(r);
      std::vector<std::uint8_t> kept;
      if (resample == Resample::actors) {
        kept = kept_edges(view, left_out[r]);
      } else {
        kept = drawn_share(view.edge_count(), options.dropped, stream);
        for (std::uint8_t& edge : kept) edge = edge == 0 ? 1 : 0;
      }
      const PartitionSearch found =
          search(modularity(view, options.resolution, kept), stream.split(1),
                 {.restarts = amounts.replicate_restarts, .threads = 1, .stop = context.stop});
      Groups& groups = result.replicates[r] = found.found[found.best()];
      for (const std::uint32_t v : left_out[r]) groups[v] = no_group;
    }
  });
  return result;
}

Table pair_table(std::span<const Groups> replicates, const Context& context) {
  std::vector<Vertex> a, b;
  std::vector<double> share;
  const auto together = co_assignment(replicates, 0, context.threads, context.stop);
  for (Vertex v = 0; v < together.size(); ++v) {
    for (const Company& other : together[v]) {
      if (other.vertex < v) continue;
      a.push_back(v);
      b.push_back(other.vertex);
      share.push_back(other.share);
    }
  }
  return {"pairs",
          "How often two nodes share a group",
          {{"a", "", "key of the first", std::move(a)},
           {"b", "", "key of the second", std::move(b)},
           {"co_assignment", "", "share of the replicates that hold both", std::move(share)}}};
}

// The groups by their shown numbers, 1 first.
Table group_table(const View& view, const std::vector<std::int64_t>& number, const Groups& groups,
                  std::uint32_t witnesses, const Stability& replicates, const Stability& restarts) {
  const std::size_t count =
      number.empty() ? 0 : std::size_t(*std::max_element(number.begin(), number.end()));
  std::vector<std::int64_t> group(count), nodes(count, 0), actors(count, 0);
  std::vector<double> firm(count), again(count);
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    const auto at = std::size_t(number[v] - 1);
    group[at] = number[v];
    ++nodes[at];
    actors[at] += v < witnesses ? 1 : 0;
    firm[at] = replicates.of_group[groups[v]];
    again[at] = restarts.of_group[groups[v]];
  }
  std::vector<Column> columns{{"group", "", "1 is the largest", std::move(group)},
                              {"nodes", "", "its size", std::move(nodes)}};
  if (view.two_mode()) columns.push_back({"actors", "", "among them", std::move(actors)});
  columns.push_back({"stability", "", "mean of its actors' (one-mode: nodes')", std::move(firm)});
  columns.push_back({"restart_stability", "", "the same over restarts", std::move(again)});
  return {"groups", "How firm each group is", std::move(columns)};
}

double mean_groups(std::span<const Groups> partitions, std::uint32_t witnesses) {
  double sum = 0;
  for (const Groups& partition : partitions) {
    std::vector<std::uint32_t> seen;
    for (std::uint32_t v = 0; v < witnesses; ++v) {
      if (partition[v] != no_group) seen.push_back(partition[v]);
    }
    std::sort(seen.begin(), seen.end());
    sum += double(std::unique(seen.begin(), seen.end()) - seen.begin());
  }
  return partitions.empty() ? std::numeric_limits<double>::quiet_NaN()
                            : sum / double(partitions.size());
}

Table summary(const Partitions& found, std::uint32_t witnesses, const Stability& replicates,
              const Stability& restarts) {
  const auto counted = [](std::size_t n) { return static_cast<std::int64_t>(n); };
  return {"summary",
          "How alike the partitions are",
          {{"over", "", "", std::vector<std::string>{"replicates", "restarts"}},
           {"partitions", "", "",
            std::vector{counted(found.replicates.size()), counted(found.restarts.size())}},
           {"mean_ari", "", "of all pairs of them",
            std::vector{replicates.mean_ari, restarts.mean_ari}},
           {"mean_vi", "nats", "of all pairs of them",
            std::vector{replicates.mean_vi, restarts.mean_vi}},
           {"mean_groups", "", "groups with actors (one-mode: nodes)",
            std::vector{mean_groups(found.replicates, witnesses),
                        mean_groups(found.restarts, witnesses)}}}};
}

std::uint32_t item_units(const View& view) {
  std::uint32_t units = 0;
  for (std::uint32_t j = 0; j < view.item_count(); ++j) {
    const std::uint32_t other = view.other_answer(j);
    units += other == no_item || j < other ? 1 : 0;
  }
  return units;
}

Diagnostics notes_on(const View& view, Resample resample, std::uint32_t asked,
                     const Partitions& found, const Stability& firm) {
  Diagnostics notes;
  if (view.two_mode() && resample == Resample::items && item_units(view) < 8) {
    notes.push_back(warning("A352", std::to_string(item_units(view)) +
                                        " items are too few to draw again: fewer than 8 tell "
                                        "little of how firm groups are"));
  }
  if (resample == Resample::actors && found.replicates.size() < asked) {
    notes.push_back(note("A353", "each actor was left out once: " +
                                     std::to_string(found.replicates.size()) + " replicates"));
  }
  const auto untold = std::count_if(firm.inside.begin(), firm.inside.end(),
                                    [](double share) { return std::isnan(share); });
  if (untold > 0) {
    notes.push_back(note("A354", std::to_string(untold) +
                                     " nodes are in no replicate that tells how firm they are"));
  }
  if (std::any_of(firm.of_group.begin(), firm.of_group.end(),
                  [](double share) { return std::isnan(share); })) {
    notes.push_back(note("A356",
                         "groups without actors, or whose actors tell nothing, have no "
                         "stability"));
  }
  if (found.restarts.size() < 2 || found.replicates.size() < 2 || std::isnan(firm.mean_ari)) {
    notes.push_back(note("A355",
                         "without two partitions to compare there is no mean_ari and no "
                         "mean_vi"));
  }
  return notes;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_strengths(view)) return *problem;
  const auto options = bind<Options>(params);
  if (options.resample == "items" && !view.two_mode()) {
    return error("A350", "a one-mode graph has no items to draw again",
                 "--resample edges or --resample actors");
  }
  const Resample resample =
      options.resample == "actors" ? Resample::actors
      : options.resample == "items" || (options.resample == "auto" && view.two_mode())
          ? Resample::items
          : Resample::edges;
  const Amounts amounts{amount(options.restarts, context.effort, {10, 50, 200}),
                        amount(options.replicates, context.effort, {30, 100, 500}),
                        static_cast<std::uint32_t>(options.replicate_restarts)};
  const std::uint64_t n = view.vertex_count();
  if (options.pairs && n * n / 2 > most_pairs) {
    return error("A351", std::to_string(n) + " nodes have too many pairs to list",
                 "leave out --pairs");
  }
  const Partitions found = view.two_mode() ? two_mode(view, options, resample, amounts, context)
                                           : one_mode(view, options, resample, amounts, context);
  const std::uint32_t witnesses = view.two_mode() ? view.actor_count() : view.vertex_count();
  const StabilityOptions judged{
      .witnesses = witnesses, .threads = context.threads, .stop = context.stop};
  const Stability firm = stability(found.best, found.replicates, judged);
  const Stability again = stability(found.best, found.restarts, judged);
  const auto number = group_numbers(view, found.best);
  Outcome outcome;
  outcome.tables.push_back(node_table(
      view, "How firmly each node belongs to its group",
      {{"group", "", "in the best partition; 1 is the largest", number},
       {"stability", "", "mean share of its company that stays, over replicates", firm.inside},
       {"outside", "", "mean share of all others that it is with", firm.outside},
       {"restart_stability", "", "mean share of its company that stays, over restarts",
        again.inside}}));
  outcome.tables.push_back(group_table(view, number, found.best, witnesses, firm, again));
  outcome.tables.push_back(summary(found, witnesses, firm, again));
  if (options.pairs) outcome.tables.push_back(pair_table(found.replicates, context));
  outcome.notes = notes_on(view, resample, amounts.replicates, found, firm);
  return outcome;
}

}  // namespace

Analysis stability() {
  return {
      .method = {.id = "stability",
                 .title = "Stability of groups",
                 .formula = "stability(v) = mean over partitions of |company of v still with it| / "
                            "|company of v|; outside(v) the same for all others; mean ARI and VI "
                            "of all pairs of partitions",
                 .convention =
                     "two-mode: Barber's modularity, items drawn with replacement (a roll call "
                     "with both answers), company and comparisons by actors; one-mode: Leiden's "
                     "modularity, a tenth of the edges dropped; a node that is alone is stable "
                     "where it is alone again; a partition into one group is always stable",
                 .cost = "a search per replicate",
                 .citations = {{"C. Hennig (2007), Cluster-wise assessment of cluster stability, "
                                "Computational Statistics and Data Analysis 52",
                                ""},
                               {"A. Lancichinetti and S. Fortunato (2012), Consensus clustering "
                                "in complex networks, Scientific Reports 2",
                                "10.1038/srep00336"},
                               {"M. J. Barber (2007), Modularity and community detection in "
                                "bipartite networks, Physical Review E 76",
                                "10.1103/PhysRevE.76.066102"}}},
      .needs = {.endorsements = true, .strengths = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::community
