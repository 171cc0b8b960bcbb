// SPDX-License-Identifier: Apache-2.0
// Harmonic centrality: how near a node is to all others, where those out of reach add nothing.
//
//   h(v) = sum over u != v of 1 / d(u, v)          with 1 / infinity = 0
//
// Input    directed or not, connected or not; loops and parallel edges change nothing; weights only
//          where they are distances.
// Output   one real per node, not normalised; normalized: divided by n - 1.
// Options  direction `in` (default) measures from the others to v, `out` from v to the others.
// Cost     O(nm), with distances O(nm + n^2 log n).
// Method   Boldi and Vigna (2014), doi:10.1080/15427951.2013.865686

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/analysis/source_loop.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/scratch.hpp"
#include "engine/base/sum.hpp"
#include "engine/graph/traverse.hpp"

namespace entente::centrality {
namespace {

struct Options {
  bool normalized = false;
  std::string direction = "in";
  static auto fields() {
    return std::tuple{flag("normalized", &Options::normalized, "divide by n - 1"),
                      choice("direction", &Options::direction, {"in", "out"},
                             "in: from the others to the node; out: from the node to the others")};
  }
};

std::vector<double> harmonic_of(const View& view, const Options& options, const Context& context) {
  const PathGraph paths(view,
                        options.direction == "in" ? PathDirection::against : PathDirection::along);
  const std::uint32_t n = view.vertex_count();
  const double scale = options.normalized && n > 1 ? n - 1.0 : 1.0;
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
                    score[v] = sum.value() / scale;
                  }
                });
              });
  return score;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_distances(view)) return *problem;
  auto score = harmonic_of(view, bind<Options>(params), context);
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
                               "from the others to the node",
                 .cost = "O(n m); with distances O(n m + n^2 log n)",
                 .citations = {{"P. Boldi and S. Vigna (2014), Axioms for centrality, Internet "
                                "Mathematics 10",
                                "10.1080/15427951.2013.865686"}}},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::centrality
