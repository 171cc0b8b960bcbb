// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/thinning.hpp"

#include <bit>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace entente::bipartite;
using Catch::Approx;

TEST_CASE("a set taken whole keeps its law", "[bipartite][thinning]") {
  const std::vector<double> law{0.2, 0.3, 0.5};
  CHECK(thinned(law, {.of = 2, .taken = 2}) == law);
}

TEST_CASE("nothing taken has nothing marked", "[bipartite][thinning]") {
  const auto law = thinned({0.2, 0.3, 0.5}, {.of = 2, .taken = 0});
  REQUIRE(law.size() == 1);
  CHECK(law[0] == Approx(1));
}

TEST_CASE("thinning counts the marks of every subset", "[bipartite][thinning]") {
  constexpr std::uint32_t of = 6, taken = 4;
  const std::vector<double> law{0.1, 0, 0.3, 0.2, 0.4};
  std::vector<double> slow(taken + 1, 0.0);
  double subsets = 0;
  for (unsigned subset = 0; subset < 1U << of; ++subset) subsets += std::popcount(subset) == taken;
  for (unsigned marked = 0; marked < law.size(); ++marked) {
    const unsigned marks = (1U << marked) - 1;  // which ones are marked does not matter
    for (unsigned subset = 0; subset < 1U << of; ++subset) {
      if (std::popcount(subset) == taken) slow[std::popcount(subset & marks)] += law[marked];
    }
  }
  const auto fast = thinned(law, {.of = of, .taken = taken});
  REQUIRE(fast.size() == slow.size());
  for (std::size_t x = 0; x < slow.size(); ++x) CHECK(fast[x] == Approx(slow[x] / subsets));
}
