// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/butterflies.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::bipartite;
using Counts = std::vector<std::uint64_t>;

namespace {

Butterflies one_by_one(const Incidence& table) {
  Butterflies found{0, Counts(table.actors() + table.items(), 0)};
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    for (std::uint32_t k = i + 1; k < table.actors(); ++k) {
      for (std::uint32_t j = 0; j < table.items(); ++j) {
        for (std::uint32_t l = j + 1; l < table.items(); ++l) {
          if (!table.has(i, j) || !table.has(i, l) || !table.has(k, j) || !table.has(k, l))
            continue;
          ++found.total;
          for (const auto v : {i, k, table.actors() + j, table.actors() + l}) ++found.of_node[v];
        }
      }
    }
  }
  return found;
}

}  // namespace

TEST_CASE("butterflies of small tables by hand", "[bipartite][butterflies]") {
  CHECK(butterflies(Incidence(test::two_mode({"11", "11"}))).of_node == Counts{1, 1, 1, 1});
  const auto found = butterflies(Incidence(test::two_mode({"111", "111", "100"})));
  CHECK(found.total == 3);
  CHECK(found.of_node == Counts{3, 3, 0, 2, 2, 2});
  CHECK(butterflies(Incidence(test::two_mode({"10", "01"}))).total == 0);
  CHECK(butterflies(Incidence(test::two_mode({}, 2))).of_node == Counts{0, 0});
}

TEST_CASE("butterflies agree with a search one by one, on any threads",
          "[bipartite][butterflies]") {
  for (const auto& [actors, items] : {std::pair{130U, 12U}, {12U, 130U}, {40U, 40U}}) {
    const Incidence table(
        test::random_two_mode({.actors = actors, .items = items, .density = 0.2}, actors));
    const Butterflies slow = one_by_one(table);
    REQUIRE(slow.total > 0);
    CHECK(butterfly_count(table) == slow.total);
    for (const unsigned threads : {1U, 2U, 8U}) {
      const Butterflies fast = butterflies(table, threads);
      CHECK(fast.total == slow.total);
      CHECK(fast.of_node == slow.of_node);
    }
  }
}
