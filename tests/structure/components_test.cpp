// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"
#include "tests/support/slow_paths.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values components(const View& view, bool strong = false) {
  return column(run_analysis("components", view, {{"strong", strong}}), "components");
}

// Numbers sets of mutually reachable vertices in the order of their smallest vertex.
Values slow_components(const View& view, bool strong) {
  const Square d = all_distances(strong ? view : simple_undirected(view));
  Values component(d.size(), 0);
  double next = 1;
  for (std::size_t v = 0; v < d.size(); ++v) {
    if (component[v] != 0) continue;
    for (std::size_t u = v; u < d.size(); ++u) {
      if (d[v][u] != out_of_reach && d[u][v] != out_of_reach) component[u] = next;
    }
    ++next;
  }
  return component;
}

}  // namespace

TEST_CASE("components are numbered by their smallest keys", "[components]") {
  const View view = graph(6, {{3, 5}, {1, 4}, {1, 1}, {3, 5}});
  const auto result = run_analysis("components", view);
  CHECK(column(result, "components") == Values{1, 2, 3, 4, 2, 4});
  CHECK(column(result, "component", "components") == Values{1, 2, 3, 4});
  CHECK(column(result, "size", "components") == Values{1, 2, 1, 2});
  CHECK(column(result, "components", "summary") == Values{4});
  CHECK(column(result, "largest", "summary") == Values{2});
}

TEST_CASE("components of a digraph are weak, or strong where asked", "[components]") {
  const View view = graph(5, {{0, 1}, {1, 0}, {1, 2}, {3, 2}, {4, 4}}, true);
  CHECK(components(view) == Values{1, 1, 1, 1, 2});
  CHECK(components(view, true) == Values{1, 1, 2, 3, 4});
}

TEST_CASE("strong components of an undirected graph are its components", "[components]") {
  const View view = graph(4, {{0, 3}});
  CHECK(components(view, true) == components(view));
}

TEST_CASE("Zachary's club is one component, the Florentine families are, too", "[components]") {
  CHECK(column(run_analysis("components", zachary()), "largest", "summary") == Values{34});
  CHECK(column(run_analysis("components", florentine_families()), "components", "summary") ==
        Values{1});
}

TEST_CASE("components agree with reachability of all pairs", "[components]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const View directed = random_graph(40, 45, seed, true),
               undirected = random_graph(40, 20, seed, false);
    CHECK(components(directed) == slow_components(directed, false));
    CHECK(components(directed, true) == slow_components(directed, true));
    CHECK(components(undirected) == slow_components(undirected, false));
  }
}

TEST_CASE("components keep together under a relabelling", "[components]") {
  const View view = random_graph(30, 18, 9, false);
  const auto place = shuffled(30, 1);
  const auto before = components(view), after = components(relabelled(view, place));
  for (Vertex u = 0; u < 30; ++u) {
    for (Vertex v = 0; v < 30; ++v) {
      CHECK((before[u] == before[v]) == (after[place[u]] == after[place[v]]));
    }
  }
}

TEST_CASE("components refuse a parameter of the wrong type", "[components]") {
  CHECK(failure("components", path(2), {{"strong", "yes"}}).at(0).code == "P102");
}
