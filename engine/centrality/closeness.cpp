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
// Options  direction `in` (default) measures from the others to v, `out` from v to the others.
// Cost     O(nm), with distances O(nm + n^2 log n).
// Method   Wasserman and Faust (1994), Social Network Analysis, p. 200-201.

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
  std::string convention = "wf";
  std::string direction = "in";
  static auto fields() {
    return std::tuple{choice("convention", &Options::convention, {"wf", "reachable"},
                             "wf: scaled by the share of nodes within reach; reachable: not"),
                      choice("direction", &Options::direction, {"in", "out"},
                             "in: from the others to the node; out: from the node to the others")};
  }
};

double closeness_of(const Search& search, std::uint32_t n, bool scaled) {
  const auto others = search.reached().subspan(1);
  if (others.empty()) return 0;
  Sum sum;
  for (const Vertex u : others) sum += search.distance(u);
  const auto reached = static_cast<double>(others.size());
  return reached / sum.value() * (scaled ? reached / (n - 1.0) : 1.0);
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_distances(view)) return *problem;
  const auto options = bind<Options>(params);
  const PathGraph paths(view,
                        options.direction == "in" ? PathDirection::against : PathDirection::along);
  const std::uint32_t n = view.vertex_count();
  std::vector<double> score(n);
  ScratchPool<Search> searches([&] { return Search(paths); });
  for_sources(context, {.step = "closeness", .count = n, .slots = 64},
              [&](std::uint32_t, Vertex begin, Vertex end) {
                searches.with([&](Search& search) {
                  for (Vertex v = begin; v < end; ++v) {
                    context.check_stop();
                    search.from(v);
                    score[v] = closeness_of(search, n, options.convention == "wf");
                  }
                });
              });
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
                                   "others to the node",
                     .cost = "O(n m); with distances O(n m + n^2 log n)",
                     .citations = {{"S. Wasserman and K. Faust (1994), Social Network Analysis: "
                                    "Methods and Applications, Cambridge, pp. 200-201",
                                    ""},
                                   {"L. C. Freeman (1978), Centrality in social networks: "
                                    "conceptual clarification, Social Networks 1",
                                    "10.1016/0378-8733(78)90021-7"}}},
          .params = describe<Options>(),
          .on_view = run};
}

}  // namespace entente::centrality
