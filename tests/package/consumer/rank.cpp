// SPDX-License-Identifier: Apache-2.0
// PageRank of a Boost graph of one's own type.
#include <boost/graph/adjacency_list.hpp>
#include <iostream>

#include "engine/analysis/registry.hpp"
#include "engine/analysis/run.hpp"
#include "engine/graph/from_boost.hpp"

int main() {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::bidirectionalS> graph(3);
  add_edge(1, 0, graph);
  add_edge(2, 0, graph);
  const auto view = entente::view_from(graph);
  const auto result = entente::run(*entente::find_analysis("pagerank"), view, {}, {});
  if (!result) return 1;
  for (const double rank : std::get<std::vector<double>>(result->tables[0].columns[1].cells))
    std::cout << rank << '\n';
}
