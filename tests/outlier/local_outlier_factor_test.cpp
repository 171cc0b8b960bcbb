// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
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
using Points = std::vector<Values>;

namespace {

TextTable table_of(const Points& points) {
  std::vector<std::string> header{"id"};
  std::vector<std::vector<std::string>> rows;
  for (std::size_t d = 0; !points.empty() && d < points[0].size(); ++d) {
    header.push_back("x" + std::to_string(d));
  }
  if (points.empty()) header.emplace_back("x0");
  for (std::size_t p = 0; p < points.size(); ++p) {
    rows.push_back({"p" + std::to_string(p)});
    for (const double x : points[p]) rows.back().push_back(number_text(x));
  }
  return text_table(header, rows);
}

Values factors(const Points& points, std::int64_t k) {
  return column(run_on_table("local-outlier-factor", table_of(points), {{"k", k}}),
                "local_outlier_factor");
}

double apart(const Values& a, const Values& b) {
  double squares = 0;
  for (std::size_t d = 0; d < a.size(); ++d) squares += (a[d] - b[d]) * (a[d] - b[d]);
  return std::sqrt(squares);
}

// As the paper defines it, one function for each word.
struct Slow {
  const Points& points;
  std::size_t k;

  double k_distance(std::size_t p) const {
    Values to;
    for (std::size_t o = 0; o < points.size(); ++o) {
      if (o != p) to.push_back(apart(points[p], points[o]));
    }
    std::sort(to.begin(), to.end());
    return to[k - 1];
  }
  std::vector<std::size_t> neighbours(std::size_t p) const {
    std::vector<std::size_t> near;
    for (std::size_t o = 0; o < points.size(); ++o) {
      if (o != p && apart(points[p], points[o]) <= k_distance(p)) near.push_back(o);
    }
    return near;
  }
  double density(std::size_t p) const {
    double sum = 0;
    for (const std::size_t o : neighbours(p)) {
      sum += std::max(k_distance(o), apart(points[p], points[o]));
    }
    return 1 / (sum / double(neighbours(p).size()) + 1e-10);
  }
  double factor(std::size_t p) const {
    double sum = 0;
    for (const std::size_t o : neighbours(p)) sum += density(o) / density(p);
    return sum / double(neighbours(p).size());
  }
};

}  // namespace

TEST_CASE("local-outlier-factor on a line by hand", "[local-outlier-factor]") {
  // 0, 1, 3 with k = 1: 1-distances 1, 1, 2; reach 0-1: 1, 1-0: 1, 3-1: 2; densities 1, 1, 1/2.
  const Values factor = factors({{0}, {1}, {3}}, 1);
  CHECK(factor[0] == Approx(1));
  CHECK(factor[1] == Approx(1));
  CHECK(factor[2] == Approx(2));
}

TEST_CASE("local-outlier-factor counts all neighbours within the k-distance",
          "[local-outlier-factor]") {
  // The middle of a square is as far from each corner: k = 1 means four neighbours. Corners have
  // the middle alone, at 1: reach 1 everywhere.
  const Points square{{0, 0}, {1, 0}, {-1, 0}, {0, 1}, {0, -1}};
  const Result result =
      run_on_table("local-outlier-factor", table_of(square), {{"k", std::int64_t{1}}});
  CHECK(column(result, "neighbours") == Values{4, 1, 1, 1, 1});
  for (const double factor : column(result, "local_outlier_factor")) CHECK(factor == Approx(1));
}

TEST_CASE("local-outlier-factor of the example of scikit-learn's manual",
          "[local-outlier-factor]") {
  // scikit-learn (commit 013f87e3188a), sklearn.neighbors.LocalOutlierFactor, Examples: two
  // neighbours of four points; negative_outlier_factor_ is -0.9821..., -1.0370..., -73.3697...,
  // -0.9821..., cut after four digits.
  const Values factor = factors({{-1.1}, {0.2}, {101.1}, {0.3}}, 2);
  CHECK(max_gap(factor, {0.9821, 1.0370, 73.3697, 0.9821}) < 1e-4);
  // By hand: the mean reach is 1.35, 1.4, 100.85, 1.35, and the third is nobody's neighbour.
  CHECK(factor[0] == Approx(55.0 / 56));
  CHECK(factor[1] == Approx(28.0 / 27));
  CHECK(factor[2] == Approx(100.85 * (1 / 1.35 + 1 / 1.4) / 2));
}

