// SPDX-License-Identifier: Apache-2.0
#include "engine/study/resample.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/null_tables.hpp"

using namespace entente;
using bipartite::Incidence;

TEST_CASE("the answers of a roll call are drawn together and exclude each other",
          "[study][resample]") {
  const Incidence table(test::votes({"yn1", "ny0", "a?1", "yy?"}));
  bool repeated = false;
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    Rng rng(seed);
    const Incidence drawn = resample_items(table, rng);
    REQUIRE(drawn.actors() == 4);
    repeated = repeated || drawn.items() != table.items();
    for (std::uint32_t j = 0; j < drawn.items(); ++j) {
      const std::uint32_t other = drawn.other_answer(j);
      if (other == no_item) continue;
      CHECK(drawn.other_answer(other) == j);
      for (std::uint32_t i = 0; i < 4; ++i) {
        CHECK_FALSE((drawn.has(i, j) && drawn.has(i, other)));
        CHECK(drawn.known(i, j) == drawn.known(i, other));
      }
    }
  }
  CHECK(repeated);  // five items, of which a draw of units has three to six
}

TEST_CASE("a masked cell stays masked in every replicate", "[study][resample]") {
  const Incidence table(test::votes({"1?", "?1", "11"}));
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Rng rng(seed);
    const Incidence drawn = resample_items(table, rng);
    REQUIRE(drawn.items() == 2);
    for (std::uint32_t j = 0; j < 2; ++j) {
      CHECK(drawn.known(0, j) != drawn.known(1, j));  // each item hides one of the two
      CHECK(drawn.known(2, j));
      CHECK(drawn.column_sum(j) == 2);
    }
  }
}
