// SPDX-License-Identifier: Apache-2.0
// Closeness: how near a node is to the others that it can reach.
//
//   wf         c(v) = r / (n - 1) * r / S      r others within reach, S the sum of their distances
//   reachable  c(v) = r / S
//
// A node without others in reach has 0. In a connected graph both are (n - 1) / S.
//
// Input    directed or not, connected or not; loops and parallel edges change nothing; weights only
//          where they are distances.
// Options  direction `in` (default) measures from the others to v, `out` from v to the others,
//          `total` forgets the directions.
// Cost     O(nm), with distances O(nm + n^2 log n); hops are counted for many sources at once.
// Method   Wasserman and Faust (1994), Social Network Analysis, p. 200-201.

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/hop_loop.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/source_loop.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/scratch.hpp"
#include "engine/base/sum.hpp"
#include "engine/graph/traverse.hpp"
#include "engine/graph/undirected.hpp"

namespace entente::centrality {
namespace {

struct Options {
  std::string convention = "wf";
  std::string direction = "in";
  static auto fields() {
    return std::tuple{choice("convention", &Options::convention, {"wf", "reachable"},
                             "wf: scaled by the share of nodes within reach; reachable: not"),
                      choice("direction", &Options::direction, {"in", "out", "total"},
                             "in: from the others to the node; out: from the node to the others; "
                             "total: directions forgotten")};
  }
};

struct Reach {
  std::uint64_t others = 0;
  double distance = 0;  // to or from them, in all
};

std::vector<Reach> by_distance(const View& view, bool in, const Context& context) {
  const PathGraph paths(view, in ? PathDirection::against : PathDirection::along);
  const std::uint32_t n = view.vertex_count();
  std::vector<Reach> reach(n);
  ScratchPool<Search> searches([&] { return Search(paths); });
  for_sources(context, {.step = "closeness", .count = n, .slots = 64},
              [&](std::uint32_t, Vertex begin, Vertex end) {
                searches.with([&](Search& search) {
                  for (Vertex v = begin; v < end; ++v) {
                    context.check_stop();
                    search.from(v);
                    Sum sum;
                    for (const Vertex u : search.reached()) sum += search.distance(u);
                    reach[v] = {search.reached().size() - 1, sum.value()};
                  }
                });
              });
  return reach;
}

// Searches go from the others to the node, so they follow the edges where distances are inward.
std::vector<Reach> by_hops(const View& view, bool in, const Context& context) {
  const HopGraph graph(view, in ? PathDirection::along : PathDirection::against);
  std::vector<std::vector<Reach>> sums(slots_for_sums(view.vertex_count()));
  for_hops(context, "closeness", graph,
           [&](std::uint32_t slot, Vertex v, std::uint32_t hops, std::uint32_t sources) {
             if (sums[slot].empty()) sums[slot].resize(view.vertex_count());
             sums[slot][v].others += sources;
             sums[slot][v].distance += static_cast<double>(hops) * sources;
           });
  std::vector<Reach> reach(view.vertex_count());
  for (const auto& sum : sums) {
    for (std::size_t v = 0; v < sum.size(); ++v) {
      reach[v].others += sum[v].others;
      reach[v].distance += sum[v].distance;  // whole numbers: exact
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
  std::vector<double> score;
  score.reserve(reach.size());
  for (const Reach& r : reach) {
    const auto others = static_cast<double>(r.others);
    const double share = options.convention == "wf" ? others / (view.vertex_count() - 1.0) : 1;
    score.push_back(r.others == 0 ? 0 : share * (others / r.distance));
  }
  return Outcome{
      {node_table(view, "Closeness of each node",
                  {{"closeness", "", "nearness to the nodes within reach", std::move(score)}})},
      {}};
}

}  // namespace

Analysis closeness() {
  return {.method = {.id = "closeness",
                     .title = "Closeness",
                     .formula = "wf: c(v) = r/(n-1) * r/S; reachable: c(v) = r/S; r others within "
                                "reach, S the sum of their distances; 0 if r = 0",
                     .convention = "`wf` by default; direction `in` by default: distances from the "
                                   "others to the node; `total` forgets directions",
                     .cost = "O(n m); with distances O(n m + n^2 log n)",
                     .citations = {{"S. Wasserman and K. Faust (1994), Social Network Analysis: "
                                    "Methods and Applications, Cambridge, pp. 200-201",
                                    ""},
                                   {"L. C. Freeman (1978), Centrality in social networks: "
                                    "conceptual clarification, Social Networks 1",
                                    "10.1016/0378-8733(78)90021-7"}}},
          .needs = {.distances = true},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::centrality
