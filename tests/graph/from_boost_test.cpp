// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/from_boost.hpp"

#include <boost/graph/adjacency_list.hpp>
#include <boost/graph/compressed_sparse_row_graph.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/graph/boost_graph.hpp"
#include "tests/support/graphs.hpp"

using namespace entente;

TEST_CASE("a Boost graph keeps its vertices, edges and direction", "[graph][from_boost]") {
  using Digraph = boost::adjacency_list<boost::vecS, boost::vecS, boost::directedS>;
  Digraph graph(12);
  add_edge(2, 10, graph);
  add_edge(10, 2, graph);
  add_edge(3, 3, graph);
  add_edge(2, 10, graph);
  const View view = view_from(graph);
  CHECK(view.directed());
  CHECK(view.vertex_count() == 12);
  CHECK(view.key(2) == "02");
  CHECK(view.key(10) == "10");
  REQUIRE(view.edge_count() == 4);
  CHECK(std::vector<Vertex>(view.out(2).begin(), view.out(2).end()) == std::vector<Vertex>{10, 10});
  CHECK(std::vector<Vertex>(view.in(3).begin(), view.in(3).end()) == std::vector<Vertex>{3});
  CHECK_FALSE(view.has_weights());
}

TEST_CASE("weights come with what they mean", "[graph][from_boost]") {
  using Graph =
      boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS, boost::no_property,
                            boost::property<boost::edge_weight_t, int>>;
  Graph graph(3);
  add_edge(2, 0, 5, graph);
  add_edge(0, 1, 7, graph);
  const View view = view_from(graph, get(boost::edge_weight, graph), WeightRole::distance);
  CHECK_FALSE(view.directed());
  REQUIRE(view.edge_count() == 2);
  CHECK(view.target(0) == 1);
  CHECK(view.distance(0) == 7);
  CHECK(view.distance(1) == 5);
  CHECK(view.strength(1) == 1);
}

TEST_CASE("graphs of other types and without vertices will do", "[graph][from_boost]") {
  using Rows = boost::compressed_sparse_row_graph<boost::directedS>;
  const std::vector<std::pair<int, int>> edges{{0, 1}, {1, 2}};
  const Rows rows(boost::edges_are_sorted, edges.begin(), edges.end(), 3);
  CHECK(view_from(rows).edge_count() == 2);
  CHECK(view_from(boost::adjacency_list<>()).vertex_count() == 0);
  // A View is a Boost graph, too.
  const View kite = test::krackhardt_kite();
  const View again = view_from(kite);
  CHECK(again.vertex_count() == kite.vertex_count());
  CHECK(again.edge_count() == kite.edge_count());
}

TEST_CASE("an analysis runs on a graph of the caller's own type", "[graph][from_boost]") {
  boost::adjacency_list<boost::vecS, boost::vecS, boost::undirectedS> path(3);
  add_edge(0, 1, path);
  add_edge(1, 2, path);
  const auto result = test::run_analysis("betweenness", view_from(path));
  CHECK(test::column(result, "betweenness") == std::vector<double>{0, 1, 0});
}
