// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/boost_graph.hpp"

#include <boost/concept/assert.hpp>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/graph_concepts.hpp>
#include <boost/graph/strong_components.hpp>
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<View>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<View>));
BOOST_CONCEPT_ASSERT((boost::BidirectionalGraphConcept<View>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<View>));
BOOST_CONCEPT_ASSERT((boost::ReadablePropertyGraphConcept<View, Vertex, boost::vertex_index_t>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<View, boost_graph::Edge, boost::edge_index_t>));
BOOST_CONCEPT_ASSERT(
    (boost::ReadablePropertyGraphConcept<View, boost_graph::Edge, boost::edge_weight_t>));

TEST_CASE("a View under Boost's names has the View's vertices and edges", "[boost_graph]") {
  const View view = random_graph(12, 30, 4, true);
  std::size_t out = 0, in = 0;
  for (auto [v, end] = vertices(view); v != end; ++v) {
    for (auto [e, last] = out_edges(*v, view); e != last; ++e) {
      CHECK(source(*e, view) == *v);
      CHECK(target(*e, view) == view.target((*e).index));
      ++out;
    }
    for (auto [e, last] = in_edges(*v, view); e != last; ++e) {
      CHECK(target(*e, view) == *v);
      CHECK(source(*e, view) == view.source((*e).index));
      ++in;
    }
    CHECK(degree(*v, view) == out_degree(*v, view) + in_degree(*v, view));
  }
  CHECK(out == num_edges(view));
  CHECK(in == num_edges(view));
  std::set<std::uint32_t> indices;
  for (auto [e, end] = edges(view); e != end; ++e) indices.insert((*e).index);
  CHECK(indices.size() == 30);
}

TEST_CASE("an undirected edge is one edge in two rows", "[boost_graph]") {
  const View view = path(2);
  const auto there = *out_edges(0, view).first, back = *out_edges(1, view).first;
  CHECK(there == back);
  CHECK(target(there, view) == 1);
  CHECK(target(back, view) == 0);
}

TEST_CASE("Boost's betweenness on a View agrees with ours", "[boost_graph]") {
  const View view = simple(random_graph(40, 150, 7, true));
  std::vector<double> theirs(40, 0);
  boost::brandes_betweenness_centrality(
      view, boost::make_iterator_property_map(theirs.begin(), get(boost::vertex_index, view)));
  CHECK(max_gap(column(run_analysis("betweenness", view), "betweenness"), theirs) < 1e-10);
}

TEST_CASE("Boost's Dijkstra on a View reads distances", "[boost_graph]") {
  const View view =
      weighted_graph(3, {{0, 1, 2}, {1, 2, 3}, {0, 2, 9}}, WeightRole::distance, true);
  std::vector<double> far(3);
  boost::dijkstra_shortest_paths(view, Vertex{0},
                                 boost::distance_map(boost::make_iterator_property_map(
                                     far.begin(), get(boost::vertex_index, view))));
  CHECK(far == std::vector<double>{0, 2, 5});
}

TEST_CASE("Boost's strong components run on an undirected View", "[boost_graph]") {
  const View view = graph(5, {{0, 1}, {1, 2}, {3, 4}});
  std::vector<int> component(5);
  CHECK(boost::strong_components(view, boost::make_iterator_property_map(
                                           component.begin(), get(boost::vertex_index, view))) ==
        2);
  CHECK(component[0] == component[2]);
  CHECK(component[0] != component[3]);
}
