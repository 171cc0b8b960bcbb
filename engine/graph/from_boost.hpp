// SPDX-License-Identifier: Apache-2.0
// Any Boost graph as a View: a graph of the caller's own type can be given to every analysis.
//
//   const entente::View view = entente::view_from(graph);
//   const auto result = entente::run(*entente::find_analysis("pagerank"), view, {}, {});
//
// Shape    vertex v of the graph is vertex get(vertex_index, graph, v) of the View: keys are these
//          numbers, written with as many digits as the largest has.
// Asks     VertexListGraph, EdgeListGraph and a vertex_index from 0 on (a graph whose vertices are
//          listS needs one as a property).
// Errors   std::logic_error where the graph has 2^32 vertices or more.
// Cost     O(n + m log m); copies the edges.
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/property_map/property_map.hpp>
#include <boost/range/iterator_range.hpp>
#include <limits>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

#include "engine/graph/view.hpp"

namespace entente {

// Parallel edges and loops are kept. Every weight is 1.
template <class Graph>
EdgeList edge_list_from(const Graph& graph) {
  const std::size_t n = num_vertices(graph);
  if (n >= std::numeric_limits<Vertex>::max())
    throw std::logic_error("a View has fewer than 2^32 - 1 vertices");
  EdgeList list;
  list.directed = std::is_convertible_v<typename boost::graph_traits<Graph>::directed_category,
                                        boost::directed_tag>;
  const std::size_t digits = std::to_string(n == 0 ? 0 : n - 1).size();
  list.keys.reserve(n);
  for (std::size_t v = 0; v < n; ++v) {
    std::string number = std::to_string(v);
    number.insert(0, digits - number.size(), '0');
    list.keys.push_back(std::move(number));
  }
  const auto index = get(boost::vertex_index, graph);
  for (const auto& edge : boost::make_iterator_range(edges(graph))) {
    list.source.push_back(static_cast<Vertex>(get(index, source(edge, graph))));
    list.target.push_back(static_cast<Vertex>(get(index, target(edge, graph))));
  }
  return list;
}

template <class Graph>
View view_from(const Graph& graph) {
  return View(edge_list_from(graph));
}

// `weight` maps an edge to a finite number above 0; `role` says what it is: no measure takes a
// strength for a distance.
template <class Graph, class WeightMap>
View view_from(const Graph& graph, const WeightMap& weight, WeightRole role) {
  EdgeList list = edge_list_from(graph);
  list.weight_role = role;
  list.weight.reserve(list.source.size());
  for (const auto& edge : boost::make_iterator_range(edges(graph)))
    list.weight.push_back(static_cast<double>(get(weight, edge)));
  return View(std::move(list));
}

}  // namespace entente
