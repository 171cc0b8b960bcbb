// SPDX-License-Identifier: Apache-2.0
// Components: the largest sets of nodes that are joined by paths.
//
// Input    directed or not; a digraph's directions are forgotten (weak components), unless `strong`
//          asks for sets in which each node has a path to each other.
// Output   `nodes`: the component of each node, numbered from 1 in the order of the smallest keys
//          in them (actors before items in a two-mode graph); `components`: the size of each;
//          `summary`: how many there are, and the size of the largest.
// Cost     O(n + m).
// Method   Boost.Graph: disjoint sets, or Tarjan (1972), doi:10.1137/0201010

#include <algorithm>
#include <boost/graph/incremental_components.hpp>
#include <boost/graph/strong_components.hpp>
#include <boost/pending/disjoint_sets.hpp>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/graph/boost_graph.hpp"

namespace entente::structure {
namespace {

struct Options {
  bool strong = false;
  static auto fields() {
    return std::tuple{
        flag("strong", &Options::strong, "paths must follow the directions, both ways (digraphs)")};
  }
};

// By vertex: some vertex or number that stands for its component.
std::vector<Vertex> strong_marks(const View& view) {
  std::vector<Vertex> mark(view.vertex_count());
  boost::strong_components(
      view, boost::make_iterator_property_map(mark.begin(), get(boost::vertex_index, view)));
  return mark;
}

std::vector<Vertex> weak_marks(const View& view) {
  const auto index = get(boost::vertex_index, view);
  std::vector<Vertex> rank(view.vertex_count()), parent(view.vertex_count());
  boost::disjoint_sets sets(boost::make_iterator_property_map(rank.begin(), index),
                            boost::make_iterator_property_map(parent.begin(), index));
  boost::initialize_incremental_components(view, sets);
  boost::incremental_components(view, sets);
  std::vector<Vertex> mark(view.vertex_count());
  for (Vertex v = 0; v < mark.size(); ++v) mark[v] = sets.find_set(v);
  return mark;
}

Expected<Outcome> run(const View& view, const Params& params, const Context&) {
  const bool strong = bind<Options>(params).strong && view.directed();
  const auto mark = strong ? strong_marks(view) : weak_marks(view);
  constexpr std::int64_t unnamed = 0;
  std::vector<std::int64_t> name(view.vertex_count(), unnamed), component(view.vertex_count());
  std::vector<std::int64_t> numbers, sizes;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {  // in the order of keys
    if (name[mark[v]] == unnamed) {
      numbers.push_back(static_cast<std::int64_t>(numbers.size()) + 1);
      sizes.push_back(0);
      name[mark[v]] = numbers.back();
    }
    component[v] = name[mark[v]];
    ++sizes[static_cast<std::size_t>(component[v]) - 1];
  }
  const auto count = static_cast<std::int64_t>(sizes.size());
  const std::int64_t largest = sizes.empty() ? 0 : *std::max_element(sizes.begin(), sizes.end());
  return Outcome{
      {node_table(view, "Component of each node",
                  {{"components", "", "number of the component", std::move(component)}}),
       {"components",
        "Size of each component",
        {{"component", "", "number of the component", std::move(numbers)},
         {"size", "nodes", "nodes in it", std::move(sizes)}}},
       {"summary",
        "Components of the graph",
        {{"components", "", "how many there are", std::vector<std::int64_t>{count}},
         {"largest", "nodes", "size of the largest", std::vector<std::int64_t>{largest}}}}},
      {}};
}

}  // namespace

Analysis components() {
  return {
      .method = {.id = "components",
                 .title = "Connected components",
                 .formula = "u and v share a component if a path joins them; strong: if paths "
                            "lead both ways",
                 .convention = "weak components of a digraph by default; numbered from 1 in the "
                               "order of the smallest keys",
                 .cost = "O(n + m)",
                 .citations = {{"R. Tarjan (1972), Depth-first search and linear graph "
                                "algorithms, SIAM Journal on Computing 1",
                                "10.1137/0201010"},
                               {"J. Siek, L.-Q. Lee and A. Lumsdaine (2002), The Boost Graph "
                                "Library, Addison-Wesley",
                                ""}}},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::structure
