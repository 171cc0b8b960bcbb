// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/two_lines.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <numeric>

#include "engine/base/parallel.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::bipartite;
using namespace entente::test;
using Order = std::vector<std::uint32_t>;

namespace {

std::uint64_t slow_crossings(const Incidence& table, const Order& actors, const Order& items) {
  std::uint64_t count = 0;
  for (std::size_t a = 0; a < actors.size(); ++a) {
    for (std::size_t b = a + 1; b < actors.size(); ++b) {
      for (std::size_t i = 0; i < items.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
          count += table.has(actors[a], items[i]) && table.has(actors[b], items[j]) ? 1 : 0;
        }
      }
    }
  }
  return count;
}

Order numbers(std::uint32_t n) {
  Order order(n);
  std::iota(order.begin(), order.end(), 0U);
  return order;
}

std::uint64_t fewest(const Incidence& table) {
  std::uint64_t best = ~std::uint64_t{0};
  Order actors = numbers(table.actors());
  do {
    Order items = numbers(table.items());
    do {
      best = std::min(best, slow_crossings(table, actors, items));
    } while (std::next_permutation(items.begin(), items.end()));
  } while (std::next_permutation(actors.begin(), actors.end()));
  return best;
}

}  // namespace

TEST_CASE("crossings by hand", "[two_lines]") {
  const Incidence crossed(two_mode({"01", "10"}));
  CHECK(crossings(crossed, {0, 1}, {0, 1}) == 1);
  CHECK(crossings(crossed, {0, 1}, {1, 0}) == 0);
  CHECK(crossings(Incidence(two_mode({"11", "11"})), {0, 1}, {0, 1}) == 1);
  CHECK(crossings(Incidence(two_mode({"111", "111", "111"})), {2, 0, 1}, {0, 1, 2}) == 9);
}

TEST_CASE("crossings are those of all pairs of edges", "[two_lines]") {
  const Incidence table(random_two_mode({.actors = 15, .items = 11, .density = 0.4}, 3));
  const TwoLines lines = two_lines(table);
  CHECK(lines.crossings == slow_crossings(table, lines.actors, lines.items));
  CHECK(lines.crossings_by_number == slow_crossings(table, numbers(15), numbers(11)));
}

TEST_CASE("two lines come near to the fewest crossings", "[two_lines]") {
  for (std::uint64_t seed = 1; seed <= 12; ++seed) {
    const Incidence table(random_two_mode({.actors = 5, .items = 5, .density = 0.4}, seed));
    const std::uint64_t best = fewest(table), found = two_lines(table).crossings;
    INFO("seed " << seed << ": " << found << " against " << best);
    CHECK(found >= best);
    CHECK(found <= 3 * best + 1);
  }
}

TEST_CASE("a path and separate blocks need no crossing", "[two_lines]") {
  // a0 - i3 - a2 - i0 - a1 - i2 - a3 - i1
  CHECK(two_lines(Incidence(two_mode({"0001", "1010", "1001", "0110"}))).crossings == 0);
  const TwoLines blocks = two_lines(Incidence(two_mode({"0101", "1000", "0000", "1000", "0100"})));
  CHECK(blocks.crossings == 0);
  CHECK(blocks.actors.back() == 2);  // without edges: at the end
  CHECK(blocks.items.back() == 2);
}

TEST_CASE("every vertex stands once on its line", "[two_lines]") {
  const Incidence women(southern_women());
  TwoLines lines = two_lines(women);
  CHECK(lines.crossings < lines.crossings_by_number);
  std::sort(lines.actors.begin(), lines.actors.end());
  std::sort(lines.items.begin(), lines.items.end());
  CHECK(lines.actors == numbers(18));
  CHECK(lines.items == numbers(14));
  CHECK(two_lines(Incidence(two_mode({}, 3))).items == numbers(3));
}

TEST_CASE("a requested stop stops the two lines", "[two_lines]") {
  std::stop_source source;
  source.request_stop();
  CHECK_THROWS_AS(two_lines(Incidence(southern_women()), source.get_token()), Stopped);
}
