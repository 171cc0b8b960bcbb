// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

namespace {

using Pairs = std::vector<std::pair<Vertex, Vertex>>;

Pairs bridges(const View& view) {
  const auto result = run_analysis("bridges", view);
  const auto source = column(result, "source"), target = column(result, "target");
  Pairs pairs;
  for (std::size_t k = 0; k < source.size(); ++k) {
    pairs.emplace_back(static_cast<Vertex>(source[k]), static_cast<Vertex>(target[k]));
  }
  return pairs;
}

double component_count(const View& view) {
  return column(run_analysis("components", view), "components", "summary").at(0);
}

Pairs slow_bridges(const View& view) {
  Pairs all, found;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    all.emplace_back(view.source(e), view.target(e));
  }
  for (std::size_t e = 0; e < all.size(); ++e) {
    Pairs rest = all;
    rest.erase(rest.begin() + static_cast<std::ptrdiff_t>(e));
    const View without = graph(view.vertex_count(), rest, view.directed());
    if (component_count(without) > component_count(view)) found.push_back(all[e]);
  }
  return found;
}

}  // namespace

TEST_CASE("the bridge between two triangles, and those of a path", "[bridges]") {
  CHECK(bridges(graph(6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 3}})) ==
        Pairs{{2, 3}});
  CHECK(bridges(path(3)) == Pairs{{0, 1}, {1, 2}});
  CHECK(bridges(cycle(4)).empty());
}

TEST_CASE("neither loops nor parallel edges are bridges", "[bridges]") {
  CHECK(bridges(graph(4, {{0, 1}, {0, 1}, {1, 1}, {1, 2}})) == Pairs{{1, 2}});
}

TEST_CASE("a bridge of a digraph keeps its direction, opposite edges are none", "[bridges]") {
  CHECK(bridges(graph(4, {{1, 0}, {1, 2}, {2, 1}, {3, 2}}, true)) == Pairs{{1, 0}, {3, 2}});
}

TEST_CASE("bridges of the kite and of Zachary's club", "[bridges]") {
  // networkx 2.8.8, bridges: Heather-Ike and Ike-Jane; member 12 hangs on member 1
  CHECK(bridges(krackhardt_kite()) == Pairs{{7, 8}, {8, 9}});
  CHECK(bridges(zachary()) == Pairs{{0, 11}});
}

TEST_CASE("bridges agree with taking each edge away", "[bridges]") {
  for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
    const View view = random_graph(30, 34, seed, seed % 2 == 0);
    CHECK(bridges(view) == slow_bridges(view));
  }
}

TEST_CASE("bridges follow a relabelling", "[bridges]") {
  const View view = random_graph(30, 34, 9, true);
  const auto place = shuffled(30, 1);
  Pairs moved;
  for (const auto& [s, t] : bridges(view)) moved.emplace_back(place[s], place[t]);
  std::sort(moved.begin(), moved.end());
  CHECK(bridges(relabelled(view, place)) == moved);
}

TEST_CASE("bridges have no parameters", "[bridges]") {
  CHECK(failure("bridges", path(2), {{"strong", true}}).at(0).code == "P101");
}
