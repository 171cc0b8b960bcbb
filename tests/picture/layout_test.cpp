// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

struct Places {
  Values x, y;
  double apart(Vertex a, Vertex b) const { return std::hypot(x[a] - x[b], y[a] - y[b]); }
};

Places places_of(const Result& result) { return {column(result, "x"), column(result, "y")}; }
Places layout(const View& view, const Params& params = {}) {
  return places_of(run_analysis("layout", view, params));
}

View two_cliques(std::uint32_t size) {
  std::vector<std::pair<Vertex, Vertex>> edges{{size - 1, size}};
  for (Vertex u = 0; u < 2 * size; ++u) {
    for (Vertex v = u + 1; v < 2 * size; ++v) {
      if (u / size == v / size) edges.emplace_back(u, v);
    }
  }
  return graph(2 * size, edges);
}

FileTable table(std::vector<std::pair<std::string, std::string>> rows) {
  return std::make_shared<const NodeTable>(NodeTable{"file.csv", std::move(rows)});
}

const Params layered{{"convention", std::string("layered")}};

}  // namespace

TEST_CASE("layout of two nodes, a square and a path by hand", "[layout]") {
  const Params exact{{"gravity", 0.0}, {"scaling", 9.0}, {"iterations", std::int64_t{5000}}};
  CHECK(layout(path(2), exact).apart(0, 1) == Approx(6).margin(0.01));

  const Places square = layout(cycle(4), exact);
  for (Vertex v = 1; v < 4; ++v) {
    CHECK(square.apart(v, (v + 1) % 4) == Approx(square.apart(0, 1)).epsilon(1e-3));
  }
  CHECK(square.apart(0, 2) == Approx(square.apart(1, 3)).epsilon(1e-3));
  CHECK(square.apart(0, 2) == Approx(square.apart(0, 1) * std::sqrt(2)).epsilon(1e-3));

  const Places line = layout(path(12), exact);
  double along = 0;
  for (Vertex v = 0; v + 1 < 12; ++v) along += line.apart(v, v + 1);
  CHECK(line.apart(0, 11) > 0.9 * along);
}

TEST_CASE("layout keeps neighbours nearer than strangers", "[layout]") {
  // Zachary's club: no published positions exist; random ones have a ratio of 1.
  CHECK(column(run_analysis("layout", zachary()), "edge_length", "summary")[0] < 0.55);

  const Places cliques = layout(two_cliques(8));
  double inside = 0, across = 1e9;
  for (Vertex u = 0; u < 16; ++u) {
    for (Vertex v = 0; v < u; ++v) {
      if (u / 8 == v / 8) {
        inside = std::max(inside, cliques.apart(u, v));
      } else if (!(v == 7 && u == 8)) {
        across = std::min(across, cliques.apart(u, v));
      }
    }
  }
  CHECK(inside < across);

  // A ring of 600, larger than what is laid out exactly and without a start.
  const Places ring = layout(cycle(600));
  CHECK(ring.apart(0, 1) < 0.1 * ring.apart(0, 300));
  CHECK(column(run_analysis("layout", cycle(600)), "edge_length", "summary")[0] < 0.03);
}

TEST_CASE("the ratio of edges to pairs, by its definition", "[layout]") {
  const View view = random_graph(40, 80, 2, false);
  const Result result = run_analysis("layout", view);
  const Places at = places_of(result);
  double edges = 0, pairs = 0, count = 0;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    if (view.source(e) == view.target(e)) continue;
    edges += std::pow(at.apart(view.source(e), view.target(e)), 2);
    ++count;
  }
  for (Vertex u = 0; u < 40; ++u) {
    for (Vertex v = 0; v < u; ++v) pairs += std::pow(at.apart(u, v), 2);
  }
  CHECK(column(result, "edge_length", "summary")[0] ==
        Approx(std::sqrt(edges / count / (pairs / (40 * 39 / 2)))).epsilon(1e-9));
}

TEST_CASE("layout gives the same bits on 1, 2 and 8 threads", "[layout]") {
  const View view = random_graph(3000, 9000, 5, false);
  const Params few{{"iterations", std::int64_t{8}}};
  const Places one = places_of(run_analysis("layout", view, few, 1));
  for (const unsigned threads : {2U, 8U}) {
    const Places more = places_of(run_analysis("layout", view, few, threads));
    CHECK(more.x == one.x);
    CHECK(more.y == one.y);
  }
}

