// SPDX-License-Identifier: Apache-2.0
// The knowledge graph under Boost.Graph's names, so that Boost's own algorithms run on it: nodes
// are its vertices, claims its edges, from subject to object. It models VertexListGraph,
// EdgeListGraph, IncidenceGraph and BidirectionalGraph; property maps give index, label, kind,
// stance and date.
//
// Cost     out_edges O(log claims), in_edges and degrees O(claims of the node).
#pragma once

#include <algorithm>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/iterator/filter_iterator.hpp>
#include <boost/iterator/transform_iterator.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <utility>

#include "engine/model/knowledge_graph.hpp"

namespace entente::boost_knowledge {

struct Edge {
  NodeId source{}, target{};
  ClaimId claim{};
  friend bool operator==(const Edge& a, const Edge& b) noexcept { return a.claim == b.claim; }
  friend bool operator!=(const Edge& a, const Edge& b) noexcept { return a.claim != b.claim; }
  friend bool operator<(const Edge& a, const Edge& b) noexcept { return a.claim < b.claim; }
};
inline NodeId source(const Edge& edge, const KnowledgeGraph&) noexcept { return edge.source; }
inline NodeId target(const Edge& edge, const KnowledgeGraph&) noexcept { return edge.target; }

// These borrow the graph.
struct ToNode {
  NodeId operator()(std::uint32_t n) const noexcept { return NodeId{n}; }
};
struct ToEdge {
  const KnowledgeGraph* graph = nullptr;
  Edge operator()(std::uint32_t claim) const noexcept {
    const Claim& c = graph->claim(ClaimId{claim});
    return {c.subject, c.object, ClaimId{claim}};
  }
};
struct IsAbout {
  const KnowledgeGraph* graph = nullptr;
  NodeId object{};
  bool operator()(std::uint32_t claim) const noexcept {
    return graph->claim(ClaimId{claim}).object == object;
  }
};

using Count = boost::counting_iterator<std::uint32_t>;
using NodeIterator = boost::transform_iterator<ToNode, Count, NodeId>;
using EdgeIterator = boost::transform_iterator<ToEdge, Count, Edge>;
using ClaimsAbout = boost::filter_iterator<IsAbout, const std::uint32_t*>;
using InEdgeIterator = boost::transform_iterator<ToEdge, ClaimsAbout, Edge>;

// What one function reads off a node or a claim, as a property map.
template <class Key, class Value, Value (*read)(const KnowledgeGraph&, const Key&)>
struct Map {
  using key_type = Key;
  using value_type = Value;
  using reference = Value;
  using category = boost::readable_property_map_tag;
  const KnowledgeGraph* graph = nullptr;
  friend Value get(const Map& map, const Key& key) { return read(*map.graph, key); }
};
inline std::size_t index_of(const KnowledgeGraph&, const NodeId& node) { return index(node); }
inline std::size_t claim_index(const KnowledgeGraph&, const Edge& edge) {
  return index(edge.claim);
}
inline std::string_view label_of(const KnowledgeGraph& graph, const NodeId& node) {
  return graph.label(node);
}
inline std::string_view kind_of(const KnowledgeGraph& graph, const NodeId& node) {
  return graph.kind(node);
}
inline Stance stance_of(const KnowledgeGraph& graph, const Edge& edge) {
  return graph.claim(edge.claim).stance;
}
inline DateSpan date_of(const KnowledgeGraph& graph, const Edge& edge) {
  return graph.claim(edge.claim).from;
}

using NodeIndexMap = Map<NodeId, std::size_t, index_of>;
using ClaimIndexMap = Map<Edge, std::size_t, claim_index>;
using LabelMap = Map<NodeId, std::string_view, label_of>;
using KindMap = Map<NodeId, std::string_view, kind_of>;
using StanceMap = Map<Edge, Stance, stance_of>;  // no_stance where the claim takes none
using DateMap = Map<Edge, DateSpan, date_of>;    // when it began to hold

}  // namespace entente::boost_knowledge

