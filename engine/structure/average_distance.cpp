// SPDX-License-Identifier: Apache-2.0
// Average distance: the mean length of the shortest paths between two nodes.
//
//   L = sum of d(u, v) over the pairs with a path / their number          0 where there is none
//
// Pairs are unordered in an undirected graph and ordered in a directed one.
//
// Input    directed or not, connected or not: pairs without a path are left out and counted, and a
//          note says so; loops and parallel edges change nothing; weights only where they are
//          distances.
// Output   one row.
// Cost     O(nm), with distances O(nm + n^2 log n); hops are counted for many sources at once.
// Method   Watts and Strogatz (1998), doi:10.1038/30918 (characteristic path length)
// Differs  from networkx, which refuses a disconnected graph.

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/hop_loop.hpp"
#include "engine/analysis/source_loop.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/scratch.hpp"
#include "engine/base/sum.hpp"
#include "engine/graph/traverse.hpp"

namespace entente::structure {
namespace {

// Over ordered pairs.
struct Paths {
  std::uint64_t pairs = 0;
  double length = 0;
};

Paths by_distance(const View& view, const Context& context) {
  const PathGraph paths(view, PathDirection::along);
  const std::uint32_t n = view.vertex_count(), slots = slots_for_sums(n);
  std::vector<Sum> lengths(slots);
  std::vector<std::uint64_t> pairs(slots, 0);
  ScratchPool<Search> searches([&] { return Search(paths); });
  for_sources(context, {.step = "average-distance", .count = n, .slots = slots},
              [&](std::uint32_t slot, Vertex begin, Vertex end) {
                searches.with([&](Search& search) {
                  for (Vertex v = begin; v < end; ++v) {
                    context.check_stop();
                    search.from(v);
                    pairs[slot] += search.reached().size() - 1;
                    for (const Vertex u : search.reached()) lengths[slot] += search.distance(u);
                  }
                });
              });
  Paths result;
  Sum length;
  for (std::uint32_t slot = 0; slot < slots; ++slot) {
    result.pairs += pairs[slot];
    length += lengths[slot].value();
  }
  result.length = length.value();
  return result;
}

Paths by_hops(const View& view, const Context& context) {
  const HopGraph graph(view, PathDirection::along);
  std::vector<Paths> of_slot(slots_for_sums(view.vertex_count()));
  for_hops(context, "average-distance", graph,
           [&](std::uint32_t slot, Vertex, std::uint32_t hops, std::uint32_t sources) {
             of_slot[slot].pairs += sources;
             of_slot[slot].length += static_cast<double>(hops) * sources;
           });
  Paths result;
  for (const Paths& part : of_slot) {
    result.pairs += part.pairs;
    result.length += part.length;  // whole numbers: exact
  }
  return result;
}

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  if (const auto problem = bad_distances(view)) return *problem;
  const bool weighted = view.has_weights() && view.weight_role() == WeightRole::distance;
  const Paths paths = weighted ? by_distance(view, context) : by_hops(view, context);
  const std::uint64_t n = view.vertex_count(), ways = view.directed() ? 1 : 2;
  const std::uint64_t reached = paths.pairs / ways;
  const std::uint64_t unreached = (n == 0 ? 0 : n * (n - 1) / ways) - reached;
  const double mean = paths.pairs == 0 ? 0 : paths.length / static_cast<double>(paths.pairs);
  Outcome outcome;
  outcome.tables.push_back(
      {"average_distance",
       "Average distance of the graph",
       {{"average_distance", "", "mean over the pairs with a path", std::vector<double>{mean}},
        {"reached_pairs", "pairs", "with a path",
         std::vector<std::int64_t>{static_cast<std::int64_t>(reached)}},
        {"unreached_pairs", "pairs", "without one, left out",
         std::vector<std::int64_t>{static_cast<std::int64_t>(unreached)}}}});
  if (unreached > 0) {
    outcome.notes.push_back(
        note("S152", "some nodes are out of reach of others; only those in reach count"));
  }
  return outcome;
}

}  // namespace

Analysis average_distance() {
  return {.method = {.id = "average-distance",
                     .title = "Average distance",
                     .formula = "sum of d(u, v) over the pairs with a path / their number",
                     .convention = "pairs without a path are left out, and a note says so; ordered "
                                   "pairs in a digraph; 0 where no pair has a path",
                     .cost = "O(n m); with distances O(n m + n^2 log n)",
                     .citations = {{"D. J. Watts and S. H. Strogatz (1998), Collective dynamics of "
                                    "'small-world' networks, Nature 393",
                                    "10.1038/30918"}}},
          .needs = {.distances = true},
          .params = describe<NoOptions>(),
          .on_view = run};
}

}  // namespace entente::structure
