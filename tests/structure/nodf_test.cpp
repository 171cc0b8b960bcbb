// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/nodf.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using bipartite::Incidence;
using Catch::Approx;
using Values = std::vector<double>;

TEST_CASE("nodf of the example that defines it, by rows, columns and both", "[nodf]") {
  // Almeida-Neto et al. (2008), figure 1.
  const Result result =
      run_analysis("nodf", two_mode({"10111", "11100", "01110", "11000", "11000"}));
  CHECK(max_gap(column(result, "nodf"), {160.0 / 3, 190.0 / 3, 175.0 / 3}) < 1e-12);
  CHECK(column(result, "pairs") == Values{10, 10, 20});
}

TEST_CASE("nodf agrees with all tables of the same sums", "[nodf]") {
  for (const View& view :
       {two_mode({"11101", "11000", "10010", "00110"}), two_mode({"?110", "1?11", "01?0", "101?"}),
        votes({"yy1", "yy0", "na1", "an0"})}) {
    const Incidence data(view);
    const double observed = bipartite::nodf(data).both;
    double tables = 0, above = 0, sum = 0;
    for_each_table(data, [&](const Rows& rows) {
      const double value = bipartite::nodf(Incidence(data, rows)).both;
      ++tables;
      above += value >= observed - 1e-9 ? 1 : 0;
      sum += value;
    });
    const Result result = run_analysis("nodf", view, {{"samples", std::int64_t{8000}}});
    CHECK(column(result, "p_upper")[2] == Approx(above / tables).margin(0.03));
    CHECK(column(result, "mean")[2] == Approx(sum / tables).margin(0.5));
  }
}

TEST_CASE("nodf says where its z is undefined", "[nodf]") {
  const Result result = run_analysis("nodf", two_mode({"11", "10"}));
  CHECK(std::isnan(column(result, "z")[2]));
  CHECK(has_note(result, "S101"));
  CHECK(has_note(run_analysis("nodf", two_mode({"1?", "?1"})), "S102"));
}

TEST_CASE("nodf forgets the order of the lines", "[nodf]") {
  const Result a = run_analysis("nodf", two_mode({"1101", "1000", "1110", "0101"}));
  const Result b =
      run_analysis("nodf", two_mode({"1010", "0111", "0001", "1011"}));  // turned round
  CHECK(column(b, "nodf") == column(a, "nodf"));
}

TEST_CASE("independent cells are nested as chance has it", "[nodf]") {
  double below = 0;
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    const View view =
        random_votes({.actors = 12, .roll_calls = 6, .items = 5, .hidden = 0.1}, seed);
    below +=
        column(run_analysis("nodf", view, {{"samples", std::int64_t{99}}}), "p_upper")[2] <= 0.2
            ? 1
            : 0;
  }
  CHECK(below / 40 == Approx(0.2).margin(0.19));
}

TEST_CASE("nodf refuses what it cannot use", "[nodf]") {
  CHECK(failure("nodf", cycle(4)).front().code == "R102");
  CHECK(failure("nodf", two_mode({"1"}), {{"samples", std::int64_t{0}}}).front().code == "P103");
}
