// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/trades.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <map>

#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::bipartite;

namespace {

using Counts = std::map<test::Rows, std::size_t>;

Counts every_table(const Incidence& data) {
  Counts counts;
  test::for_each_table(data, [&](const test::Rows& rows) { counts.emplace(rows, 0); });
  return counts;
}

// How often each possible table is drawn; a table that is not possible fails the test.
Counts draw(const Incidence& data, std::size_t samples, std::size_t thinning = 4) {
  Counts counts = every_table(data);
  for_each_sample(data, Rng(7), {.samples = samples, .thinning = thinning, .threads = 1},
                  [&](std::size_t, const Incidence& table) {
                    const auto found = counts.find(test::rows_of(table));
                    REQUIRE(found != counts.end());
                    ++found->second;
                  });
  return counts;
}

// (chi-square - degrees of freedom) / sqrt(2 degrees of freedom): beyond 4 for a uniform sample
// once in thousands of seeds, and the seed is fixed.
double excess(const Counts& counts) {
  double samples = 0;
  for (const auto& [rows, count] : counts) samples += double(count);
  const double expected = samples / double(counts.size());
  double chi_square = 0;
  for (const auto& [rows, count] : counts) {
    chi_square += (double(count) - expected) * (double(count) - expected) / expected;
  }
  const double freedom = double(counts.size()) - 1;
  return (chi_square - freedom) / std::sqrt(2 * freedom);
}

}  // namespace

TEST_CASE("a masked diagonal with unit sums has two fillings, equally likely",
          "[bipartite][trades]") {
  const Incidence data(test::two_mode({"?10", "0?1", "10?"}));
  const Counts counts = draw(data, 4000);
  CHECK(counts.size() == 2);
  CHECK(excess(counts) < 4);
}

TEST_CASE("all tables with the sums are equally likely", "[bipartite][trades]") {
  // 90 tables of 4 x 4 with sums 2: a known number (sequence A001499 of the OEIS).
  const Incidence regular(test::two_mode({"1100", "1100", "0011", "0011"}));
  const Counts counts = draw(regular, 18000);
  CHECK(counts.size() == 90);
  CHECK(excess(counts) < 4);
  const Counts uneven =
      draw(Incidence(test::two_mode({"11101", "11000", "10010", "00100"})), 20000);
  CHECK(uneven.size() > 20);
  CHECK(excess(uneven) < 4);
}

TEST_CASE("masked tables are equally likely", "[bipartite][trades]") {
  for (const auto& rows : std::vector<std::vector<std::string>>{{"?110", "1?01", "01?0", "001?"},
                                                                {"11?0", "?011", "1?00", "0101"},
                                                                {"?100", "0?10", "00?1", "100?"}}) {
    const Incidence data(test::two_mode(rows));
    const Counts counts = draw(data, 20000);
    CHECK(counts.size() > 5);
    CHECK(excess(counts) < 4);
  }
}

TEST_CASE("tables with roll calls are equally likely and nobody gives both answers",
          "[bipartite][trades]") {
  for (const auto& rows : std::vector<std::vector<std::string>>{{"yy", "na", "an", "yn"},
                                                                {"yn1", "ny0", "aa1", "yy0"},
                                                                {"y10", "n01", "a11"},
                                                                {"yny", "nay", "yan"}}) {
    const Incidence data(test::votes(rows));
    REQUIRE(data.has_roll_calls());
    const Counts counts = draw(data, 30000);
    CHECK(counts.size() > 3);
    CHECK(excess(counts) < 4);
  }
}

TEST_CASE("roll calls with a mask are equally likely", "[bipartite][trades]") {
  for (const auto& rows : std::vector<std::vector<std::string>>{
           {"?yn", "n?a", "ya?", "an1"}, {"?y0", "y?1", "n1?"}, {"y?n1", "?na0", "ny?1", "aay?"}}) {
    const Incidence data(test::votes(rows));
    REQUIRE(data.masked());
    const Counts counts = draw(data, 40000, 8);
    CHECK(counts.size() >= 2);
    CHECK(excess(counts) < 4);
  }
}

TEST_CASE("large tables keep their sums, known cells and single answers", "[bipartite][trades]") {
  const Incidence data(
      test::random_votes({.actors = 40, .roll_calls = 10, .items = 15, .hidden = 0.2}, 3));
  for_each_sample(data, Rng(1), {.samples = 20}, [&](std::size_t, const Incidence& table) {
    bool sound = true;
    for (std::uint32_t i = 0; i < data.actors(); ++i) {
      sound &= table.row_sum(i) == data.row_sum(i);
      for (const std::uint32_t j : table.row(i)) {
        sound &= data.known(i, j);
        const std::uint32_t other = data.other_answer(j);
        sound &= other == no_item || !table.has(i, other);
      }
    }
    for (std::uint32_t j = 0; j < data.items(); ++j) {
      sound &= table.column_sum(j) == data.column_sum(j);
    }
    if (!sound) throw std::logic_error("a draw broke a promise");
  });
}

TEST_CASE("threads do not change the samples", "[bipartite][trades]") {
  const Incidence data(test::random_two_mode({.actors = 30, .items = 12, .hidden = 0.1}, 5));
  std::vector<std::vector<test::Rows>> runs;
  for (const unsigned threads : {1U, 2U, 8U}) {
    const SampleOptions options{.samples = 37, .threads = threads};
    std::vector<test::Rows> rows(options.samples);
    for_each_sample(data, Rng(1), options, [&](std::size_t index, const Incidence& table) {
      rows[index] = test::rows_of(table);
    });
    runs.push_back(std::move(rows));
  }
  CHECK(runs[0] == runs[1]);
  CHECK(runs[0] == runs[2]);
}

TEST_CASE("samples are shared among the chains in order", "[bipartite][trades]") {
  for (const std::size_t samples : {1UL, 5UL, 8UL, 37UL}) {
    const SampleOptions options{.samples = samples};
    for (std::size_t s = 1; s < samples; ++s) {
      CHECK(chain_of(s - 1, options) <= chain_of(s, options));
    }
    CHECK(chain_of(samples - 1, options) < options.chains);
  }
}

TEST_CASE("tables without a choice come back as they are", "[bipartite][trades]") {
  for (const auto& rows : std::vector<std::vector<std::string>>{
           {}, {"101"}, {"111", "000"}, {"???", "???"}, {"1", "1"}}) {
    const Incidence data(
        test::two_mode(rows, rows.empty() ? 3 : static_cast<std::uint32_t>(rows[0].size())));
    std::size_t drawn = 0;
    for_each_sample(data, Rng(1), {.samples = 3, .threads = 1},
                    [&](std::size_t, const Incidence& table) {
                      ++drawn;
                      CHECK(test::rows_of(table) == test::rows_of(data));
                    });
    CHECK(drawn == 3);
  }
}
