// SPDX-License-Identifier: Apache-2.0
// Articulation points: the nodes without which their component falls apart.
//
// Input    read as undirected; loops and parallel edges change nothing.
// Output   1 or 0 for each node.
// Cost     O(n + m).
// Method   depth-first search, Boost.Graph. Hopcroft and Tarjan (1973), doi:10.1145/362248.362272

#include <boost/graph/biconnected_components.hpp>
#include <iterator>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/graph/boost_graph.hpp"

namespace entente::structure {
namespace {

Expected<Outcome> run(const View& view, const Params&, const Context&) {
  std::vector<Vertex> points;
  boost::articulation_points(simple_undirected(view), std::back_inserter(points));
  std::vector<std::int64_t> is_point(view.vertex_count(), 0);
  for (const Vertex v : points) is_point[v] = 1;
  return Outcome{
      {node_table(view, "Articulation points",
                  {{"articulation_points", "", "1 where the component falls apart without the node",
                    std::move(is_point)}})},
      {}};
}

}  // namespace

Analysis articulation_points() {
  return {.method = {.id = "articulation-points",
                     .title = "Articulation points",
                     .formula = "1 if the component of v falls apart without v, else 0",
                     .convention = "a digraph is read as undirected",
                     .cost = "O(n + m)",
                     .citations = {{"J. Hopcroft and R. Tarjan (1973), Algorithm 447: efficient "
                                    "algorithms for graph manipulation, Communications of the ACM "
                                    "16",
                                    "10.1145/362248.362272"}}},
          .params = {},
          .on_view = run};
}

}  // namespace entente::structure
