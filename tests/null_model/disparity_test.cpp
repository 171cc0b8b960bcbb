// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
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

// 1 - (k - 1) times the integral of (1 - x)^(k - 2) from 0 to the share, by Simpson's rule: the
// form in which the paper defines it.
double by_integral(double share, std::size_t degree) {
  const int steps = 2000;
  const double h = share / steps;
  const auto f = [&](double x) { return std::pow(1 - x, double(degree) - 2); };
  double sum = f(0) + f(share);
  for (int s = 1; s < steps; ++s) sum += (s % 2 == 1 ? 4 : 2) * f(s * h);
  return 1 - double(degree - 1) * sum * h / 3;
}

}  // namespace

TEST_CASE("disparity of a star with a ray of its own, by hand", "[disparity]") {
  // Strengths 8, 1, 1 at the centre: (1 - 0.8)^2 and (1 - 0.1)^2; the rays' own ends have none.
  const View view = weighted_graph(4, {{0, 1, 8}, {0, 2, 1}, {0, 3, 1}}, WeightRole::strength);
  const Result result = run_analysis("disparity", view);
  CHECK(column(result, "p_value")[0] == Approx(0.04));
  CHECK(column(result, "p_value")[1] == Approx(0.81));
  CHECK(column(result, "kept") == Values{1, 0, 0});
  CHECK(std::isnan(column(result, "p_target")[0]));
  CHECK(has_note(result, "N111"));
}

TEST_CASE("equal weights are never disparate enough", "[disparity]") {
  // Serrano, Boguna and Vespignani (2009): where all k weights are equal, alpha = (1 - 1/k)^(k-1),
  // which falls to 1/e from above.
  for (const std::uint32_t leaves : {2U, 5U, 100U}) {
    const auto p = column(run_analysis("disparity", star(leaves)), "p_value");
    CHECK(p[0] == Approx(std::pow(1 - 1.0 / leaves, leaves - 1.0)));
    CHECK(p[0] > std::exp(-1));
  }
  CHECK(has_note(run_analysis("disparity", star(3)), "N112"));
}

TEST_CASE("disparity agrees with the integral that defines it", "[disparity]") {
  const View view = random_graph(25, 80, 5, false, WeightRole::strength);
  const View plain = simple_undirected(view);
  Values strength(25, 0);
  std::vector<std::size_t> degree(25, 0);
  for (std::uint32_t e = 0; e < plain.edge_count(); ++e) {
    for (const Vertex v : {plain.source(e), plain.target(e)}) {
      strength[v] += plain.weight(e);
      ++degree[v];
    }
  }
  const Result result = run_analysis("disparity", view);
  const auto p_source = column(result, "p_source"), p_target = column(result, "p_target"),
             p = column(result, "p_value");
  REQUIRE(p.size() == plain.edge_count());
  for (std::uint32_t e = 0; e < plain.edge_count(); ++e) {
    const Vertex s = plain.source(e), t = plain.target(e);
    if (degree[s] > 1) {
      CHECK(p_source[e] == Approx(by_integral(plain.weight(e) / strength[s], degree[s])));
      CHECK(p[e] <= p_source[e]);
    }
    if (degree[t] > 1) {
      CHECK(p_target[e] == Approx(by_integral(plain.weight(e) / strength[t], degree[t])));
    }
  }
}

TEST_CASE("disparity keeps more with a larger alpha and does not depend on the unit",
          "[disparity]") {
  const View view = random_graph(30, 120, 6, false, WeightRole::strength);
  const auto kept = [&](double alpha) {
    const auto k = column(run_analysis("disparity", view, {{"alpha", alpha}}), "kept");
    return std::count(k.begin(), k.end(), 1.0);
  };
  CHECK(kept(0.0) == 0);
  CHECK(kept(0.05) <= kept(0.2));
  CHECK(kept(0.2) < kept(1.0));
  const auto one = column(
      run_analysis("disparity",
                   weighted_graph(3, {{0, 1, 1}, {0, 2, 3}, {1, 2, 2}}, WeightRole::strength)),
      "p_value");
  const auto ten = column(
      run_analysis("disparity",
                   weighted_graph(3, {{0, 1, 10}, {0, 2, 30}, {1, 2, 20}}, WeightRole::strength)),
      "p_value");
  CHECK(max_gap(one, ten) < 1e-15);
}

TEST_CASE("disparity of a digraph looks at what leaves and at what arrives", "[disparity]") {
  const View view =
      weighted_graph(4, {{0, 1, 3}, {0, 2, 1}, {3, 1, 1}}, WeightRole::strength, true);
  const Result result = run_analysis("disparity", view);
  CHECK(column(result, "p_source")[0] == Approx(0.25));
  CHECK(column(result, "p_target")[0] == Approx(0.25));
  CHECK(column(result, "p_source")[1] == Approx(0.75));
  CHECK(std::isnan(column(result, "p_target")[1]));
}

TEST_CASE("disparity refuses what it cannot use", "[disparity]") {
  CHECK(failure("disparity", two_mode({"10", "01"})).front().code == "R103");
  CHECK(failure("disparity", path(3), {{"alpha", 1.5}}).front().code == "P103");
  const View negative = weighted_graph(2, {{0, 1, -1}}, WeightRole::strength);
  CHECK(failure("disparity", negative).front().code == "G102");
}
