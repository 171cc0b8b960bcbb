// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/force_atlas.hpp"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/base/parallel.hpp"
#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;

namespace {

double distance(const Point& a, const Point& b) { return std::hypot(a.x - b.x, a.y - b.y); }

std::vector<Point> random_places(std::size_t count, double side) {
  Rng rng(9);
  std::vector<Point> places(count);
  for (Point& p : places) p = {side * (rng.uniform() - 0.5), side * (rng.uniform() - 0.5)};
  return places;
}

// The definition, over all pairs and all edges.
std::vector<Point> slow_forces(const View& view, const std::vector<Point>& places,
                               const ForceAtlasOptions& options) {
  const std::uint32_t n = view.vertex_count();
  std::vector<double> mass(n, 1);
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    if (view.source(e) == view.target(e)) continue;
    ++mass[view.source(e)];
    ++mass[view.target(e)];
  }
  std::vector<Point> force(n);
  const auto gap = [&](Vertex v, Vertex u) {
    const double radii = options.radius.empty() ? 0 : options.radius[v] + options.radius[u];
    return distance(places[v], places[u]) - radii;
  };
  const auto push = [&](Vertex v, Vertex u, double size) {  // v away from u
    const double d = distance(places[v], places[u]);
    force[v].x += size * (places[v].x - places[u].x) / d;
    force[v].y += size * (places[v].y - places[u].y) / d;
  };
  for (Vertex v = 0; v < n; ++v) {
    for (Vertex u = 0; u < n; ++u) {
      if (u != v) push(v, u, options.scaling * mass[v] * mass[u] / std::max(gap(v, u), 0.01));
    }
    const double r = std::hypot(places[v].x, places[v].y);
    const double pull = options.gravity * mass[v] * (options.strong_gravity ? r : std::min(r, 1.0));
    force[v].x -= pull * places[v].x / r;
    force[v].y -= pull * places[v].y / r;
  }
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const Vertex v = view.source(e), u = view.target(e);
    if (v == u) continue;
    const double d = std::max(gap(v, u), 0.0);
    const double pull = view.strength(e) * (options.lin_log ? std::log(1 + d) : d);
    push(v, u, -pull);
    push(u, v, -pull);
  }
  return force;
}

// The largest difference, as a share of the largest force.
double error(const std::vector<Point>& a, const std::vector<Point>& b) {
  double most = 0, largest = 0;
  for (std::size_t v = 0; v < a.size(); ++v) {
    most = std::max(most, distance(a[v], b[v]));
    largest = std::max(largest, std::hypot(b[v].x, b[v].y));
  }
  return most / largest;
}

}  // namespace

TEST_CASE("two nodes end where push and pull are equal", "[force_atlas]") {
  const auto apart = [](ForceAtlasOptions options) {
    options.steps = 5000;
    const ForceAtlas atlas = force_atlas(path(2), Rng(1), options);
    CHECK(atlas.settled);
    return distance(atlas.places[0], atlas.places[1]);
  };
  // Masses are 2, so 4 scaling / d = d without gravity; a node is d/2 from the middle.
  CHECK(apart({.scaling = 9, .gravity = 0}) == Approx(6).margin(0.01));
  CHECK(apart({.scaling = 10, .gravity = 1}) == Approx(std::sqrt(41) - 1).margin(0.01));
  CHECK(apart({.scaling = 10, .gravity = 1, .strong_gravity = true}) ==
        Approx(std::sqrt(20)).margin(0.01));
  CHECK(apart({.scaling = 9, .gravity = 0, .radius = {3, 4}}) == Approx(13).margin(0.01));
  const double d = apart({.scaling = 9, .gravity = 0, .lin_log = true});
  CHECK(d * std::log(1 + d) == Approx(36).margin(0.1));
}

