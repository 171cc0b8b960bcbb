// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/bipartite/butterflies.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using bipartite::Incidence;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

Params samples(std::int64_t count, std::int64_t searches) {
  return {{"samples", count}, {"modularity_samples", searches}, {"restarts", std::int64_t{3}}};
}

}  // namespace

TEST_CASE("two separate blocks are structure, by hand", "[structure-test]") {
  // Of the 90 tables with sums 2, these are two blocks: rows pair up in 3 ways, and the first
  // pair takes 2 of 4 columns in 6 ways: 18 tables, each with 2 butterflies, the most there are.
  const Result result = run_analysis("structure-test", two_mode({"1100", "1100", "0011", "0011"}),
                                     samples(9000, 400));
  CHECK(column(result, "observed")[0] == 2);
  CHECK(column(result, "observed")[1] == Approx(0.5));
  CHECK(column(result, "p_upper")[0] == Approx(18.0 / 90).margin(0.03));
  CHECK(column(result, "p_upper")[1] == Approx(18.0 / 90).margin(0.09));
  CHECK(column(result, "p_lower")[0] == 1);
  CHECK(column(result, "samples") == Values{9000, 400});
}

TEST_CASE("butterflies agree with all tables of the same sums", "[structure-test]") {
  for (const View& view :
       {two_mode({"11101", "11000", "10010", "00110"}), two_mode({"?110", "1?11", "01?0", "101?"}),
        votes({"yy1", "yy0", "na1", "an0"})}) {
    const Incidence data(view);
    const auto observed = bipartite::butterfly_count(data);
    double tables = 0, above = 0, below = 0, sum = 0;
    for_each_table(data, [&](const Rows& rows) {
      const auto count = bipartite::butterfly_count(Incidence(data, rows));
      ++tables;
      above += count >= observed ? 1 : 0;
      below += count <= observed ? 1 : 0;
      sum += double(count);
    });
    const Result result = run_analysis("structure-test", view, samples(8000, 1));
    CHECK(column(result, "p_upper")[0] == Approx(above / tables).margin(0.03));
    CHECK(column(result, "p_lower")[0] == Approx(below / tables).margin(0.03));
    CHECK(column(result, "mean")[0] == Approx(sum / tables).margin(0.06));
  }
}

TEST_CASE("the southern women have structure", "[structure-test]") {
  // Barber (2007) finds more modularity in these data than in tables with the same degrees.
  const Result result = run_analysis("structure-test", southern_women(), samples(400, 40));
  CHECK(column(result, "p_upper")[1] == Approx(1.0 / 41));
  CHECK(column(result, "z")[1] > 3);
}

TEST_CASE("independent votes have no structure", "[structure-test]") {
  double below = 0;
  for (std::uint64_t seed = 0; seed < 20; ++seed) {
    const View view =
        random_votes({.actors = 14, .roll_calls = 8, .items = 4, .hidden = 0.15}, seed);
    const Result result = run_analysis("structure-test", view, samples(99, 20));
    for (const double p : column(result, "p_upper")) below += p <= 0.2 ? 1 : 0;
  }
  CHECK(below / 40 == Approx(0.2).margin(0.17));
}

TEST_CASE("structure-test does not depend on threads", "[structure-test]") {
  const View view = random_two_mode({.actors = 15, .items = 8, .hidden = 0.2}, 2);
  const Result one = run_analysis("structure-test", view, samples(50, 20), 1);
  const Result eight = run_analysis("structure-test", view, samples(50, 20), 8);
  for (const char* name : {"observed", "mean", "sd", "z", "p_upper", "p_lower"}) {
    CHECK(column(one, name) == column(eight, name));
  }
}

TEST_CASE("structure-test refuses what it cannot use", "[structure-test]") {
  const View view = two_mode({"10", "01"});
  CHECK(failure("structure-test", cycle(4)).front().code == "R102");
  CHECK(failure("structure-test", view, {{"samples", std::int64_t{0}}}).front().code == "P103");
  CHECK(failure("structure-test", view, {{"side", std::string("actor")}}).front().code == "P101");
}
