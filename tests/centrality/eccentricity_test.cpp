// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>

#include "engine/graph/undirected.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/slow_paths.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values eccentricity(const View& view, const Params& params = {}) {
  return column(run_analysis("eccentricity", view, params), "eccentricity");
}

Values slow_eccentricity(const View& view, bool in) {
  const Square d = all_distances(view);
  Values farthest(d.size(), 0);
  for (std::size_t v = 0; v < d.size(); ++v) {
    for (std::size_t u = 0; u < d.size(); ++u) {
      const double far = in ? d[u][v] : d[v][u];
      if (far != out_of_reach) farthest[v] = std::max(farthest[v], far);
    }
  }
  return farthest;
}

}  // namespace

TEST_CASE("eccentricity of a path, its radius and its diameter", "[eccentricity]") {
  const auto result = run_analysis("eccentricity", path(5));
  CHECK(column(result, "eccentricity") == Values{4, 3, 2, 3, 4});
  CHECK(column(result, "radius", "summary") == Values{2});
  CHECK(column(result, "diameter", "summary") == Values{4});
  CHECK_FALSE(has_note(result, "S152"));
}

TEST_CASE("eccentricity leaves out what is out of reach and says so", "[eccentricity]") {
  const auto result = run_analysis("eccentricity", graph(4, {{0, 1}, {1, 2}, {2, 2}, {1, 2}}));
  CHECK(column(result, "eccentricity") == Values{2, 1, 2, 0});
  CHECK(column(result, "reached") == Values{2, 2, 2, 0});
  CHECK(has_note(result, "S152"));
  CHECK_FALSE(has_note(run_analysis("eccentricity", path(1)), "S152"));
}

TEST_CASE("eccentricity of a digraph looks to the others by default", "[eccentricity]") {
  CHECK(eccentricity(path(3, true)) == Values{2, 1, 0});
  CHECK(eccentricity(path(3, true), {{"direction", "in"}}) == Values{0, 1, 2});
  CHECK(eccentricity(path(3, true), {{"direction", "total"}}) == Values{2, 1, 2});
}

TEST_CASE("eccentricity of the kite and of Zachary's club", "[eccentricity]") {
  // networkx 2.8.8, eccentricity, radius and diameter
  CHECK(eccentricity(krackhardt_kite()) == Values{4, 4, 4, 4, 4, 3, 3, 2, 3, 4});
  const auto club = run_analysis("eccentricity", zachary());
  CHECK(column(club, "radius", "summary") == Values{3});
  CHECK(column(club, "diameter", "summary") == Values{5});
}

TEST_CASE("eccentricity agrees with all distances", "[eccentricity]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const auto role = seed < 3 ? WeightRole::ignore : WeightRole::distance;
    const View view = random_graph(40, 60, seed, seed % 2 == 0, role);
    CHECK(eccentricity(view) == slow_eccentricity(view, false));
    CHECK(eccentricity(view, {{"direction", "in"}}) == slow_eccentricity(view, true));
    CHECK(eccentricity(view, {{"direction", "total"}}) ==
          slow_eccentricity(undirected(view), false));
  }
}

TEST_CASE("eccentricity follows a relabelling", "[eccentricity]") {
  const View view = random_graph(30, 50, 9, true);
  const auto place = shuffled(30, 1);
  const auto before = eccentricity(view), after = eccentricity(relabelled(view, place));
  for (Vertex v = 0; v < 30; ++v) CHECK(after[place[v]] == before[v]);
}

TEST_CASE("eccentricity refuses what it cannot use", "[eccentricity]") {
  CHECK(failure("eccentricity", path(2), {{"direction", "both"}}).at(0).code == "P104");
  const View view = weighted_graph(2, {{0, 1, -1}}, WeightRole::distance);
  CHECK(failure("eccentricity", view).at(0).code == "G101");
}
