// SPDX-License-Identifier: Apache-2.0
#include "engine/base/random.hpp"

#include <array>
#include <catch2/catch_test_macros.hpp>
#include <numeric>
#include <vector>

using entente::key_of;
using entente::Rng;

TEST_CASE("a stream is the same on every platform", "[base][random]") {
  Rng rng(1);
  CHECK(rng.next() == 0x910a2dec89025cc1ULL);  // SplitMix64 with seed 1, first value
  CHECK(rng.next() == 0xbeeb8da1658eec67ULL);  // and the second
  CHECK(key_of("") == 0xcbf29ce484222325ULL);
  CHECK(key_of("a") == 0xaf63dc4c8601ec8cULL);  // FNV-1a's published test values
}

TEST_CASE("a split depends on the number alone, not on what was drawn", "[base][random]") {
  Rng one(5), two(5);
  one.next();
  CHECK(one.split(3).next() == two.split(3).next());
  CHECK(two.split(3).next() != two.split(4).next());
}

TEST_CASE("below is uniform", "[base][random]") {
  Rng rng(11);
  std::array<int, 6> count{};
  for (int k = 0; k < 60000; ++k) ++count[rng.below(6)];
  double chi_square = 0;
  for (const int c : count) chi_square += (c - 10000.0) * (c - 10000.0) / 10000.0;
  CHECK(chi_square < 20.5);  // 5 degrees of freedom: exceeded once in a thousand
}

TEST_CASE("a shuffle keeps the elements and reaches every order", "[base][random]") {
  std::array<int, 6> seen{};
  Rng rng(3);
  for (int k = 0; k < 6000; ++k) {
    std::vector<int> order{0, 1, 2};
    rng.shuffle(order);
    CHECK(order[0] + order[1] + order[2] == 3);
    ++seen[static_cast<std::size_t>(order[0] * 2 + (order[1] > order[2] ? 1 : 0))];
  }
  for (const int count : seen) CHECK(count > 850);
}
