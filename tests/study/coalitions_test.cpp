// SPDX-License-Identifier: Apache-2.0
#include "engine/study/coalitions.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_floating_point.hpp>

#include "tests/support/two_mode.hpp"

using namespace entente;
using bipartite::Incidence;

namespace {

const CoalitionOptions few{.restarts = 5, .restarts_of_draw = 2, .draws = 99, .replicates = 20};

}  // namespace

TEST_CASE("planted blocs are found, significant and bound by their items", "[study][coalitions]") {
  const Incidence table(test::two_mode({"11110000", "11110000", "11110000", "11110000", "00001111",
                                        "00001111", "00001111", "00001111"}));
  const Coalitions found = find_coalitions(table, few, {});
  REQUIRE(found.coalitions.size() == 2);
  // Each half holds half of the ones, of which chance puts half inside: 2 (1/2 - 1/4).
  CHECK_THAT(found.modularity, Catch::Matchers::WithinAbs(0.5, 1e-12));
  CHECK(found.p_value == 0.01);  // none of 99 draws is as good
  for (const Coalition& coalition : found.coalitions) {
    CHECK(coalition.members.size() == 4);
    REQUIRE(coalition.binding.size() == 4);
    CHECK(coalition.binding.front().inside == 1);
    CHECK(coalition.binding.front().outside == 0);
    CHECK_THAT(coalition.share_of_modularity, Catch::Matchers::WithinAbs(0.25, 1e-12));
  }
}

TEST_CASE("random choices are no coalitions", "[study][coalitions]") {
  std::uint32_t small = 0;
  for (std::uint64_t seed = 1; seed <= 8; ++seed) {
    const Incidence table(
        test::random_two_mode({.actors = 12, .items = 8, .density = 0.5, .hidden = 0.1}, seed));
    const Coalitions found = find_coalitions(table, few, {});
    small += found.p_value <= 0.05 ? 1 : 0;
  }
  CHECK(small <= 2);
}

TEST_CASE("threads change nothing", "[study][coalitions]") {
  const Incidence table(test::random_two_mode({.actors = 12, .items = 8}, 3));
  const Coalitions one = find_coalitions(table, few, {.threads = 1});
  const Coalitions two = find_coalitions(table, few, {.threads = 2});
  CHECK(one.p_value == two.p_value);
  CHECK(one.of_actor == two.of_actor);
  CHECK(one.confidence == two.confidence);
}
