// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/partition_search.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

TEST_CASE("the best of a search is the first of the best, with those near it counted",
          "[graph][partition_search]") {
  const PartitionSearch search{{}, {1, 3, 2, 3, 3 - 5e-7}};
  CHECK(search.best() == 1);
  CHECK(search.share_near_best() == 0.6);
}

TEST_CASE("each restart has a stream of its own, whatever the threads",
          "[graph][partition_search]") {
  const auto find = [](Rng& draws) {
    return Groups{static_cast<std::uint32_t>(draws.below(1000))};
  };
  const auto value = [](const Groups& groups) { return double(groups[0]); };
  const auto one = search_again(Rng(7), {.restarts = 20, .threads = 1}, find, value);
  const auto two = search_again(Rng(7), {.restarts = 20, .threads = 2}, find, value);
  CHECK(one.found == two.found);
  CHECK(one.value == two.value);
  CHECK(one.found[0] != one.found[1]);
}
