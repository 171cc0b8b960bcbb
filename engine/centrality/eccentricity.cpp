// SPDX-License-Identifier: Apache-2.0
// Eccentricity: how far the farthest node is that a node can reach.
//
//   e(v) = max over the u in reach of d(v, u)          0 where there is none
//
// Input    directed or not, connected or not: nodes out of reach are left out, and a note says so;
//          loops and parallel edges change nothing; weights only where they are distances.
// Options  direction `out` (default) measures from v to the others, `in` from the others to v,
//          `total` forgets the directions.
// Output   one real per node, and how many others are in reach; the table `summary`: the smallest
//          (radius) and the largest (diameter).
// Cost     O(nm), with distances O(nm + n^2 log n); hops are counted for many sources at once.
// Method   Harary (1969), Graph Theory, p. 35
// Differs  from networkx, which refuses a disconnected graph.

#include <algorithm>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/hop_loop.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/source_loop.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/scratch.hpp"
#include "engine/graph/traverse.hpp"
#include "engine/graph/undirected.hpp"

namespace entente::centrality {
namespace {

struct Options {
  std::string direction = "out";
  static auto fields() {
    return std::tuple{choice("direction", &Options::direction, {"out", "in", "total"},
                             "out: from the node to the others; in: from the others to the node; "
                             "total: directions forgotten")};
  }
};

struct Reach {
  std::uint64_t others = 0;
  double farthest = 0;
};

std::vector<Reach> by_distance(const View& view, bool in, const Context& context) {
  const PathGraph paths(view, in ? PathDirection::against : PathDirection::along);
  std::vector<Reach> reach(view.vertex_count());
  ScratchPool<Search> searches([&] { return Search(paths); });
  for_sources(context, {.step = "eccentricity", .count = view.vertex_count(), .slots = 64},
              [&](std::uint32_t, Vertex begin, Vertex end) {
                searches.with([&](Search& search) {
                  for (Vertex v = begin; v < end; ++v) {
                    context.check_stop();
                    search.from(v);
                    const auto reached = search.reached();  // nearest first
                    reach[v] = {reached.size() - 1, search.distance(reached.back())};
                  }
                });
              });
  return reach;
}

// Searches go from the others to the node, so they follow the edges where distances are inward.
std::vector<Reach> by_hops(const View& view, bool in, const Context& context) {
  const HopGraph graph(view, in ? PathDirection::along : PathDirection::against);
  std::vector<std::vector<Reach>> of_slot(slots_for_sums(view.vertex_count()));
  for_hops(context, "eccentricity", graph,
           [&](std::uint32_t slot, Vertex v, std::uint32_t hops, std::uint32_t sources) {
             if (of_slot[slot].empty()) of_slot[slot].resize(view.vertex_count());
             Reach& reach = of_slot[slot][v];
             reach.others += sources;
             reach.farthest = std::max(reach.farthest, static_cast<double>(hops));
           });
  std::vector<Reach> reach(view.vertex_count());
  for (const auto& part : of_slot) {
    for (std::size_t v = 0; v < part.size(); ++v) {
      reach[v].others += part[v].others;
      reach[v].farthest = std::max(reach[v].farthest, part[v].farthest);
    }
  }
  return graph.by_old_name(reach);
}

Expected<Outcome> run(const View& given, const Params& params, const Context& context) {
  if (const auto problem = bad_distances(given)) return *problem;
  const auto options = bind<Options>(params);
  const View view = options.direction == "total" ? undirected(given) : given;
  const bool in = options.direction == "in";
  const bool weighted = view.has_weights() && view.weight_role() == WeightRole::distance;
  const auto reach = weighted ? by_distance(view, in, context) : by_hops(view, in, context);
  std::vector<double> farthest;
  std::vector<std::int64_t> others;
  bool all = true;
  for (const Reach& r : reach) {
    farthest.push_back(r.farthest);
    others.push_back(static_cast<std::int64_t>(r.others));
    all &= r.others + 1 == reach.size();
  }
  const auto [least, most] = std::minmax_element(farthest.begin(), farthest.end());
  const double radius = farthest.empty() ? 0 : *least, diameter = farthest.empty() ? 0 : *most;
  Outcome outcome;
  outcome.tables.push_back(node_table(
      view, "Eccentricity of each node",
      {{"eccentricity", "", "distance of the farthest node in reach", std::move(farthest)},
       {"reached", "nodes", "others in reach", std::move(others)}}));
  outcome.tables.push_back({"summary",
                            "Radius and diameter",
                            {{"radius", "", "smallest eccentricity", std::vector<double>{radius}},
                             {"diameter", "", "largest", std::vector<double>{diameter}}}});
  if (!all) {
    outcome.notes.push_back(
        note("S152", "some nodes are out of reach of others; only those in reach count"));
  }
  return outcome;
}

}  // namespace

Analysis eccentricity() {
  return {.method = {.id = "eccentricity",
                     .title = "Eccentricity",
                     .formula = "e(v) = max of d(v, u) over the u in reach; 0 where there is none",
                     .convention = "nodes out of reach are left out, and a note says so; direction "
                                   "`out` by default: distances from the node to the others",
                     .cost = "O(n m); with distances O(n m + n^2 log n)",
                     .citations = {{"F. Harary (1969), Graph Theory, Addison-Wesley, p. 35", ""}}},
          .needs = {.distances = true},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::centrality
