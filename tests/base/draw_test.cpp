// SPDX-License-Identifier: Apache-2.0
#include "engine/base/draw.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

TEST_CASE("a share is rounded up and every number can be in it", "[draw]") {
  std::vector<int> times(7, 0);
  for (std::uint64_t seed = 1; seed <= 700; ++seed) {
    Rng rng(seed);
    const auto drawn = drawn_share(7, 0.1, rng);
    REQUIRE(std::accumulate(drawn.begin(), drawn.end(), 0) == 1);
    for (std::size_t k = 0; k < 7; ++k) times[k] += drawn[k];
  }
  for (const int n : times) CHECK((n > 60 && n < 140));  // 100, standard deviation 9.3
  Rng rng(1);
  CHECK(drawn_share(3, 0, rng) == std::vector<std::uint8_t>{0, 0, 0});
  CHECK(drawn_share(3, 1, rng) == std::vector<std::uint8_t>{1, 1, 1});
  CHECK(drawn_share(0, 0.5, rng).empty());
}

TEST_CASE("parts are nearly equal and hold every number once", "[draw]") {
  Rng rng(4);
  const auto parts = split_evenly(11, 4, rng);
  REQUIRE(parts.size() == 4);
  std::vector<int> times(11, 0);
  for (const auto& part : parts) {
    CHECK((part.size() == 2 || part.size() == 3));
    CHECK(std::is_sorted(part.begin(), part.end()));
    for (const std::uint32_t k : part) ++times[k];
  }
  CHECK(times == std::vector<int>(11, 1));
  CHECK(split_evenly(2, 4, rng) == std::vector<std::vector<std::uint32_t>>{{0}, {1}});
  CHECK(split_evenly(0, 4, rng).empty());
}
