// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <set>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

double density(const View& view) { return column(run_analysis("density", view), "density").at(0); }

double slow_density(const View& view) {
  std::set<std::pair<Vertex, Vertex>> pairs;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    if (view.source(e) == view.target(e)) continue;
    pairs.emplace(view.source(e), view.target(e));
    if (!view.directed()) pairs.emplace(view.target(e), view.source(e));
  }
  const double n = view.vertex_count();
  return static_cast<double>(pairs.size()) / (n * (n - 1));
}

}  // namespace

TEST_CASE("density counts the simple version of a graph", "[density]") {
  const auto result = run_analysis("density", graph(4, {{0, 1}, {1, 0}, {1, 1}, {1, 2}}));
  CHECK(column(result, "density") == Values{2.0 / 6});
  CHECK(column(result, "edges") == Values{2});
  CHECK(column(result, "possible_pairs") == Values{6});
  CHECK(density(graph(4, {{0, 1}, {0, 1}, {1, 0}, {1, 1}, {1, 2}}, true)) == 3.0 / 12);
  CHECK(density(complete(5)) == 1);
}

TEST_CASE("density of a two-mode graph is the share of full cells", "[density]") {
  CHECK(density(two_mode({"110", "010"})) == 0.5);
  CHECK(density(two_mode({}, 3)) == 0);
  const auto masked = run_analysis("density", two_mode({"1?0", "01-"}));
  CHECK(column(masked, "density") == Values{2.0 / 6});
  CHECK(column(masked, "known_pairs") == Values{4});
  CHECK(has_note(masked, "S154"));
}

TEST_CASE("density is 0 below two nodes", "[density]") {
  CHECK(density(graph(0, {})) == 0);
  CHECK(density(graph(1, {{0, 0}})) == 0);
}

TEST_CASE("density of Zachary's club, the Florentine families and the southern women",
          "[density]") {
  // networkx 2.8.8, density; Davis, Gardner and Gardner (1941): 89 visits of 18 women to 14 events
  CHECK(std::abs(density(zachary()) - 0.13903743315508021) < 1e-16);
  CHECK(std::abs(density(florentine_families()) - 0.19047619047619047) < 1e-16);
  CHECK(density(southern_women()) == 89.0 / (18 * 14));
}

TEST_CASE("density agrees with a set of pairs", "[density]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const View view = random_graph(20, 150, seed, seed % 2 == 0);
    CHECK(std::abs(density(view) - slow_density(view)) < 1e-15);
  }
}

TEST_CASE("density does not depend on the names of nodes", "[density]") {
  const View view = random_graph(30, 120, 9, true);
  CHECK(density(relabelled(view, shuffled(30, 1))) == density(view));
}

TEST_CASE("density has no parameters", "[density]") {
  CHECK(failure("density", path(2), {{"loops", true}}).at(0).code == "P101");
}
