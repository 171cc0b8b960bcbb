// SPDX-License-Identifier: Apache-2.0
// Bridges: the edges without which their component falls apart.
//
// Input    read as undirected; a loop is never a bridge, nor is one of several edges between the
//          same two nodes (in a digraph also of a pair of opposite ones).
// Output   the bridges, in the order of the graph's edges, with their own direction.
// Cost     O(n + m log m).
// Method   a bridge is a biconnected component of one edge; Boost.Graph.
//          Hopcroft and Tarjan (1973), doi:10.1145/362248.362272

#include <algorithm>
#include <boost/graph/biconnected_components.hpp>

#include "engine/analysis/analysis.hpp"
#include "engine/graph/boost_graph.hpp"

namespace entente::structure {
namespace {

using Pair = std::pair<Vertex, Vertex>;

Pair ends(const View& view, std::uint32_t edge) {
  return std::minmax(view.source(edge), view.target(edge));
}

// Ascending pairs whose edges, however many, hold a component together.
std::vector<Pair> bridging_pairs(const View& view) {
  const View simple = simple_undirected(view);
  std::vector<std::size_t> part(simple.edge_count());
  const std::size_t parts = boost::biconnected_components(
      simple, boost::make_iterator_property_map(part.begin(), get(boost::edge_index, simple)));
  std::vector<std::uint32_t> edges_of(parts, 0);
  for (const std::size_t p : part) ++edges_of[p];
  std::vector<Pair> pairs;
  for (std::uint32_t e = 0; e < simple.edge_count(); ++e) {
    if (edges_of[part[e]] == 1) pairs.push_back(ends(simple, e));
  }
  std::sort(pairs.begin(), pairs.end());
  return pairs;
}

Expected<Outcome> run(const View& view, const Params&, const Context&) {
  const auto pairs = bridging_pairs(view);
  constexpr auto none = static_cast<std::size_t>(-1);
  const auto position = [&](std::uint32_t edge) {
    const auto at = std::lower_bound(pairs.begin(), pairs.end(), ends(view, edge));
    return at == pairs.end() || *at != ends(view, edge)
               ? none
               : static_cast<std::size_t>(at - pairs.begin());
  };
  std::vector<std::uint32_t> multiplicity(pairs.size(), 0);
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    if (position(e) != none) ++multiplicity[position(e)];
  }
  std::vector<Vertex> source, target;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    if (position(e) == none || multiplicity[position(e)] > 1) continue;
    source.push_back(view.source(e));
    target.push_back(view.target(e));
  }
  return Outcome{{{"edges",
                   "Bridges",
                   {{"source", "", "one end", std::move(source)},
                    {"target", "", "the other end", std::move(target)}}}},
                 {}};
}

}  // namespace

Analysis bridges() {
  return {.method = {.id = "bridges",
                     .title = "Bridges",
                     .formula = "edges whose component falls apart without them",
                     .convention = "a digraph is read as undirected; of several edges between two "
                                   "nodes none is a bridge",
                     .cost = "O(n + m log m)",
                     .citations = {{"J. Hopcroft and R. Tarjan (1973), Algorithm 447: efficient "
                                    "algorithms for graph manipulation, Communications of the ACM "
                                    "16",
                                    "10.1145/362248.362272"}}},
          .params = {},
          .on_view = run};
}

}  // namespace entente::structure
