// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

std::vector<std::set<Vertex>> neighbours(const View& view) {
  std::vector<std::set<Vertex>> near(view.vertex_count());
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    near[view.source(e)].insert(view.target(e));
    near[view.target(e)].insert(view.source(e));
  }
  return near;
}

double shared(const std::set<Vertex>& a, const std::set<Vertex>& b) {
  return static_cast<double>(
      std::count_if(a.begin(), a.end(), [&](Vertex v) { return b.contains(v); }));
}

Values slow_clustering(const View& view, char mode) {
  const auto near = neighbours(view);
  Values score(near.size(), 0);
  for (Vertex u = 0; u < near.size(); ++u) {
    double sum = 0, count = 0;
    for (Vertex v = 0; v < near.size(); ++v) {
      const double both = shared(near[u], near[v]);
      if (u == v || both == 0) continue;
      const auto k = static_cast<double>(near[u].size()), l = static_cast<double>(near[v].size());
      sum += both / (mode == 'd' ? k + l - both : mode == 'm' ? std::min(k, l) : std::max(k, l));
      count += 1;
    }
    if (count > 0) score[u] = sum / count;
  }
  return score;
}

Values slow_redundancy(const View& view) {
  const auto near = neighbours(view);
  Values score;
  for (const auto& own : near) {
    double pairs = 0, redundant = 0;
    for (const Vertex a : own) {
      for (const Vertex b : own) {
        if (a >= b) continue;
        pairs += 1;
        redundant += shared(near[a], near[b]) > 1 ? 1 : 0;
      }
    }
    score.push_back(pairs == 0 ? -1 : redundant / pairs);
  }
  return score;
}

// Paths of three edges one by one, and those that an edge closes.
double slow_robins_alexander(const View& view) {
  const auto near = neighbours(view);
  double paths = 0, closed = 0;
  for (Vertex a = 0; a < near.size(); ++a) {
    for (const Vertex b : near[a]) {
      for (const Vertex c : near[b]) {
        for (const Vertex d : near[c]) {
          if (c == a || d == b) continue;
          paths += 1;
          closed += near[d].contains(a) ? 1 : 0;
        }
      }
    }
  }
  return paths == 0 ? 0 : closed / paths;
}

Values without_nulls(Values values) {
  std::replace_if(
      values.begin(), values.end(), [](double x) { return std::isnan(x); }, -1.0);
  return values;
}

double near_of(const View& view, const Values& values, const char* key) {
  return values[*view.find(key)];
}

}  // namespace

TEST_CASE("two-mode clustering of two actors with two items in common", "[two-mode-clustering]") {
  const auto result = run_analysis("two-mode-clustering", two_mode({"111", "110", "000"}));
  CHECK(max_gap(column(result, "cc_dot"), {2.0 / 3, 2.0 / 3, 0, 0.75, 0.75, 0.5}) < 1e-15);
  CHECK(column(result, "cc_min") == Values{1, 1, 0, 1, 1, 1});
  CHECK(max_gap(column(result, "cc_max"), {2.0 / 3, 2.0 / 3, 0, 0.75, 0.75, 0.5}) < 1e-15);
  const auto redundancy = column(result, "redundancy");
  CHECK(std::abs(redundancy[0] - 1.0 / 3) < 1e-15);
  CHECK(redundancy[1] == 1);
  CHECK(std::isnan(redundancy[2]));
  CHECK(std::isnan(redundancy[5]));
  CHECK(has_note(result, "S155"));
  CHECK(column(result, "butterflies", "summary") == Values{1});
  CHECK(column(result, "three_paths", "summary") == Values{6});
  CHECK(max_gap(column(result, "robins_alexander", "summary"), {4.0 / 6}) < 1e-15);
}

TEST_CASE("two-mode clustering of the southern women", "[two-mode-clustering]") {
  // networkx 2.8.8: robins_alexander_clustering (0.468 in its own tests), latapy_clustering,
  // node_redundancy
  const View view = southern_women();
  const auto result = run_analysis("two-mode-clustering", view);
  CHECK(max_gap(column(result, "robins_alexander", "summary"), {0.46776406035665297}) < 1e-15);
  CHECK(std::abs(near_of(view, column(result, "cc_dot"), "E8") - 0.29616461969403146) < 1e-14);
  CHECK(std::abs(near_of(view, column(result, "cc_min"), "E8") - 0.7769230769230767) < 1e-14);
  CHECK(std::abs(near_of(view, column(result, "cc_max"), "Flora Price") - 0.2994047619047619) <
        1e-14);
  CHECK(std::abs(near_of(view, column(result, "redundancy"), "Evelyn Jefferson") -
                 0.9642857142857143) < 1e-14);
  CHECK(std::abs(near_of(view, column(result, "redundancy"), "E8") - 0.8021978021978022) < 1e-14);
}

TEST_CASE("two-mode clustering agrees with sets of neighbours", "[two-mode-clustering]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const View view = random_two_mode({.actors = 14, .items = 10, .density = 0.25}, seed);
    const auto result = run_analysis("two-mode-clustering", view);
    CHECK(max_gap(column(result, "cc_dot"), slow_clustering(view, 'd')) < 1e-14);
    CHECK(max_gap(column(result, "cc_min"), slow_clustering(view, 'm')) < 1e-14);
    CHECK(max_gap(column(result, "cc_max"), slow_clustering(view, 'x')) < 1e-14);
    CHECK(max_gap(without_nulls(column(result, "redundancy")), slow_redundancy(view)) < 1e-14);
    CHECK(max_gap(column(result, "robins_alexander", "summary"), {slow_robins_alexander(view)}) <
          1e-14);
  }
}

TEST_CASE("two-mode clustering of a full table is 1, of single edges 0", "[two-mode-clustering]") {
  const auto full = run_analysis("two-mode-clustering", two_mode({"111", "111"}));
  for (const char* name : {"cc_dot", "cc_min", "cc_max", "redundancy"}) {
    CHECK(column(full, name) == Values{1, 1, 1, 1, 1});
  }
  CHECK(column(full, "robins_alexander", "summary") == Values{1});
  const auto single = run_analysis("two-mode-clustering", two_mode({"10", "01"}));
  CHECK(column(single, "cc_dot") == Values{0, 0, 0, 0});
  CHECK(column(single, "robins_alexander", "summary") == Values{0});
}

TEST_CASE("two-mode clustering of a path of four in the tests of networkx",
          "[two-mode-clustering]") {
  // networkx, bipartite/tests/test_cluster.py: 1/2, with the smaller degree 1
  const auto result = run_analysis("two-mode-clustering", two_mode({"10", "11"}));
  CHECK(column(result, "cc_dot") == Values{0.5, 0.5, 0.5, 0.5});
  CHECK(column(result, "cc_max") == Values{0.5, 0.5, 0.5, 0.5});
  CHECK(column(result, "cc_min") == Values{1, 1, 1, 1});
}

TEST_CASE("two-mode clustering counts parallel edges once", "[two-mode-clustering]") {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "b", "x"};
  list.is_item = {0, 0, 1};
  list.source = {0, 0, 1};
  list.target = {2, 2, 2};
  const auto result = run_analysis("two-mode-clustering", View(list));
  CHECK(column(result, "cc_dot") == Values{1, 1, 0});
  CHECK(column(result, "redundancy")[2] == 0);
}

TEST_CASE("two-mode clustering refuses one-mode graphs and parameters", "[two-mode-clustering]") {
  CHECK(failure("two-mode-clustering", path(3)).front().code == "R102");
  CHECK(failure("two-mode-clustering", two_mode({"1"}), {{"mode", "dot"}}).front().code == "P101");
}
