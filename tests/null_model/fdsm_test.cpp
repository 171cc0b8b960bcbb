// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/bipartite/lines.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using bipartite::Incidence;
using bipartite::Mode;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

// Exact p values of every pair of actors, over all tables with the sums of `view`.
struct Exact {
  Values upper, lower, expected;
};
Exact exact(const View& view) {
  const Incidence data(view);
  const auto observed = bipartite::pair_overlaps(data, Mode::actor, true);
  Exact result{Values(observed.size(), 0), Values(observed.size(), 0), Values(observed.size(), 0)};
  double tables = 0;
  for_each_table(data, [&](const Rows& rows) {
    ++tables;
    for (std::size_t p = 0; p < observed.size(); ++p) {
      std::vector<std::uint32_t> both;
      const auto &a = rows[observed[p].a], &b = rows[observed[p].b];
      std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
      const std::size_t overlap = both.size();
      result.upper[p] += overlap >= observed[p].count ? 1 : 0;
      result.lower[p] += overlap <= observed[p].count ? 1 : 0;
      result.expected[p] += double(overlap);
    }
  });
  for (Values* values : {&result.upper, &result.lower, &result.expected}) {
    for (double& value : *values) value /= tables;
  }
  return result;
}

void check_near(const Values& sampled, const Values& truth, double samples) {
  REQUIRE(sampled.size() == truth.size());
  for (std::size_t at = 0; at < truth.size(); ++at) {
    const double error = std::sqrt(truth[at] * (1 - truth[at]) / samples);
    CHECK(sampled[at] == Approx(truth[at]).margin(0.001 + 6 * error));
  }
}

}  // namespace

TEST_CASE("fdsm of four actors with two of four items by hand", "[fdsm]") {
  // Of the 90 tables with sums 2, rows 0 and 1 are equal in 6 (6 choices, the rest follows).
  const Result result = run_analysis("fdsm", two_mode({"1100", "1100", "0011", "0011"}),
                                     {{"samples", std::int64_t{20000}}});
  CHECK(column(result, "observed") == Values{2, 0, 0, 0, 0, 2});
  CHECK(column(result, "p_value")[0] == Approx(6.0 / 90).margin(0.012));
  CHECK(column(result, "p_value")[1] == 1);
  CHECK(column(result, "expected")[0] == Approx(2.0 / 3).margin(0.03));
}

TEST_CASE("fdsm agrees with all tables of the same sums", "[fdsm]") {
  const Params params{{"samples", std::int64_t{10000}}};
  const Params lower{{"samples", std::int64_t{10000}}, {"tail", std::string("lower")}};
  for (const View& view :
       {two_mode({"11101", "11000", "10010", "00100"}), two_mode({"?110", "1?01", "01?0", "001?"}),
        votes({"yn1", "ny0", "aa1", "yy0"}), votes({"y?n1", "?na0", "ny?1", "aay?"})}) {
    const Exact truth = exact(view);
    check_near(column(run_analysis("fdsm", view, params), "p_value"), truth.upper, 10000);
    check_near(column(run_analysis("fdsm", view, lower), "p_value"), truth.lower, 10000);
    const auto expected = column(run_analysis("fdsm", view, params), "expected");
    CHECK(max_gap(expected, truth.expected) < 0.06);
  }
}

TEST_CASE("fdsm gives independent votes uniform p values", "[fdsm]") {
  const View view = random_votes({.actors = 24, .roll_calls = 100, .items = 20, .hidden = 0.1}, 9);
  for (const char* tail : {"upper", "lower"}) {
    const auto p = column(
        run_analysis("fdsm", view, {{"samples", std::int64_t{400}}, {"tail", std::string(tail)}}),
        "p_value");
    const auto share = [&](double level) {
      return double(std::count_if(p.begin(), p.end(), [&](double x) { return x <= level; })) /
             double(p.size());
    };
    CHECK(share(0.1) == Approx(0.09).margin(0.06));  // 276 pairs, overlaps are whole numbers
    CHECK(share(0.5) == Approx(0.48).margin(0.1));
  }
}

TEST_CASE("fdsm does not depend on threads and says what samples can tell", "[fdsm]") {
  const View view = random_two_mode({.actors = 15, .items = 8, .hidden = 0.2}, 2);
  const Params params{{"samples", std::int64_t{100}}};
  const Result one = run_analysis("fdsm", view, params, 1);
  CHECK(column(one, "p_value") == column(run_analysis("fdsm", view, params, 8), "p_value"));
  CHECK(has_note(one, "N105"));
}

TEST_CASE("fdsm refuses what it cannot use", "[fdsm]") {
  const View view = two_mode({"10", "01"});
  CHECK(failure("fdsm", cycle(4)).front().code == "R102");
  CHECK(failure("fdsm", view, {{"samples", std::int64_t{0}}}).front().code == "P103");
  CHECK(failure("fdsm", view, {{"tail", std::string("both")}}).front().code == "P104");
  CHECK(failure("fdsm", two_mode(std::vector<std::string>(2002, ""), 0)).front().code == "N104");
}
