// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/resample.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/graph/partition_comparison.hpp"
#include "tests/support/null_tables.hpp"

using namespace entente;
using bipartite::Incidence;

TEST_CASE("the answers of a roll call are drawn together and exclude each other",
          "[bipartite][resample]") {
  const Incidence table(test::votes({"yn1", "ny0", "a?1", "yy?"}));
  bool repeated = false;
  for (std::uint64_t seed = 1; seed <= 50; ++seed) {
    Rng rng(seed);
    const Incidence drawn = bipartite::resample_items(table, {}, rng).table;
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

TEST_CASE("a masked cell stays masked in every replicate", "[bipartite][resample]") {
  const Incidence table(test::votes({"1?", "?1", "11"}));
  for (std::uint64_t seed = 1; seed <= 20; ++seed) {
    Rng rng(seed);
    const Incidence drawn = bipartite::resample_items(table, {}, rng).table;
    REQUIRE(drawn.items() == 2);
    for (std::uint32_t j = 0; j < 2; ++j) {
      CHECK(drawn.known(0, j) != drawn.known(1, j));  // each item hides one of the two
      CHECK(drawn.known(2, j));
      CHECK(drawn.column_sum(j) == 2);
    }
  }
}

TEST_CASE("dropped names are zeros and dropped answers unknown", "[bipartite][resample]") {
  const Incidence table(test::votes({"yn11", "ny01", "a?10", "yy11"}));
  const std::vector<double> weights(table.cells(), 2);
  for (std::uint64_t seed = 1; seed <= 30; ++seed) {
    Rng rng(seed);
    const auto drawn = bipartite::drop_edges(table, weights, 0.3, rng);
    CHECK(drawn.table.cells() == table.cells() - 4);  // 0.3 of 12, rounded up
    CHECK(drawn.weights.size() == drawn.table.cells());
    for (std::uint32_t i = 0; i < table.actors(); ++i) {
      for (std::uint32_t j = 0; j < table.items(); ++j) {
        const std::uint32_t other = table.other_answer(j);
        if (drawn.table.has(i, j)) CHECK(table.has(i, j));
        if (other == no_item) {
          CHECK(drawn.table.known(i, j) == table.known(i, j));
        } else if (table.has(i, j)) {
          CHECK(drawn.table.known(i, j) == drawn.table.has(i, j));
          CHECK(drawn.table.known(i, other) == drawn.table.has(i, j));
        }
      }
    }
  }
}

TEST_CASE("an actor is left out with its row, its weights and its cells", "[bipartite][resample]") {
  const Incidence table(test::votes({"1?", "?1", "11"}));
  const std::vector<double> weights{1, 2, 3, 4};
  const auto rest = bipartite::leave_out(table, weights, std::vector<std::uint32_t>{1});
  CHECK(rest.actor == std::vector<std::uint32_t>{0, 2});
  CHECK(rest.item == std::vector<std::uint32_t>{0, 1});
  CHECK(rest.table.actors() == 2);
  CHECK(rest.table.has(0, 0));
  CHECK_FALSE(rest.table.known(0, 1));
  CHECK(rest.weights == std::vector<double>{1, 3, 4});
}

TEST_CASE("replicates place their groups on the data", "[bipartite][resample]") {
  const Incidence table(test::votes({"1100y", "1100y", "1100n", "0011n", "0011n"}));
  const auto n = table.actors();
  for (const auto resample :
       {bipartite::Resample::items, bipartite::Resample::edges, bipartite::Resample::actors}) {
    const auto found = bipartite::partitions_of_replicates(
        table, {}, Rng(3), {.resample = resample, .replicates = 20, .threads = 1});
    CHECK(found == bipartite::partitions_of_replicates(
                       table, {}, Rng(3), {.resample = resample, .replicates = 20, .threads = 8}));
    REQUIRE(found.size() == (resample == bipartite::Resample::actors ? n : 20));
    for (std::size_t r = 0; r < found.size(); ++r) {
      REQUIRE(found[r].size() == n + table.items());
      std::uint32_t missing = 0;
      for (std::uint32_t i = 0; i < n; ++i) missing += found[r][i] == no_group ? 1 : 0;
      CHECK(missing == (resample == bipartite::Resample::actors ? 1 : 0));
      if (resample == bipartite::Resample::actors) CHECK(found[r][r] == no_group);
    }
  }
  // Leaving out one actor leaves the two camps.
  const auto jackknife = bipartite::partitions_of_replicates(
      table, {}, Rng(3), {.resample = bipartite::Resample::actors, .replicates = 20});
  CHECK(jackknife[0][1] == jackknife[0][2]);
  CHECK(jackknife[0][1] != jackknife[0][3]);
}
