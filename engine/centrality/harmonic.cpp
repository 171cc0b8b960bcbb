// SPDX-License-Identifier: Apache-2.0
// Harmonic centrality: how near a node is to all others, where those out of reach add nothing.
//
//   h(v) = sum over u != v of 1 / d(u, v)          with 1 / infinity = 0
//
// Input    directed or not, connected or not; loops and parallel edges change nothing; weights only
//          where they are distances.
// Output   one real per node, not normalised; normalized: divided by n - 1.
// Options  direction `in` (default) measures from the others to v, `out` from v to the others,
//          `total` forgets the directions.
// Cost     O(nm), with distances O(nm + n^2 log n); hops are counted for many sources at once.
// Method   Boldi and Vigna (2014), doi:10.1080/15427951.2013.865686

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
  bool normalized = false;
  std::string direction = "in";
  static auto fields() {
    return std::tuple{flag("normalized", &Options::normalized, "divide by n - 1"),
                      choice("direction", &Options::direction, {"in", "out", "total"},
                             "in: from the others to the node; out: from the node to the others; "
                             "total: directions forgotten")};
  }
};

std::vector<double> by_distance(const View& view, bool in, const Context& context) {
  const PathGraph paths(view, in ? PathDirection::against : PathDirection::along);
  const std::uint32_t n = view.vertex_count();
  std::vector<double> score(n);
  ScratchPool<Search> searches([&] { return Search(paths); });
  for_sources(context, {.step = "harmonic", .count = n, .slots = 64},
              [&](std::uint32_t, Vertex begin, Vertex end) {
                searches.with([&](Search& search) {
                  for (Vertex v = begin; v < end; ++v) {
                    context.check_stop();
                    search.from(v);
                    Sum sum;
                    for (const Vertex u : search.reached().subspan(1)) {
                      sum += 1 / search.distance(u);
                    }
                    score[v] = sum.value();
                  }
                });
              });
  return score;
}

// Searches go from the others to the node, so they follow the edges where distances are inward.
std::vector<double> by_hops(const View& view, bool in, const Context& context) {
  const HopGraph graph(view, in ? PathDirection::along : PathDirection::against);
  std::vector<std::vector<double>> sums(slots_for_sums(view.vertex_count()));
  for_hops(context, "harmonic", graph,
           [&](std::uint32_t slot, Vertex v, std::uint32_t hops, std::uint32_t sources) {
             if (sums[slot].empty()) sums[slot].resize(view.vertex_count(), 0);
             sums[slot][v] += static_cast<double>(sources) / hops;
           });
  std::vector<double> score(view.vertex_count(), 0);
  for (const auto& sum : sums) {
    for (std::size_t v = 0; v < sum.size(); ++v) score[v] += sum[v];
  }
  return graph.by_old_name(score);
}

Expected<Outcome> run(const View& given, const Params& params, const Context& context) {
  if (const auto problem = bad_distances(given)) return *problem;
  const auto options = bind<Options>(params);
  const View view = options.direction == "total" ? undirected(given) : given;
  const bool in = options.direction == "in";
  const bool weighted = view.has_weights() && view.weight_role() == WeightRole::distance;
  auto score = weighted ? by_distance(view, in, context) : by_hops(view, in, context);
  if (options.normalized && view.vertex_count() > 1) {
    for (double& value : score) value /= view.vertex_count() - 1.0;
  }
  return Outcome{{node_table(view, "Harmonic centrality of each node",
                             {{"harmonic", "", "sum of 1/distance", std::move(score)}})},
                 {}};
}

}  // namespace

Analysis harmonic() {
  return {
      .method = {.id = "harmonic",
                 .title = "Harmonic centrality",
                 .formula = "h(v) = sum over u != v of 1/d(u, v), 0 for what is out of reach",
                 .convention = "not normalised by default; direction `in` by default: distances "
                               "from the others to the node; `total` forgets directions",
                 .cost = "O(n m); with distances O(n m + n^2 log n)",
                 .citations = {{"P. Boldi and S. Vigna (2014), Axioms for centrality, Internet "
                                "Mathematics 10",
                                "10.1080/15427951.2013.865686"}}},
      .needs = {.distances = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::centrality
