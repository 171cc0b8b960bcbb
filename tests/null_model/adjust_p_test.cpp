// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/base/number_text.hpp"
#include "engine/base/random.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/text_table.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

TextTable tests_of(const Values& p) {
  TextTable table = text_table({"id", "p"}, {});
  for (std::size_t r = 0; r < p.size(); ++r) {
    table.rows.push_back({"t" + std::to_string(r), number_text(p[r])});
    table.lines.push_back(std::uint32_t(r) + 2);
  }
  return table;
}

Values q_values(const Values& p, const std::string& correction) {
  return column(run_on_table("adjust-p", tests_of(p), {{"correction", correction}}), "q_value");
}

}  // namespace

TEST_CASE("adjust-p of three tests by hand", "[adjust-p]") {
  const Result result = run_on_table("adjust-p", tests_of({0.04, 0.01, 0.3}));
  CHECK(column(result, "q_value")[0] == Approx(0.06));
  CHECK(column(result, "q_value")[1] == Approx(0.03));
  CHECK(column(result, "q_value")[2] == Approx(0.3));
  CHECK(column(result, "significant") == Values{0, 1, 0});
  CHECK(q_values({0.04, 0.01, 0.3}, "holm")[0] == Approx(0.08));
  CHECK(q_values({0.04, 0.01, 0.3}, "bonferroni")[0] == Approx(0.12));
  CHECK(q_values({0.04, 0.01, 0.3}, "by")[1] == Approx(0.03 * 11 / 6));
}

TEST_CASE("adjust-p of the fifteen tests of Benjamini and Hochberg", "[adjust-p]") {
  // Their paper (1995), section 3.2: four rejected at 0.05, by Bonferroni three.
  const TextTable table = tests_of({0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344,
                                    0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000});
  const auto rejected = [&](const char* correction) {
    const auto significant = column(
        run_on_table("adjust-p", table, {{"correction", std::string(correction)}}), "significant");
    return std::count(significant.begin(), significant.end(), 1.0);
  };
  CHECK(rejected("bh") == 4);
  CHECK(rejected("holm") == 3);
  CHECK(rejected("bonferroni") == 3);
}

TEST_CASE("adjust-p agrees with the definitions", "[adjust-p]") {
  Rng rng(8);
  Values p;
  for (int t = 0; t < 40; ++t) p.push_back(rng.uniform() * rng.uniform());
  p[7] = p[21];
  const auto n = double(p.size());
  double harmonic = 0;
  for (std::size_t r = 1; r <= p.size(); ++r) harmonic += 1 / double(r);
  const auto bh = q_values(p, "bh"), by = q_values(p, "by"), holm = q_values(p, "holm");
  for (std::size_t t = 0; t < p.size(); ++t) {
    // With the rank of a value the number of p values that do not exceed it.
    const auto rank = [&](double x) {
      return double(std::count_if(p.begin(), p.end(), [&](double y) { return y <= x; }));
    };
    double least = 1, largest = 0;
    for (const double x : p) {
      if (x >= p[t]) least = std::min(least, n * x / rank(x));
      const auto below = double(std::count_if(p.begin(), p.end(), [&](double y) { return y < x; }));
      if (x <= p[t]) largest = std::max(largest, std::min(1.0, (n - below) * x));
    }
    CHECK(bh[t] == Approx(least));
    CHECK(by[t] == Approx(std::min({1.0, harmonic * least})).margin(1e-12));
    CHECK(holm[t] == Approx(largest));
  }
}

TEST_CASE("adjust-p keeps the order of the tests and never lowers p", "[adjust-p]") {
  const Values p{0.2, 0.001, 0.03, 0.03, 1, 0};
  for (const char* correction : {"bh", "by", "holm", "bonferroni"}) {
    const auto q = q_values(p, correction);
    for (std::size_t a = 0; a < p.size(); ++a) {
      CHECK(q[a] >= p[a]);
      CHECK(q[a] <= 1);
      for (std::size_t b = 0; b < p.size(); ++b) {
        if (p[a] <= p[b]) CHECK(q[a] <= q[b]);
      }
    }
  }
  CHECK(column(run_on_table("adjust-p", tests_of({})), "q_value").empty());
}

TEST_CASE("adjust-p refuses what it cannot use", "[adjust-p]") {
  const auto code = [](const TextTable& table, const Params& params = {}) {
    return table_failure("adjust-p", table, params).front().code;
  };
  CHECK(code(text_table({"name", "p"}, {})) == "A320");
  CHECK(code(text_table({"id", "p"}, {{"a", "-0.1"}})) == "A321");
  CHECK(code(text_table({"id", "p"}, {{"", "0.1"}})) == "A322");
  CHECK(code(text_table({"id", "p"}, {{"a", "0.1"}, {"a", "0.2"}})) == "A323");
  CHECK(code(tests_of({0.1}), {{"correction", std::string("none")}}) == "P104");
  CHECK(code(tests_of({0.1}), {{"fdr", 2.0}}) == "P103");
}
