// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/nodf.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using bipartite::Incidence;
using bipartite::Nodf;
using Catch::Approx;

namespace {

Nodf nodf_of(const std::vector<std::string>& rows) {
  return bipartite::nodf(Incidence(two_mode(rows)));
}

// Every pair, cell by cell.
Nodf slow_nodf(const Incidence& table) {
  Nodf result;
  const auto sum_of = [&](std::uint32_t lines, std::uint32_t length, std::uint64_t& pairs,
                          const auto& one, const auto& known) {
    double sum = 0;
    for (std::uint32_t a = 0; a < lines; ++a) {
      for (std::uint32_t b = a + 1; b < lines; ++b) {
        double fill_a = 0, fill_b = 0, shared = 0, seen = 0;
        for (std::uint32_t l = 0; l < length; ++l) {
          if (!known(a, l) || !known(b, l)) continue;
          ++seen;
          fill_a += one(a, l) ? 1 : 0;
          fill_b += one(b, l) ? 1 : 0;
          shared += one(a, l) && one(b, l) ? 1 : 0;
        }
        if (table.masked() && seen == 0) {
          ++result.incomparable_pairs;
          continue;
        }
        ++pairs;
        if (fill_a != fill_b && fill_a > 0 && fill_b > 0)
          sum += 100 * shared / std::min(fill_a, fill_b);
      }
    }
    return sum;
  };
  const double actors = sum_of(
      table.actors(), table.items(), result.actor_pairs,
      [&](auto i, auto j) { return table.has(i, j); },
      [&](auto i, auto j) { return table.known(i, j); });
  const double items = sum_of(
      table.items(), table.actors(), result.item_pairs,
      [&](auto j, auto i) { return table.has(i, j); },
      [&](auto j, auto i) { return table.known(i, j); });
  if (result.actor_pairs > 0) result.actors = actors / double(result.actor_pairs);
  if (result.item_pairs > 0) result.items = items / double(result.item_pairs);
  const auto both = result.actor_pairs + result.item_pairs;
  if (both > 0) result.both = (actors + items) / double(both);
  return result;
}

}  // namespace

TEST_CASE("nodf of a staircase is 100, of equal lines and of blocks 0", "[bipartite][nodf]") {
  CHECK(nodf_of({"111", "110", "100"}).both == 100);
  CHECK(nodf_of({"11", "11"}).both == 0);
  CHECK(nodf_of({"110", "001"}).actors == 0);
  CHECK(nodf_of({"000", "110"}).actors == 0);
}

TEST_CASE("nodf of the example that defines it", "[bipartite][nodf]") {
  // Almeida-Neto et al. (2008), figure 1: 53.33 for rows, 63.33 for columns, 58.33 for both.
  const Nodf found = nodf_of({"10111", "11100", "01110", "11000", "11000"});
  CHECK(found.actors == Approx(160.0 / 3));
  CHECK(found.items == Approx(190.0 / 3));
  CHECK(found.both == Approx(175.0 / 3));
  CHECK(found.actor_pairs == 10);
}

TEST_CASE("nodf compares what could be seen for both", "[bipartite][nodf]") {
  // Rows: a has 2, b has 1 of the two items known for both, which a has, too. Without the mask b
  // would be no part of a.
  const Nodf found = nodf_of({"11?", "101"});
  CHECK(found.actors == 100);
  CHECK(found.incomparable_pairs == 0);
  CHECK(nodf_of({"1?", "?1"}).incomparable_pairs == 2);
}

TEST_CASE("nodf agrees with every pair cell by cell", "[bipartite][nodf]") {
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const Incidence table(random_two_mode({.actors = 12,
                                           .items = 70,
                                           .density = 0.1 + 0.04 * double(seed),
                                           .hidden = seed % 2 == 0 ? 0 : 0.6},
                                          seed));
    const Nodf fast = bipartite::nodf(table), slow = slow_nodf(table);
    CHECK(fast.actors == Approx(slow.actors).epsilon(1e-12));
    CHECK(fast.items == Approx(slow.items).epsilon(1e-12));
    CHECK(fast.both == Approx(slow.both).epsilon(1e-12));
    CHECK(fast.actor_pairs == slow.actor_pairs);
    CHECK(fast.item_pairs == slow.item_pairs);
    CHECK(fast.incomparable_pairs == slow.incomparable_pairs);
  }
}

TEST_CASE("nodf of a table without pairs is 0", "[bipartite][nodf]") {
  CHECK(nodf_of({}).both == 0);
  CHECK(nodf_of({"1"}).both == 0);
}
