// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/adjusted_rand.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cstdint>
#include <vector>

#include "engine/base/random.hpp"

using namespace entente;
using Catch::Approx;
using Partition = std::vector<std::uint32_t>;

TEST_CASE("the adjusted Rand index by hand", "[graph][adjusted_rand]") {
  // Pairs together: 1 in both, 2 in a, 1 in b, 6 in all: (1 - 2/6) / (3/2 - 2/6) = 4/7.
  CHECK(adjusted_rand(Partition{0, 0, 1, 1}, Partition{0, 0, 1, 2}) == Approx(4.0 / 7));
  CHECK(adjusted_rand(Partition{0, 0, 1, 1}, Partition{0, 1, 0, 1}) == Approx(-0.5));
  // L. Hubert and P. Arabie's index in their form of a table, n = 6: {3 0 / 1 2}.
  CHECK(adjusted_rand(Partition{0, 0, 0, 1, 1, 1}, Partition{0, 0, 0, 0, 1, 1}) ==
        Approx((4 - 6.0 * 7 / 15) / (6.5 - 6.0 * 7 / 15)));
}

TEST_CASE("equal partitions agree whatever their groups are called", "[graph][adjusted_rand]") {
  CHECK(adjusted_rand(Partition{0, 0, 1, 2}, Partition{5, 5, 9, 1}) == 1);
  CHECK(adjusted_rand(Partition{0, 0, 0}, Partition{1, 1, 1}) == 1);
  CHECK(adjusted_rand(Partition{0, 1, 2}, Partition{2, 1, 0}) == 1);
  CHECK(adjusted_rand(Partition{}, Partition{}) == 1);
  CHECK(adjusted_rand(Partition{3}, Partition{4}) == 1);
}

TEST_CASE("the adjusted Rand index counts pairs", "[graph][adjusted_rand]") {
  Rng rng(7);
  for (int round = 0; round < 20; ++round) {
    Partition a(30), b(30);
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
    CHECK(adjusted_rand(a, b) == Approx((both - expected) / ((in_a + in_b) / 2 - expected)));
    CHECK(adjusted_rand(a, b) == adjusted_rand(b, a));
  }
}
