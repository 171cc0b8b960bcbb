// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/partition_comparison.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/base/random.hpp"

using namespace entente;
using Catch::Approx;
using Groups = std::vector<std::uint32_t>;

namespace {

// Hubert and Arabie by going through all pairs of vertices.
double slow_adjusted_rand(const Groups& a, const Groups& b) {
  double both = 0, in_a = 0, in_b = 0, all = 0;
  for (std::size_t u = 0; u < a.size(); ++u) {
    for (std::size_t v = 0; v < u; ++v) {
      if (a[u] == no_group || b[u] == no_group || a[v] == no_group || b[v] == no_group) continue;
      ++all;
      in_a += a[u] == a[v] ? 1 : 0;
      in_b += b[u] == b[v] ? 1 : 0;
      both += a[u] == a[v] && b[u] == b[v] ? 1 : 0;
    }
  }
  return (both - in_a * in_b / all) / ((in_a + in_b) / 2 - in_a * in_b / all);
}

double agreement(const Groups& a, const Groups& b) { return adjusted_rand(contingency(a, b)); }

}  // namespace

TEST_CASE("two partitions of four vertices by hand", "[partition_comparison]") {
  const Contingency table = contingency(Groups{0, 0, 0, 1}, Groups{2, 2, 0, 0});
  REQUIRE(table.cells.size() == 3);
  CHECK(table.cells[0].b == 0);
  CHECK(table.cells[1].count == 2);
  CHECK(table.a == std::vector<std::int64_t>{3, 1});
  CHECK(table.b == std::vector<std::int64_t>{2, 0, 2});
  CHECK(adjusted_rand(table) == Approx(0).margin(1e-15));  // one pair in both: 3 * 2 / 6
  const double h_a = -0.75 * std::log(0.75) - 0.25 * std::log(0.25), h_b = std::log(2.0);
  const double shared = 0.5 * std::log(0.5 / (0.75 * 0.5)) + 0.25 * std::log(0.25 / (0.75 * 0.5)) +
                        0.25 * std::log(0.25 / (0.25 * 0.5));
  CHECK(mutual_information(table) == Approx(shared));
  CHECK(variation_of_information(table) == Approx(h_a + h_b - 2 * shared));
}

TEST_CASE("equal partitions under other names are equal", "[partition_comparison]") {
  const Contingency table = contingency(Groups{0, 0, 1, 2}, Groups{5, 5, 0, 3});
  CHECK(table.equal());
  CHECK(adjusted_rand(table) == 1);
  CHECK(variation_of_information(table) == 0);
  CHECK_FALSE(contingency(Groups{0, 0, 1}, Groups{0, 1, 2}).equal());
}

TEST_CASE("vertices that a partition does not hold are left out", "[partition_comparison]") {
  const Contingency table = contingency(Groups{0, 0, no_group, 1}, Groups{1, no_group, 0, 1});
  CHECK(table.vertices == 2);
  CHECK(table.a == std::vector<std::int64_t>{1, 1});
  CHECK(contingency(Groups{no_group}, Groups{0}).cells.empty());
}

TEST_CASE("the adjusted Rand index agrees with counting pairs", "[partition_comparison]") {
  Rng rng(6);
  for (int round = 0; round < 20; ++round) {
    Groups a(15), b(15);
    for (std::size_t v = 0; v < 15; ++v) {
      a[v] = rng.below(6) == 0 ? no_group : std::uint32_t(rng.below(3));
      b[v] = std::uint32_t(rng.below(4));
    }
    const Contingency table = contingency(a, b);
    CHECK(adjusted_rand(table) == Approx(slow_adjusted_rand(a, b)).margin(1e-12));
    CHECK(adjusted_rand(contingency(b, a)) == Approx(adjusted_rand(table)).margin(1e-12));
  }
}

TEST_CASE("the adjusted Rand index by hand", "[partition_comparison]") {
  // Pairs together: 1 in both, 2 in a, 1 in b, 6 in all: (1 - 2/6) / (3/2 - 2/6) = 4/7.
  CHECK(agreement(Groups{0, 0, 1, 1}, Groups{0, 0, 1, 2}) == Approx(4.0 / 7));
  CHECK(agreement(Groups{0, 0, 1, 1}, Groups{0, 1, 0, 1}) == Approx(-0.5));
  // L. Hubert and P. Arabie's index in their form of a table, n = 6: {3 0 / 1 2}.
  CHECK(agreement(Groups{0, 0, 0, 1, 1, 1}, Groups{0, 0, 0, 0, 1, 1}) ==
        Approx((4 - 6.0 * 7 / 15) / (6.5 - 6.0 * 7 / 15)));
}

TEST_CASE("equal partitions agree whatever their groups are called", "[partition_comparison]") {
  CHECK(agreement(Groups{0, 0, 1, 2}, Groups{5, 5, 9, 1}) == 1);
  CHECK(agreement(Groups{0, 0, 0}, Groups{1, 1, 1}) == 1);
  CHECK(agreement(Groups{0, 1, 2}, Groups{2, 1, 0}) == 1);
  CHECK(agreement(Groups{}, Groups{}) == 1);
  CHECK(agreement(Groups{3}, Groups{4}) == 1);
}

TEST_CASE("the adjusted Rand index counts pairs", "[partition_comparison]") {
  Rng rng(7);
  for (int round = 0; round < 20; ++round) {
    Groups a(30), b(30);
    for (auto& group : a) group = static_cast<std::uint32_t>(rng.below(4));
    for (auto& group : b) group = static_cast<std::uint32_t>(rng.below(3));
    double both = 0, in_a = 0, in_b = 0, all = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        all += 1;
        in_a += a[i] == a[j] ? 1 : 0;
        in_b += b[i] == b[j] ? 1 : 0;
        both += a[i] == a[j] && b[i] == b[j] ? 1 : 0;
      }
    }
    const double expected = in_a * in_b / all;
    CHECK(agreement(a, b) == Approx((both - expected) / ((in_a + in_b) / 2 - expected)));
    CHECK(agreement(a, b) == agreement(b, a));
  }
}