namespace boost {

template <>
struct graph_traits<entente::KnowledgeGraph> {
  struct traversal_category : vertex_list_graph_tag,
                              edge_list_graph_tag,
                              bidirectional_graph_tag {};
  using vertex_descriptor = entente::NodeId;
  using edge_descriptor = entente::boost_knowledge::Edge;
  using directed_category = bidirectional_tag;
  using edge_parallel_category = allow_parallel_edge_tag;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using vertex_iterator = entente::boost_knowledge::NodeIterator;
  using edge_iterator = entente::boost_knowledge::EdgeIterator;
  using out_edge_iterator = entente::boost_knowledge::EdgeIterator;
  using in_edge_iterator = entente::boost_knowledge::InEdgeIterator;
  static vertex_descriptor null_vertex() noexcept { return entente::NodeId{0xffffffff}; }
};
template <>
struct graph_traits<const entente::KnowledgeGraph> : graph_traits<entente::KnowledgeGraph> {};

template <>
struct property_map<entente::KnowledgeGraph, vertex_index_t> {
  using type = entente::boost_knowledge::NodeIndexMap;
  using const_type = type;
};
template <>
struct property_map<entente::KnowledgeGraph, edge_index_t> {
  using type = entente::boost_knowledge::ClaimIndexMap;
  using const_type = type;
};
template <>
struct property_map<entente::KnowledgeGraph, vertex_name_t> {
  using type = entente::boost_knowledge::LabelMap;
  using const_type = type;
};
template <class Tag>
struct property_map<const entente::KnowledgeGraph, Tag>
    : property_map<entente::KnowledgeGraph, Tag> {};

}  // namespace boost

// Beside KnowledgeGraph, where argument-dependent lookup finds them.
namespace entente {

inline std::size_t num_vertices(const KnowledgeGraph& graph) noexcept {
  return graph.nodes().size();
}
inline std::size_t num_edges(const KnowledgeGraph& graph) noexcept { return graph.claims().size(); }
inline auto vertices(const KnowledgeGraph& graph) {
  using boost_knowledge::Count;
  const auto count = static_cast<std::uint32_t>(graph.nodes().size());
  return std::pair{boost_knowledge::NodeIterator(Count(0)),
                   boost_knowledge::NodeIterator(Count(count))};
}

namespace boost_knowledge {
inline std::pair<EdgeIterator, EdgeIterator> edge_range(const KnowledgeGraph& graph,
                                                        std::size_t first, std::size_t last) {
  const ToEdge read{&graph};
  return {EdgeIterator(Count(static_cast<std::uint32_t>(first)), read),
          EdgeIterator(Count(static_cast<std::uint32_t>(last)), read)};
}
}  // namespace boost_knowledge

inline auto edges(const KnowledgeGraph& graph) {
  return boost_knowledge::edge_range(graph, 0, graph.claims().size());
}
// Claims are sorted by subject, so those of one subject are a run.
inline auto out_edges(NodeId node, const KnowledgeGraph& graph) {
  const auto claims = graph.claims();
  const auto first = std::ranges::lower_bound(claims, node, {}, &Claim::subject);
  const auto last = std::ranges::upper_bound(claims, node, {}, &Claim::subject);
  return boost_knowledge::edge_range(graph, static_cast<std::size_t>(first - claims.begin()),
                                     static_cast<std::size_t>(last - claims.begin()));
}
inline auto in_edges(NodeId node, const KnowledgeGraph& graph) {
  using boost_knowledge::ClaimsAbout;
  using boost_knowledge::InEdgeIterator;
  const auto all = graph.claims_of(node);
  const std::uint32_t* first = all.data();
  const std::uint32_t* last = first + all.size();
  const boost_knowledge::IsAbout about{&graph, node};
  const boost_knowledge::ToEdge read{&graph};
  return std::pair{InEdgeIterator(ClaimsAbout(about, first, last), read),
                   InEdgeIterator(ClaimsAbout(about, last, last), read)};
}
inline std::size_t out_degree(NodeId node, const KnowledgeGraph& graph) {
  const auto [first, last] = out_edges(node, graph);
  return static_cast<std::size_t>(last - first);
}
inline std::size_t in_degree(NodeId node, const KnowledgeGraph& graph) {
  return graph.claims_of(node).size() - out_degree(node, graph);
}
inline std::size_t degree(NodeId node, const KnowledgeGraph& graph) {
  return graph.claims_of(node).size();
}

inline auto get(boost::vertex_index_t, const KnowledgeGraph& graph) {
  return boost_knowledge::NodeIndexMap{&graph};
}
inline auto get(boost::edge_index_t, const KnowledgeGraph& graph) {
  return boost_knowledge::ClaimIndexMap{&graph};
}
inline auto get(boost::vertex_name_t, const KnowledgeGraph& graph) {
  return boost_knowledge::LabelMap{&graph};
}
template <class Tag, class Key>
auto get(Tag tag, const KnowledgeGraph& graph, const Key& key) {
  return get(get(tag, graph), key);
}

}  // namespace entente