TEST_CASE("a strength pulls as many edges do", "[force_atlas]") {
  const View strong = weighted_graph(2, {{0, 1, 4}}, WeightRole::strength);
  const ForceAtlas atlas = force_atlas(strong, Rng(1), {.scaling = 9, .gravity = 0, .steps = 5000});
  CHECK(distance(atlas.places[0], atlas.places[1]) == Approx(3).margin(0.01));
}

TEST_CASE("forces are those of all pairs", "[force_atlas]") {
  const View view = random_graph(400, 900, 2, false, WeightRole::strength);
  const auto places = random_places(400, 300);
  std::vector<double> radius;
  for (Vertex v = 0; v < 400; ++v) radius.push_back(double(v % 4) * 2);
  for (const bool lin_log : {false, true}) {
    for (const bool strong : {false, true}) {
      for (const bool sizes : {false, true}) {
        ForceAtlasOptions options{.strong_gravity = strong, .lin_log = lin_log, .theta = 0};
        if (sizes) options.radius = radius;
        const auto slow = slow_forces(view, places, options);
        CHECK(error(forces(view, places, options), slow) < 1e-10);
        options.theta = 0.2;
        CHECK(error(forces(view, places, options), slow) < 2e-3);
        options.theta = 1;
        CHECK(error(forces(view, places, options), slow) < 0.05);
      }
    }
  }
}

TEST_CASE("nodes on one spot are pushed apart by finite forces", "[force_atlas]") {
  std::vector<Point> places(300, Point{1, 1});
  places[7] = {4, 1};
  for (const Point& force : forces(cycle(300), places)) {
    CHECK(std::isfinite(force.x));
    CHECK(std::isfinite(force.y));
  }
  const auto two = forces(graph(2, {}), std::vector<Point>(2), {.gravity = 0});
  CHECK(two[0].x == -two[1].x);
  CHECK(two[0].x != 0);
}

TEST_CASE("huge strengths and scalings leave places finite", "[force_atlas]") {
  const View view = weighted_graph(3, {{0, 1, 1e308}, {1, 2, 1e-300}}, WeightRole::strength);
  for (const double scaling : {1e-6, 1e6}) {
    for (const Point& p : force_atlas(view, Rng(1), {.scaling = scaling}).places) {
      CHECK((std::isfinite(p.x) && std::isfinite(p.y)));
    }
  }
}

TEST_CASE("a part is laid out as if it were alone, and parts do not overlap", "[force_atlas]") {
  // Two cycles and two nodes; the keys of the first cycle are those of a graph by itself.
  std::vector<std::pair<Vertex, Vertex>> edges;
  for (Vertex v = 0; v < 30; ++v) edges.emplace_back(v, (v + 1) % 30);
  for (Vertex v = 0; v < 12; ++v) edges.emplace_back(30 + v, 30 + (v + 1) % 12);
  const auto places = force_atlas(graph(44, edges), Rng(1)).places;
  const auto alone = force_atlas(cycle(30), Rng(1)).places;
  for (Vertex v = 1; v < 30; ++v) {
    CHECK(distance(places[0], places[v]) == Approx(distance(alone[0], alone[v])).epsilon(1e-9));
  }
  double low = 1e9, high = -1e9;
  for (Vertex v = 0; v < 30; ++v) low = std::min(low, places[v].y);
  for (Vertex v = 30; v < 44; ++v) high = std::max(high, places[v].y);
  CHECK(high < low);
  CHECK(distance(places[42], places[43]) > 1);
}

TEST_CASE("a requested stop stops the layout", "[force_atlas]") {
  std::stop_source source;
  source.request_stop();
  CHECK_THROWS_AS(force_atlas(path(3), Rng(1), {.stop = source.get_token()}), Stopped);
}

TEST_CASE("progress grows to its total", "[force_atlas]") {
  double last = 0, all = 0;
  force_atlas(graph(5, {{0, 1}, {1, 2}, {3, 4}}), Rng(1),
              {.steps = 7, .progress = [&](double done, double total) {
                 CHECK(done > last);
                 last = done;
                 all = total;
               }});
  CHECK(last == 35);
  CHECK(all == 35);
}
