// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>

#include "engine/study/outliers.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using Actors = std::vector<std::uint32_t>;

TEST_CASE("peers are the actors most alike", "[study][peers]") {
  // Jaccard with a000 {0,1,2}: a001 3/3, a002 2/3, a003 1/4, a004 0, a005 2/4.
  const bipartite::Incidence table(
      test::two_mode({"11100", "11100", "11000", "00111", "00011", "01110"}));
  CHECK(peers_of(table, 0) == Actors{1, 2, 5});
  CHECK(peers_of(table, 4) == Actors{3, 5});  // nobody who shares nothing
}

TEST_CASE("peers for an item hold it, and it does not count", "[study][peers]") {
  const bipartite::Incidence table(
      test::two_mode({"11100", "11110", "11000", "00111", "00011", "01110"}));
  // Without item 3: a001 3/3, a005 2/3, a003 1/4, a004 nothing in common.
  CHECK(peers_of(table, 0, 3) == Actors{1, 5, 3});
}

TEST_CASE("what is unknown of either is left out of their likeness", "[study][peers]") {
  const bipartite::Incidence table(test::two_mode({"11??", "11??", "110?", "1011"}));
  // a002: 2/2, a003: 1/2; the cells that a000 hides count for nobody.
  CHECK(peers_of(table, 0) == Actors{1, 2, 3});
  CHECK(peers_of(bipartite::Incidence(test::two_mode({"??", "11"})), 0).empty());
}

TEST_CASE("equally alike actors come in their order", "[study][peers]") {
  const bipartite::Incidence table(test::two_mode({"11", "11", "11", "11", "11"}));
  CHECK(peers_of(table, 2) == Actors{0, 1, 3});  // three at most
}
