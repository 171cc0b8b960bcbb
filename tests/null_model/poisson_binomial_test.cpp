// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/base/number_text.hpp"
#include "engine/base/random.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/text_table.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

TextTable trials(const Values& chances) {
  TextTable table = text_table({"p"}, {});
  for (const double p : chances) {
    table.rows.push_back({number_text(p)});
    table.lines.push_back(std::uint32_t(table.rows.size()) + 1);
  }
  return table;
}

}  // namespace

TEST_CASE("poisson-binomial of three coins by hand", "[poisson-binomial]") {
  const Result result = run_on_table("poisson-binomial", trials({0.5, 0.5, 0.25}));
  CHECK(column(result, "k") == Values{0, 1, 2, 3});
  CHECK(column(result, "lower") == Values{3.0 / 16, 10.0 / 16, 15.0 / 16, 1});
  CHECK(column(result, "upper") == Values{1, 13.0 / 16, 6.0 / 16, 1.0 / 16});
}

TEST_CASE("poisson-binomial of equal trials is the binomial of the tables", "[poisson-binomial]") {
  // Binomial(20, 0.3): P(X <= 6) = 0.6080, P(X <= 10) = 0.9829; National Bureau of Standards,
  // Tables of the Binomial Probability Distribution (1950).
  const auto lower = column(run_on_table("poisson-binomial", trials(Values(20, 0.3))), "lower");
  CHECK(lower[6] == Approx(0.6080).margin(5e-5));
  CHECK(lower[10] == Approx(0.9829).margin(5e-5));
}

TEST_CASE("poisson-binomial agrees with the sum over all outcomes", "[poisson-binomial]") {
  Rng rng(3);
  Values p;
  for (int t = 0; t < 11; ++t) p.push_back(rng.uniform());
  Values chance(p.size() + 1, 0);
  for (unsigned outcome = 0; outcome < 1U << p.size(); ++outcome) {
    double both = 1;
    std::size_t successes = 0;
    for (std::size_t t = 0; t < p.size(); ++t) {
      const bool success = (outcome >> t & 1U) != 0;
      both *= success ? p[t] : 1 - p[t];
      successes += success ? 1 : 0;
    }
    chance[successes] += both;
  }
  const Result result = run_on_table("poisson-binomial", trials(p));
  const auto lower = column(result, "lower"), upper = column(result, "upper");
  double below = 0;
  for (std::size_t k = 0; k < chance.size(); ++k) {
    CHECK(upper[k] == Approx(1 - below).margin(1e-13));
    below += chance[k];
    CHECK(lower[k] == Approx(below).epsilon(1e-12));
  }
}

TEST_CASE("poisson-binomial tails overlap in one number and do not depend on the order",
          "[poisson-binomial]") {
  const Values p{0.9, 0.01, 0.3, 0.3, 0.7, 1, 0};
  const Result one = run_on_table("poisson-binomial", trials(p));
  const Result turned = run_on_table("poisson-binomial", trials({p.rbegin(), p.rend()}));
  CHECK(max_gap(column(one, "lower"), column(turned, "lower")) < 1e-15);
  const auto lower = column(one, "lower"), upper = column(one, "upper");
  for (std::size_t k = 0; k + 1 < lower.size(); ++k) CHECK(lower[k] + upper[k + 1] == Approx(1));
}

TEST_CASE("no trial has no success, for certain", "[poisson-binomial]") {
  const Result none = run_on_table("poisson-binomial", trials({}));
  CHECK(column(none, "k") == Values{0});
  CHECK(column(none, "lower") == Values{1});
  CHECK(column(none, "upper") == Values{1});
}

TEST_CASE("poisson-binomial stops when it is asked", "[poisson-binomial][stop]") {
  std::stop_source source;
  source.request_stop();
  Context context;
  context.stop = source.get_token();
  CHECK_THROWS_AS(run(*find_analysis("poisson-binomial"), trials({0.5}), {}, context), Stopped);
}

TEST_CASE("poisson-binomial refuses what it cannot use", "[poisson-binomial]") {
  CHECK(table_failure("poisson-binomial", text_table({"q"}, {{"0.5"}})).front().code == "A320");
  const auto problems = table_failure("poisson-binomial", text_table({"p"}, {{"1.5"}, {"x"}}));
  REQUIRE(problems.size() == 2);
  CHECK(problems[0].code == "A321");
  CHECK(problems[1].where.line == 3);
  CHECK(table_failure("poisson-binomial", trials(Values(50'001, 0.5))).front().code == "N110");
  CHECK(table_failure("poisson-binomial", trials({}), {{"fdr", 0.1}}).front().code == "P101");
  CHECK(failure("poisson-binomial", path(3)).front().code == "R101");
}
