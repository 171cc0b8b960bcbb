// SPDX-License-Identifier: Apache-2.0
// A View under Boost.Graph's names, so that Boost's own algorithms run on it: VertexListGraph,
// EdgeListGraph, IncidenceGraph, BidirectionalGraph and AdjacencyGraph, with the property maps
// vertex_index, edge_index and edge_weight (the distance of an edge).
//
// The category is bidirectional for every View. An undirected edge stands in the rows of both of
// its ends, once for each direction and with one index; edges() lists it once.
#pragma once

#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <utility>

#include "engine/graph/view.hpp"

namespace entente::boost_graph {

// Two directions of one undirected edge are the same edge.
struct Edge {
  Vertex source = 0, target = 0;
  std::uint32_t index = 0;
  friend bool operator==(const Edge& a, const Edge& b) noexcept { return a.index == b.index; }
  friend bool operator!=(const Edge& a, const Edge& b) noexcept { return a.index != b.index; }
  friend bool operator<(const Edge& a, const Edge& b) noexcept { return a.index < b.index; }
};

// The k-th entry of a vertex's row, or the k-th edge of the View, as an Edge. Borrows the View.
struct OutEdge {
  const View* view = nullptr;
  Vertex at = 0;
  Edge operator()(std::size_t k) const noexcept {
    return {at, view->out(at)[k], view->out_edges(at)[k]};
  }
};
struct InEdge {
  const View* view = nullptr;
  Vertex at = 0;
  Edge operator()(std::size_t k) const noexcept {
    return {view->in(at)[k], at, view->in_edges(at)[k]};
  }
};
struct AnyEdge {
  const View* view = nullptr;
  Edge operator()(std::size_t e) const noexcept {
    const auto edge = static_cast<std::uint32_t>(e);
    return {view->source(edge), view->target(edge), edge};
  }
};

template <class Read>
using EdgeIterator = boost::transform_iterator<Read, boost::counting_iterator<std::size_t>, Edge>;
template <class Read>
std::pair<EdgeIterator<Read>, EdgeIterator<Read>> edge_range(Read read, std::size_t count) {
  using Count = boost::counting_iterator<std::size_t>;
  return {EdgeIterator<Read>(Count(0), read), EdgeIterator<Read>(Count(count), read)};
}

struct EdgeIndexMap {
  using key_type = Edge;
  using value_type = std::size_t;
  using reference = std::size_t;
  using category = boost::readable_property_map_tag;
  friend std::size_t get(const EdgeIndexMap&, const Edge& e) noexcept { return e.index; }
};
struct EdgeDistanceMap {
  using key_type = Edge;
  using value_type = double;
  using reference = double;
  using category = boost::readable_property_map_tag;
  const View* view = nullptr;
  friend double get(const EdgeDistanceMap& map, const Edge& e) noexcept {
    return map.view->distance(e.index);
  }
};

}  // namespace entente::boost_graph

namespace boost {

template <>
struct graph_traits<entente::View> {
  struct traversal_category : vertex_list_graph_tag,
                              edge_list_graph_tag,
                              bidirectional_graph_tag,
                              adjacency_graph_tag {};
  using vertex_descriptor = entente::Vertex;
  using edge_descriptor = entente::boost_graph::Edge;
  using directed_category = bidirectional_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using vertex_iterator = counting_iterator<entente::Vertex>;
  using adjacency_iterator = const entente::Vertex*;
  using edge_iterator = entente::boost_graph::EdgeIterator<entente::boost_graph::AnyEdge>;
  using out_edge_iterator = entente::boost_graph::EdgeIterator<entente::boost_graph::OutEdge>;
  using in_edge_iterator = entente::boost_graph::EdgeIterator<entente::boost_graph::InEdge>;
  static vertex_descriptor null_vertex() noexcept { return entente::no_item; }
};
template <>
struct graph_traits<const entente::View> : graph_traits<entente::View> {};

template <>
struct property_map<entente::View, vertex_index_t> {
  using type = typed_identity_property_map<entente::Vertex>;
  using const_type = type;
};
template <>
struct property_map<entente::View, edge_index_t> {
  using type = entente::boost_graph::EdgeIndexMap;
  using const_type = type;
};
template <>
struct property_map<entente::View, edge_weight_t> {
  using type = entente::boost_graph::EdgeDistanceMap;
  using const_type = type;
};
template <class Tag>
struct property_map<const entente::View, Tag> : property_map<entente::View, Tag> {};

}  // namespace boost

// Beside View, where argument-dependent lookup finds them.
namespace entente {

using BoostTraits = boost::graph_traits<View>;

inline std::size_t num_vertices(const View& view) noexcept { return view.vertex_count(); }
inline std::size_t num_edges(const View& view) noexcept { return view.edge_count(); }
inline auto vertices(const View& view) noexcept {
  return std::pair{BoostTraits::vertex_iterator(0),
                   BoostTraits::vertex_iterator(view.vertex_count())};
}
inline auto edges(const View& view) noexcept {
  return boost_graph::edge_range(boost_graph::AnyEdge{&view}, view.edge_count());
}
inline std::size_t out_degree(Vertex v, const View& view) noexcept { return view.out(v).size(); }
inline std::size_t in_degree(Vertex v, const View& view) noexcept { return view.in(v).size(); }
inline std::size_t degree(Vertex v, const View& view) noexcept {
  return view.directed() ? view.out(v).size() + view.in(v).size() : view.out(v).size();
}
inline auto out_edges(Vertex v, const View& view) noexcept {
  return boost_graph::edge_range(boost_graph::OutEdge{&view, v}, view.out(v).size());
}
inline auto in_edges(Vertex v, const View& view) noexcept {
  return boost_graph::edge_range(boost_graph::InEdge{&view, v}, view.in(v).size());
}
inline auto adjacent_vertices(Vertex v, const View& view) noexcept {
  const auto row = view.out(v);
  return std::pair{row.data(), row.data() + row.size()};
}

namespace boost_graph {
inline Vertex source(const Edge& e, const View&) noexcept { return e.source; }
inline Vertex target(const Edge& e, const View&) noexcept { return e.target; }
}  // namespace boost_graph
using boost_graph::source;
using boost_graph::target;

inline auto get(boost::vertex_index_t, const View&) noexcept {
  return boost::typed_identity_property_map<Vertex>();
}
inline auto get(boost::edge_index_t, const View&) noexcept { return boost_graph::EdgeIndexMap{}; }
inline auto get(boost::edge_weight_t, const View& view) noexcept {
  return boost_graph::EdgeDistanceMap{&view};
}
inline std::size_t get(boost::vertex_index_t, const View&, Vertex v) noexcept { return v; }
inline std::size_t get(boost::edge_index_t, const View&, const boost_graph::Edge& e) noexcept {
  return e.index;
}
inline double get(boost::edge_weight_t, const View& view, const boost_graph::Edge& e) noexcept {
  return view.distance(e.index);
}

}  // namespace entente
