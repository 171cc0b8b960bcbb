// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values points(const View& view) {
  return column(run_analysis("articulation-points", view), "articulation_points");
}

double component_count(const View& view) {
  return column(run_analysis("components", view), "components", "summary").at(0);
}

// v is one if the graph without v's edges has more than one component more, v alone.
Values slow_points(const View& view) {
  Values is_point(view.vertex_count(), 0);
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    std::vector<std::pair<Vertex, Vertex>> rest;
    bool isolated = true;
    for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
      const Vertex s = view.source(e), t = view.target(e);
      if (s != v && t != v) rest.emplace_back(s, t);
      isolated = isolated && (s == t || (s != v && t != v));
    }
    const double after = component_count(graph(view.vertex_count(), rest, view.directed()));
    if (!isolated && after > component_count(view) + 1) is_point[v] = 1;
  }
  return is_point;
}

}  // namespace

TEST_CASE("articulation points of two triangles that share a node", "[articulation_points]") {
  CHECK(points(graph(6, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 2}})) ==
        Values{0, 0, 1, 0, 0, 0});
  CHECK(points(path(4)) == Values{0, 1, 1, 0});
  CHECK(points(cycle(5)) == Values{0, 0, 0, 0, 0});
}

TEST_CASE("parallel edges and loops save no node from being an articulation point",
          "[articulation_points]") {
  CHECK(points(graph(3, {{0, 1}, {0, 1}, {1, 1}, {1, 2}, {2, 1}})) == Values{0, 1, 0});
}

TEST_CASE("articulation points of the Florentine families", "[articulation_points]") {
  // networkx 2.8.8, articulation_points: Albizzi, Guadagni, Medici, Salviati
  const View view = florentine_families();
  const auto is_point = points(view);
  std::vector<std::string> names;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    if (is_point[v] == 1) names.push_back(view.key(v));
  }
  CHECK(names == std::vector<std::string>{"Albizzi", "Guadagni", "Medici", "Salviati"});
}

TEST_CASE("articulation points agree with taking each node away", "[articulation_points]") {
  for (const std::uint64_t seed : {1, 2, 3, 4, 5}) {
    const View view = random_graph(30, 34, seed, seed == 2);
    CHECK(points(view) == slow_points(view));
  }
}

TEST_CASE("articulation points follow a relabelling", "[articulation_points]") {
  const View view = random_graph(30, 34, 9, true);
  const auto place = shuffled(30, 1);
  const auto before = points(view), after = points(relabelled(view, place));
  for (Vertex v = 0; v < 30; ++v) CHECK(after[place[v]] == before[v]);
}

TEST_CASE("articulation points of a long path do not exhaust the stack", "[articulation_points]") {
  const auto is_point = points(path(200'000));
  CHECK(std::count(is_point.begin(), is_point.end(), 1.0) == 199'998);
}

TEST_CASE("articulation points have no parameters", "[articulation_points]") {
  CHECK(failure("articulation-points", path(2), {{"strong", true}}).at(0).code == "P101");
}
