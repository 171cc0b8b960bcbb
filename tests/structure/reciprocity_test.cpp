// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <set>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

double reciprocity(const View& view) {
  return column(run_analysis("reciprocity", view), "reciprocity").at(0);
}

double slow_reciprocity(const View& view) {
  std::set<std::pair<Vertex, Vertex>> arcs;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    if (view.source(e) != view.target(e)) arcs.emplace(view.source(e), view.target(e));
  }
  double answered = 0;
  for (const auto& [u, v] : arcs) answered += arcs.contains({v, u}) ? 1 : 0;
  return answered / static_cast<double>(arcs.size());
}

}  // namespace

TEST_CASE("reciprocity leaves out loops and counts parallel arcs once", "[reciprocity]") {
  const auto result =
      run_analysis("reciprocity", graph(4, {{0, 1}, {0, 1}, {1, 0}, {1, 2}, {2, 2}, {2, 3}}, true));
  CHECK(column(result, "reciprocity") == Values{0.5});
  CHECK(column(result, "arcs") == Values{4});
  CHECK(column(result, "reciprocated") == Values{2});
  CHECK_FALSE(has_note(result, "S153"));
}

TEST_CASE("reciprocity of undirected edges is 1, and undefined without any", "[reciprocity]") {
  CHECK(reciprocity(path(3)) == 1);
  for (const bool directed : {false, true}) {
    const auto result = run_analysis("reciprocity", graph(2, {{0, 0}}, directed));
    CHECK(column(result, "reciprocity") == Values{0});
    CHECK(has_note(result, "S153"));
  }
}

TEST_CASE("reciprocity of the example digraph of Graphalytics", "[reciprocity]") {
  // networkx 2.8.8, overall_reciprocity: 4 of 17 arcs
  const View view = graph(11,
                          {{1, 3},
                           {1, 5},
                           {2, 4},
                           {2, 5},
                           {2, 10},
                           {3, 1},
                           {3, 5},
                           {3, 8},
                           {3, 10},
                           {5, 3},
                           {5, 4},
                           {5, 8},
                           {6, 3},
                           {6, 4},
                           {7, 4},
                           {8, 1},
                           {9, 4}},
                          true);
  CHECK(reciprocity(view) == 0.23529411764705882);
  CHECK(reciprocity(cycle(5, true)) == 0);
}

TEST_CASE("reciprocity of the example of igraph's manual", "[reciprocity]") {
  // igraph (commit 08df97e7bf18), examples/simple/igraph_reciprocity.c: 2/3 of the arcs of one
  // digraph, half of the joined pairs of the other (mode RATIO), where four of six arcs are mutual.
  CHECK(reciprocity(graph(3, {{0, 1}, {1, 2}, {2, 1}}, true)) == 2.0 / 3);
  const auto pairs =
      run_analysis("reciprocity", graph(4, {{0, 1}, {0, 2}, {0, 3}, {1, 0}, {2, 3}, {3, 2}}, true));
  CHECK(column(pairs, "reciprocity") == Values{4.0 / 6});
  const double mutual = column(pairs, "reciprocated")[0] / 2;
  CHECK(mutual / (column(pairs, "arcs")[0] - mutual) == 0.5);
}

TEST_CASE("reciprocity agrees with a set of arcs", "[reciprocity]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const View view = random_graph(15, 110, seed, true);
    CHECK(reciprocity(view) == slow_reciprocity(view));
  }
}

TEST_CASE("reciprocity does not depend on the names of nodes", "[reciprocity]") {
  const View view = random_graph(15, 110, 9, true);
  CHECK(reciprocity(relabelled(view, shuffled(15, 1))) == reciprocity(view));
}

TEST_CASE("reciprocity has no parameters", "[reciprocity]") {
  CHECK(failure("reciprocity", path(2), {{"mode", "ratio"}}).at(0).code == "P101");
}
