// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/barber.hpp"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::bipartite;
using Catch::Approx;

namespace {

BarberModel model_of(const Incidence& table) { return barber_model(table, expectation(table)); }

// The definition, cell by cell.
double slow_modularity(const Incidence& table, const Expectation& e, const Groups& groups) {
  double sum = 0;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    for (std::uint32_t j = 0; j < table.items(); ++j) {
      if (groups[i] != groups[table.actors() + j]) continue;
      sum += table.has(i, j) ? 1 : 0;
      sum -= table.known(i, j) ? e.row[i] * e.column[j] : 0;
    }
  }
  return table.cells() == 0 ? 0 : sum / double(table.cells());
}

}  // namespace

TEST_CASE("two separate blocks have two-mode modularity one half", "[bipartite][barber]") {
  const Incidence table(test::two_mode({"1100", "1100", "0011", "0011"}));
  const BarberResult best = maximise(table, Rng(1), {.restarts = 4});
  CHECK(best.modularity == Approx(0.5).epsilon(1e-14));
  CHECK(best.groups == Groups{0, 0, 1, 1, 0, 0, 1, 1});
  CHECK(best.group_count == 2);
  CHECK(best.share_near_best == 1);
  CHECK(best.near_best.size() == 1);
}

TEST_CASE("the southern women reach the known best modularity", "[bipartite][barber]") {
  // The value that all 190,899,322 partitions of the 14 events leave standing (test below).
  const Incidence table(test::southern_women());
  const BarberResult best = maximise(table, Rng(1), {.restarts = 20});
  CHECK(best.modularity == Approx(0.3455371796).epsilon(1e-9));
  CHECK(best.group_count == 4);
  CHECK(best.share_near_best > 0.5);
}

TEST_CASE("the search finds the best of all partitions of tiny tables", "[bipartite][barber]") {
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    const View view = test::random_two_mode(
        {.actors = 5, .items = 4, .density = 0.45, .hidden = seed % 2 == 0 ? 0.0 : 0.4}, seed);
    const Incidence table(view);
    const Expectation e = expectation(table);
    double best = 0;
    test::for_each_partition(
        9, [&](const Groups& groups) { best = std::max(best, slow_modularity(table, e, groups)); });
    CHECK(maximise(table, Rng(seed), {.restarts = 10}).modularity == Approx(best).margin(1e-9));
  }
}

TEST_CASE("the expectation without unseen cells is k d / m", "[bipartite][barber]") {
  const Incidence table(test::random_two_mode({.actors = 9, .items = 7}, 3));
  const Expectation e = expectation(table);
  for (std::uint32_t i = 0; i < 9; ++i) {
    for (std::uint32_t j = 0; j < 7; ++j) {
      CHECK(e.row[i] * e.column[j] ==
            Approx(double(table.row_sum(i)) * table.column_sum(j) / double(table.cells())));
    }
  }
}

TEST_CASE("the expectation on known cells keeps every sum", "[bipartite][barber]") {
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    const Incidence table(
        test::random_two_mode({.actors = 30, .items = 12, .density = 0.4, .hidden = 0.3}, seed));
    REQUIRE(table.masked());
    const Expectation e = expectation(table);
    std::vector<double> row(30, 0), column(12, 0);
    for (std::uint32_t i = 0; i < 30; ++i) {
      for (std::uint32_t j = 0; j < 12; ++j) {
        if (!table.known(i, j)) continue;
        row[i] += e.row[i] * e.column[j];
        column[j] += e.row[i] * e.column[j];
      }
    }
    for (std::uint32_t i = 0; i < 30; ++i) CHECK(row[i] == Approx(table.row_sum(i)).epsilon(1e-10));
    for (std::uint32_t j = 0; j < 12; ++j) {
      CHECK(column[j] == Approx(table.column_sum(j)).epsilon(1e-10));
    }
  }
}

TEST_CASE("unseen cells tell nothing about who stands apart", "[bipartite][barber]") {
  // Both halves endorse all that they could; nobody could be seen on the other half's items. Read
  // as zeros, the same cells make two groups.
  const BarberResult seen = maximise(Incidence(test::two_mode({"11??", "11??", "??11", "??11"})),
                                     Rng(1), {.restarts = 6});
  CHECK(seen.modularity == Approx(0).margin(1e-12));
}

TEST_CASE("modularity of any partition is the sum over its cells", "[bipartite][barber]") {
  const Incidence table(
      test::random_two_mode({.actors = 20, .items = 9, .density = 0.3, .hidden = 0.3}, 7));
  const Expectation e = expectation(table);
  const BarberModel model = barber_model(table, e);
  Rng rng(2);
  for (int k = 0; k < 20; ++k) {
    Groups groups(29);
    for (auto& g : groups) g = static_cast<std::uint32_t>(rng.below(5));
    CHECK(barber_modularity(model, groups) ==
          Approx(slow_modularity(table, e, groups)).margin(1e-12));
  }
}

TEST_CASE("weights count as so many equal ones", "[bipartite][barber]") {
  const Incidence table(test::random_two_mode({.actors = 8, .items = 6}, 5));
  const std::vector<double> threes(table.cells(), 3.0);
  const BarberModel weighted = barber_model(table, expectation(table, threes), threes);
  CHECK(weighted.total == 3.0 * double(table.cells()));
  const Groups groups{0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 1, 1};
  CHECK(barber_modularity(weighted, groups) ==
        Approx(barber_modularity(model_of(table), groups)).epsilon(1e-12));
}

TEST_CASE("the result has the same bits on any number of threads", "[bipartite][barber]") {
  const Incidence table(test::random_two_mode({.actors = 40, .items = 15, .density = 0.3}, 11));
  const BarberResult one = maximise(table, Rng(3), {.restarts = 12, .threads = 1});
  for (const unsigned threads : {2U, 8U}) {
    const BarberResult many = maximise(table, Rng(3), {.restarts = 12, .threads = threads});
    CHECK(many.modularity == one.modularity);
    CHECK(many.groups == one.groups);
    CHECK(many.near_best == one.near_best);
  }
}

TEST_CASE("tables without ones or without a side have modularity 0", "[bipartite][barber]") {
  CHECK(maximise(Incidence(test::two_mode({"00", "00"})), Rng(1)).modularity == 0);
  CHECK(maximise(Incidence(test::two_mode({"0?", "00"})), Rng(1)).modularity == 0);
  CHECK(maximise(Incidence(test::two_mode({}, 3)), Rng(1)).group_count == 3);
  CHECK(maximise(Incidence(test::two_mode({"", ""})), Rng(1)).group_count == 2);
  CHECK(maximise(Incidence(test::two_mode({})), Rng(1)).groups.empty());
}

TEST_CASE("a search that is asked to stop stops", "[bipartite][barber]") {
  std::stop_source stop;
  stop.request_stop();
  CHECK_THROWS(
      maximise(Incidence(test::two_mode({"10", "01"})), Rng(1), {.stop = stop.get_token()}));
}
