// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"
#include "tests/support/slow_paths.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

double average_distance(const View& view) {
  return column(run_analysis("average-distance", view), "average_distance").at(0);
}

double slow_average(const View& view) {
  double sum = 0, pairs = 0;
  const Square d = all_distances(view);
  for (std::size_t u = 0; u < d.size(); ++u) {
    for (std::size_t v = 0; v < d.size(); ++v) {
      if (u == v || d[u][v] == out_of_reach) continue;
      sum += d[u][v];
      pairs += 1;
    }
  }
  return pairs == 0 ? 0 : sum / pairs;
}

}  // namespace

TEST_CASE("average distance of a path and of a directed cycle", "[average_distance]") {
  const auto result = run_analysis("average-distance", path(4));
  CHECK(std::abs(column(result, "average_distance")[0] - 10.0 / 6) < 1e-15);
  CHECK(column(result, "reached_pairs") == Values{6});
  CHECK(column(result, "unreached_pairs") == Values{0});
  CHECK_FALSE(has_note(result, "S152"));
  CHECK(average_distance(cycle(5, true)) == 2.5);
}

TEST_CASE("average distance leaves out pairs without a path and says so", "[average_distance]") {
  const auto result = run_analysis("average-distance", graph(4, {{0, 1}, {1, 1}, {1, 2}, {1, 2}}));
  CHECK(std::abs(column(result, "average_distance")[0] - 4.0 / 3) < 1e-15);
  CHECK(column(result, "reached_pairs") == Values{3});
  CHECK(column(result, "unreached_pairs") == Values{3});
  CHECK(has_note(result, "S152"));
  const auto directed = run_analysis("average-distance", path(3, true));
  CHECK(std::abs(column(directed, "average_distance")[0] - 4.0 / 3) < 1e-15);
  CHECK(column(directed, "unreached_pairs") == Values{3});
}

TEST_CASE("average distance without pairs is 0", "[average_distance]") {
  CHECK(average_distance(graph(0, {})) == 0);
  CHECK(average_distance(graph(1, {{0, 0}})) == 0);
  CHECK(average_distance(graph(3, {})) == 0);
}

TEST_CASE("average distance of Zachary's club, the kite and the Florentine families",
          "[average_distance]") {
  // networkx 2.8.8, average_shortest_path_length
  CHECK(std::abs(average_distance(zachary()) - 2.408199643493761) < 1e-14);
  CHECK(std::abs(average_distance(krackhardt_kite()) - 1.9777777777777779) < 1e-14);
  CHECK(std::abs(average_distance(florentine_families()) - 2.4857142857142858) < 1e-14);
}

TEST_CASE("average distance agrees with all distances", "[average_distance]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const auto role = seed < 3 ? WeightRole::ignore : WeightRole::distance;
    const View view = random_graph(40, 60, seed, seed % 2 == 0, role);
    CHECK(std::abs(average_distance(view) - slow_average(view)) < 1e-13);
  }
}

TEST_CASE("average distance does not depend on the names of nodes", "[average_distance]") {
  const View view = random_graph(30, 50, 9, true, WeightRole::distance);
  CHECK(std::abs(average_distance(relabelled(view, shuffled(30, 1))) - average_distance(view)) <
        1e-13);
}

TEST_CASE("average distance refuses what it cannot use", "[average_distance]") {
  CHECK(failure("average-distance", path(2), {{"normalized", true}}).at(0).code == "P101");
  const View view = weighted_graph(2, {{0, 1, 0}}, WeightRole::distance);
  CHECK(failure("average-distance", view).at(0).code == "G101");
}
