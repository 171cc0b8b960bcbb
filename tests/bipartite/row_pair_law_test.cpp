// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/row_pair_law.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <tuple>

using namespace entente::bipartite;
using Catch::Approx;

namespace {

// By singles, doubles and differing: what every outcome of every unit adds up to.
using Law = std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, double>;

void by_outcomes(const std::vector<SharedUnit>& units, std::size_t at, double chance,
                 std::uint32_t singles, std::uint32_t doubles, std::uint32_t differing, Law& law) {
  if (chance == 0) return;
  if (at == units.size()) {
    law[{singles, doubles, differing}] += chance;
    return;
  }
  const SharedUnit& unit = units[at];
  const double first = unit.first / (1 + unit.first), second = unit.second / (1 + unit.second);
  const auto go = [&](double p, std::uint32_t s, std::uint32_t d, std::uint32_t x) {
    by_outcomes(units, at + 1, chance * p, singles + s, doubles + d, differing + x, law);
  };
  go((1 - first) * (1 - second), 0, 0, 0);
  go(first * (1 - second), 1, 0, 0);
  go((1 - first) * second, 1, 0, 0);
  go(first * second * unit.same, 0, 1, 0);
  go(first * second * (1 - unit.same), 0, 1, 1);
}

}  // namespace

TEST_CASE("the law of two rows is that of all outcomes of their units",
          "[bipartite][row_pair_law]") {
  // Roll calls first: the order in which units are given does not matter.
  const std::vector<SharedUnit> units{
      {0.5, 2, 0.75}, {1, 1, 1}, {3, 0.25, 1}, {0.125, 4, 0.5}, {2, 2, 1}};
  Law slow;
  by_outcomes(units, 0, 1, 0, 0, 0, slow);
  const PairFilling law(units, {.most_doubles = 5, .least_ones = 0, .most_ones = 10});
  REQUIRE(law.most_doubles() == 5);
  REQUIRE(law.most_singles() == 5);
  double total = 0;
  for (std::uint32_t d = 0; d <= law.most_doubles(); ++d) {
    for (std::uint32_t x = 0; x <= law.most_differing(d); ++x) {
      for (std::uint32_t s = 0; s + d <= 5; ++s) {
        const double chance = law.by_singles(d, x)[s];
        const auto found = slow.find({s, d, x});
        CHECK(chance == Approx(found == slow.end() ? 0 : found->second).margin(1e-15));
        total += chance;
      }
    }
  }
  CHECK(total == Approx(1));
}

TEST_CASE("a narrower range gives the same chances where it is right",
          "[bipartite][row_pair_law]") {
  const std::vector<SharedUnit> units{{0.5, 2, 0.75}, {1, 1, 1}, {3, 0.25, 1}, {0.125, 4, 1}};
  const PairFilling whole(units, {.most_doubles = 4, .least_ones = 0, .most_ones = 8});
  const PairFilling part(units, {.most_doubles = 2, .least_ones = 3, .most_ones = 4});
  for (std::uint32_t d = 0; d <= part.most_doubles(); ++d) {
    for (std::uint32_t x = 0; x <= part.most_differing(d); ++x) {
      for (std::uint32_t ones = 3; ones <= 4; ++ones) {
        if (ones < 2 * d || ones - d > 4) continue;
        CHECK(part.by_singles(d, x)[ones - 2 * d] ==
              Approx(whole.by_singles(d, x)[ones - 2 * d]).margin(1e-15));
      }
    }
  }
}