TEST_CASE("local-outlier-factor agrees with the definition", "[local-outlier-factor]") {
  Rng rng(9);
  Points points;
  for (int p = 0; p < 40; ++p) {
    points.push_back({rng.uniform() + (p < 25 ? 0 : 5), rng.uniform(), rng.uniform() * 3});
  }
  points.push_back(points[3]);
  points.push_back({2.5, 0.5, 1});
  for (const std::int64_t k : {1, 4, 15}) {
    const Values fast = factors(points, k);
    for (std::size_t p = 0; p < points.size(); ++p) {
      CHECK(fast[p] == Approx(Slow{points, std::size_t(k)}.factor(p)).epsilon(1e-9));
    }
  }
  const Values fast = factors(points, 5);
  CHECK(std::max_element(fast.begin(), fast.end()) == fast.end() - 1);
}

TEST_CASE("local-outlier-factor does not change with scale or place", "[local-outlier-factor]") {
  const Points points{{0, 0}, {1, 0}, {0, 1}, {1, 1}, {5, 5}, {0.5, 0.25}};
  Points moved;
  for (const Values& p : points) moved.push_back({4 * p[0] - 7, 4 * p[1] + 3});
  CHECK(max_gap(factors(points, 2), factors(moved, 2)) < 1e-9);
}

TEST_CASE("local-outlier-factor of points that coincide", "[local-outlier-factor]") {
  for (const double factor : factors(Points(5, Values{1, 2}), 2)) CHECK(factor == Approx(1));
  // Beside four points in one place, a point at distance 1 has density 1 against 1e10.
  const Values factor = factors({{0}, {0}, {0}, {0}, {1}}, 2);
  CHECK(factor[0] == Approx(1));
  CHECK(factor[4] == Approx(1e10));
}

TEST_CASE("local-outlier-factor of few points and of none", "[local-outlier-factor]") {
  const Result result = run_on_table("local-outlier-factor", table_of({{0}, {1}, {3}}));
  CHECK(has_note(result, "O113"));
  CHECK(column(result, "local_outlier_factor") == factors({{0}, {1}, {3}}, 2));
  const Result one = run_on_table("local-outlier-factor", table_of({{4}}));
  CHECK(std::isnan(column(one, "local_outlier_factor")[0]));
  CHECK(has_note(one, "O114"));
  CHECK(column(run_on_table("local-outlier-factor", table_of({})), "neighbours").empty());
}

TEST_CASE("local-outlier-factor refuses what it cannot use", "[local-outlier-factor]") {
  const auto code = [](const TextTable& table, const Params& params = {}) {
    return table_failure("local-outlier-factor", table, params).front().code;
  };
  CHECK(code(text_table({"name", "x"}, {{"a", "1"}})) == "A320");
  CHECK(code(text_table({"id", "x"}, {{"a", "east"}})) == "A321");
  CHECK(code(text_table({"id", "x"}, {{"a", "nan"}})) == "A321");
  CHECK(code(text_table({"id", "x"}, {{"a", ""}})) == "A321");
  CHECK(code(text_table({"id", "x"}, {{"a", "1"}, {"a", "2"}})) == "A323");
  CHECK(code(text_table({"id"}, {{"a"}})) == "O111");
  CHECK(code(table_of({{1}, {2}}), {{"k", std::int64_t{0}}}) == "P103");
  CHECK(code(table_of(Points(100'001, Values{1}))) == "O112");
  CHECK(failure("local-outlier-factor", path(3)).front().code == "R101");
}
