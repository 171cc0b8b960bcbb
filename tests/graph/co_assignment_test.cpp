// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/co_assignment.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/base/parallel.hpp"
#include "engine/graph/partition_comparison.hpp"

using namespace entente;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

std::vector<Groups> random_partitions(std::size_t count, std::uint32_t n, bool with_gaps) {
  Rng rng(8);
  std::vector<Groups> partitions(count, Groups(n));
  for (Groups& partition : partitions) {
    for (std::uint32_t& g : partition) {
      g = with_gaps && rng.below(5) == 0 ? no_group : std::uint32_t(rng.below(4));
    }
  }
  return partitions;
}

}  // namespace

TEST_CASE("stability of four vertices in two partitions by hand", "[co_assignment]") {
  const std::vector<Groups> partitions{{0, 0, 0, 1}, {0, 0, 1, 1}};
  const Stability found = stability({0, 0, 0, 1}, partitions, {.witnesses = 4});
  CHECK(found.inside == Values{0.75, 0.75, 0.5, 0.5});  // the last is alone again in one of two
  CHECK(found.outside[0] == 0);
  CHECK(found.outside[2] == 0.5);
  CHECK(found.outside[3] == Approx(1.0 / 6));
  CHECK(found.of_group[0] == Approx(2.0 / 3));
  CHECK(found.of_group[1] == 0.5);
  const Contingency table = contingency(partitions[0], partitions[1]);
  CHECK(found.mean_ari == Approx(adjusted_rand(table)).margin(1e-15));
  CHECK(found.mean_vi == Approx(variation_of_information(table)));
}

TEST_CASE("only witnesses are company", "[co_assignment]") {
  // Actors 0, 1, 2 and items 3, 4; item 4 is in a group without actors.
  const std::vector<Groups> partitions{{0, 0, 1, 0, 2}, {0, 1, 1, 0, 1}};
  const Stability found = stability({0, 0, 1, 0, 2}, partitions, {.witnesses = 3});
  CHECK(found.inside == Values{0.5, 0.5, 0.5, 0.75, 0.5});
  CHECK(std::isnan(found.of_group[2]));
}

TEST_CASE("partitions that do not hold a vertex do not tell of it", "[co_assignment]") {
  const std::vector<Groups> partitions{{no_group, 0, 0}, {0, 0, no_group}, {0, 1, 0}};
  const Stability found = stability({0, 0, 0}, partitions, {.witnesses = 3});
  CHECK(found.inside == Values{0.75, 0.5 * (1 + 1) * 2.0 / 3, 0.75});
  CHECK(std::isnan(stability({0}, std::vector<Groups>{{no_group}}, {.witnesses = 1}).inside[0]));
  CHECK(std::isnan(stability({0, 0}, {}, {.witnesses = 2}).mean_ari));
}

TEST_CASE("co-assignment agrees with counting", "[co_assignment]") {
  for (const bool with_gaps : {false, true}) {
    const auto partitions = random_partitions(9, 20, with_gaps);
    const auto found = co_assignment(partitions, 0.3, 1);
    CHECK(co_assignment(partitions, 0.3, 8).size() == 20);
    for (std::uint32_t u = 0; u < 20; ++u) {
      std::size_t next = 0;
      for (std::uint32_t v = 0; v < 20; ++v) {
        double together = 0, both = 0;
        for (const Groups& partition : partitions) {
          if (partition[u] == no_group || partition[v] == no_group) continue;
          ++both;
          together += partition[u] == partition[v] ? 1 : 0;
        }
        if (u == v || together == 0 || together / both < 0.3) continue;
        REQUIRE(next < found[u].size());
        CHECK(found[u][next].vertex == v);
        CHECK(found[u][next++].share == together / both);
      }
      CHECK(next == found[u].size());
    }
  }
}

TEST_CASE("stability is the mean co-assignment with one's company", "[co_assignment]") {
  const auto partitions = random_partitions(7, 12, false);
  const Groups groups{0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 3};
  const auto together = co_assignment(partitions, 0);
  const Stability found = stability(groups, partitions, {.witnesses = 12});
  for (std::uint32_t v = 0; v < 12; ++v) {
    double inside = 0, outside = 0, company = -1, others = 0;
    for (std::uint32_t u = 0; u < 12; ++u) (groups[u] == groups[v] ? company : others) += 1;
    for (const Company& other : together[v]) {
      (groups[other.vertex] == groups[v] ? inside : outside) += other.share;
    }
    CHECK(found.inside[v] == Approx(inside / company));
    CHECK(found.outside[v] == Approx(outside / others));
  }
}

TEST_CASE("comparing partitions stops when it is asked to", "[co_assignment]") {
  std::stop_source source;
  source.request_stop();
  const auto partitions = random_partitions(3, 5, false);
  CHECK_THROWS_AS(
      stability({0, 0, 0, 1, 1}, partitions, {.witnesses = 5, .stop = source.get_token()}),
      Stopped);
  CHECK_THROWS_AS(co_assignment(partitions, 0, 1, source.get_token()), Stopped);
}
