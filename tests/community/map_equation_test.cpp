// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

double plogp(double x) { return x * std::log2(x); }

}  // namespace

TEST_CASE("map-equation separates two triangles", "[map-equation]") {
  const View view = graph(7, {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3}});
  const Result result = run_analysis("map-equation", view);
  CHECK(column(result, "group") == Values{1, 1, 1, 2, 2, 2, 3});
  // Of 14 steps 1 leaves each triangle, where the walk is half of its time.
  const double nodes = 4 * plogp(2.0 / 14) + 2 * plogp(3.0 / 14);
  CHECK(column(result, "code_length", "summary")[0] ==
        Approx(plogp(2.0 / 14) - 4 * plogp(1.0 / 14) - nodes + 2 * plogp(8.0 / 14)));
  CHECK(column(result, "one_group", "summary")[0] == Approx(-nodes));
  CHECK(column(result, "share_near_best", "summary") == Values{1});
  CHECK(column(result, "restarts", "summary") == Values{20});
}

TEST_CASE("map-equation finds the published code of Zachary's club", "[map-equation]") {
  // 4.3118 bits in three groups of 17, 12 and 5: Infomap's two-level answer without teleportation;
  // one group: the entropy of the degrees, 4.7044 bits.
  const Result result = run_analysis("map-equation", zachary());
  CHECK(column(result, "code_length", "summary")[0] == Approx(4.3117926).margin(5e-8));
  CHECK(column(result, "one_group", "summary")[0] == Approx(4.7044226).margin(5e-8));
  CHECK(column(result, "groups", "summary") == Values{3});
}

TEST_CASE("map-equation keeps a complete graph whole", "[map-equation]") {
  const Result result = run_analysis("map-equation", complete(8));
  CHECK(column(result, "group") == Values(8, 1));
  CHECK(column(result, "code_length", "summary")[0] == Approx(3));
}

TEST_CASE("scaling strengths does not change a code", "[map-equation]") {
  std::vector<WeightedEdge> edges{{0, 1, 3}, {1, 2, 2}, {2, 0, 3}, {2, 3, 0.5},
                                  {3, 4, 2}, {4, 5, 4}, {5, 3, 1}, {0, 0, 1}};
  const Result one = run_analysis("map-equation", weighted_graph(6, edges, WeightRole::strength));
  for (WeightedEdge& edge : edges) edge.weight *= 16;
  const Result many = run_analysis("map-equation", weighted_graph(6, edges, WeightRole::strength));
  CHECK(column(one, "group") == column(many, "group"));
  CHECK(column(one, "code_length", "summary") == column(many, "code_length", "summary"));
}

TEST_CASE("map-equation of graphs without edges and of nothing", "[map-equation]") {
  const Result result = run_analysis("map-equation", graph(3, {}));
  CHECK(column(result, "group") == Values{1, 2, 3});
  CHECK(column(result, "code_length", "summary") == Values{0});
  CHECK(has_note(result, "A308"));
  CHECK(column(run_analysis("map-equation", View()), "groups", "summary") == Values{0});
}

TEST_CASE("map-equation refuses what it cannot use", "[map-equation]") {
  CHECK(failure("map-equation", two_mode({"10", "01"})).front().code == "R103");
  CHECK(failure("map-equation", path(3, true)).front().code == "R104");
  CHECK(failure("map-equation", path(3), {{"restarts", std::int64_t{-1}}}).front().code == "P103");
  CHECK(
      failure("map-equation", weighted_graph(2, {{0, 1, -1}}, WeightRole::strength)).front().code ==
      "G102");
}