TEST_CASE("places follow keys, not the order of the input", "[layout]") {
  EdgeList list;
  list.keys = {"d", "a", "c", "b", "e"};
  list.source = {0, 1, 2, 3};
  list.target = {1, 2, 3, 4};
  EdgeList other;
  other.keys = {"a", "b", "c", "d", "e"};
  other.source = {3, 0, 2, 1};
  other.target = {0, 2, 1, 4};
  const Places first = layout(View(list)), second = layout(View(other));
  CHECK(first.x == second.x);
  CHECK(first.y == second.y);
  // Other keys are another start: the same shape, turned.
  const View named = cycle(6), renamed = relabelled(named, shuffled(6, 3));
  const auto length = [](const View& view) {
    return column(run_analysis("layout", view), "edge_length", "summary")[0];
  };
  CHECK(length(named) == Approx(length(renamed)).epsilon(1e-3));
}

TEST_CASE("no overlap keeps discs apart", "[layout]") {
  const View view = two_cliques(12);
  std::vector<std::pair<std::string, std::string>> rows;
  for (Vertex v = 0; v < 24; ++v) rows.emplace_back(view.key(v), std::to_string(v % 5));
  const Result result = run_analysis("layout", view, {{"no_overlap", true}, {"size", table(rows)}});
  const Places at = places_of(result);
  const Values size = column(result, "size");
  CHECK(size[0] == 4);
  CHECK(size[4] == 20);
  for (Vertex u = 0; u < 24; ++u) {
    for (Vertex v = 0; v < u; ++v) CHECK(at.apart(u, v) > 0.95 * (size[u] + size[v]));
  }
  CHECK(column(run_analysis("layout", path(3), {{"no_overlap", true}}), "size") == Values{4, 4, 4});
}

TEST_CASE("layout colours the largest group first", "[layout]") {
  const View view = path(4);
  const FileTable groups =
      table({{view.key(0), "b"}, {view.key(1), "a"}, {view.key(2), "b"}, {view.key(3), "b"}});
  const Result result = run_analysis("layout", view, {{"partition", groups}});
  const Values r = column(result, "r"), b = column(result, "b");
  CHECK(r == Values{0, 213, 0, 0});
  CHECK(b == Values{178, 0, 178, 178});
  CHECK(run_analysis("layout", path(4)).tables[0].columns.size() == 3);
}

TEST_CASE("layout gives every node a place", "[layout]") {
  const Places at = layout(graph(50, {{0, 1}, {2, 2}}));
  std::set<std::pair<double, double>> different;
  for (Vertex v = 0; v < 50; ++v) {
    CHECK(std::hypot(at.x[v], at.y[v]) < 60);
    different.emplace(at.x[v], at.y[v]);
  }
  CHECK(different.size() == 50);
  const Result one = run_analysis("layout", graph(1, {}));
  CHECK(column(one, "x") == Values{0});
  CHECK(has_note(one, "A371"));
  CHECK(column(run_analysis("layout", View()), "x").empty());
}

TEST_CASE("edges against do not pull", "[layout]") {
  EdgeList list;
  list.keys = {"a", "b", "c", "d"};
  list.source = {0, 1, 2, 0};
  list.target = {1, 2, 3, 3};
  list.sign = {1, 1, 1, -1};
  const Places at = layout(View(std::move(list)));
  CHECK(at.apart(0, 3) > 2 * at.apart(0, 1));
}

TEST_CASE("layered puts actors above items with few crossings", "[layout]") {
  const View view = southern_women();
  const Result result = run_analysis("layout", view, layered);
  const Places at = places_of(result);
  std::set<double> actors, items;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    CHECK(at.y[v] == (v < view.actor_count() ? at.y[0] : -at.y[0]));
    (v < view.actor_count() ? actors : items).insert(at.x[v]);
  }
  CHECK(at.y[0] > 0);
  CHECK(actors.size() == 18);
  CHECK(items.size() == 14);
  CHECK(column(result, "crossings", "summary")[0] <
        column(result, "crossings_by_key", "summary")[0]);
  CHECK(layout(two_mode({"01", "10"}), layered).x == Values{-5, 5, 5, -5});
  CHECK(column(run_analysis("layout", two_mode({}, 2), layered), "x") == Values{-5, 5});
}

TEST_CASE("layout refuses what it cannot use", "[layout]") {
  const auto code = [](const View& view, const Params& params) {
    return failure("layout", view, params).front().code;
  };
  CHECK(code(path(3), layered) == "A370");
  CHECK(code(path(3), {{"convention", std::string("circle")}}) == "P104");
  CHECK(code(path(3), {{"scaling", 0.0}}) == "P103");
  CHECK(code(path(3), {{"theta", 3.0}}) == "P103");
  CHECK(code(path(3), {{"iterations", std::int64_t{-1}}}) == "P103");
  CHECK(code(path(2), {{"size", table({{path(2).key(0), "-1"}})}}) == "G105");
  CHECK(code(path(2), {{"attribute", std::string("mood")}}) == "G125");
  CHECK(code(weighted_graph(2, {{0, 1, -1}}, WeightRole::strength), {}) == "G102");
}
