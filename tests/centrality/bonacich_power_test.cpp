// SPDX-License-Identifier: Apache-2.0
#include <Eigen/Dense>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/dense_matrix.hpp"
#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values power(const View& view, const Params& params = {}) {
  return column(run_analysis("bonacich-power", view, params), "bonacich_power");
}

Values slow_power(const View& view, double beta) {
  const Eigen::MatrixXd w = dense_matrix(view);
  const auto n = w.rows();
  Eigen::VectorXd c =
      (Eigen::MatrixXd::Identity(n, n) - beta * w).fullPivLu().solve(w * Eigen::VectorXd::Ones(n));
  c *= std::sqrt(static_cast<double>(n)) / c.norm();
  return {c.begin(), c.end()};
}

}  // namespace

TEST_CASE("power of a chain of command by hand", "[bonacich-power]") {
  //  0 -> 1 -> {2, 3}: W1 = (1, 2, 0, 0); (I - beta W)^-1 gives (1 + 2 beta, 2, 0, 0)
  const View view = graph(4, {{0, 1}, {1, 2}, {1, 3}}, true);
  for (const double beta : {0.0, 0.2, 0.8, -0.5, 3.0}) {
    const double first = 1 + 2 * beta, a = 2 / std::sqrt(first * first + 4);
    CHECK(max_gap(power(view, {{"beta", beta}}), {a * first, a * 2, 0, 0}) < 1e-14);
  }
}

TEST_CASE("power of the figures of Bonacich", "[bonacich-power]") {
  // P. Bonacich (1987), American Journal of Sociology 92, as igraph's tests of power_centrality
  // have them; two digits
  const auto near = [](const Values& values, std::vector<Vertex> nodes, const Values& expected) {
    for (std::size_t k = 0; k < nodes.size(); ++k) {
      CHECK(std::abs(values[nodes[k]] - expected[k]) < 0.00501);
    }
  };
  const View figure_1 = graph(4, {{0, 1}, {1, 2}, {1, 3}}, true);
  near(power(figure_1, {{"beta", 0.2}}), {0, 1, 2, 3}, {1.15, 1.64, 0, 0});
  near(power(figure_1, {{"beta", 0.8}}), {0, 1, 2, 3}, {1.59, 1.22, 0, 0});
  const View chain = graph(5, {{0, 1}, {0, 2}, {1, 3}, {2, 4}});
  near(power(chain, {{"beta", -0.5}}), {0, 1, 3}, {0, 1.58, 0});
  near(power(chain, {{"beta", -0.1}}), {0, 1, 3}, {1.15, 1.23, 0.58});
  near(power(chain, {{"beta", 0.0}}), {0, 1, 3}, {1.20, 1.20, 0.60});
  near(power(chain, {{"beta", 0.5}}), {0, 1, 3}, {1.28, 1.12, 0.64});
  const View tree =
      graph(10, {{0, 1}, {0, 2}, {0, 3}, {1, 4}, {1, 5}, {2, 6}, {2, 7}, {3, 8}, {3, 9}});
  near(power(tree, {{"beta", -0.4}}), {0, 1, 4}, {-1.00, 1.67, -0.33});
  near(power(tree, {{"beta", 0.4}}), {0, 1, 4}, {1.72, 1.30, 0.57});
}

TEST_CASE("power solves its own equation", "[bonacich-power]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const View view = random_graph(40, 90, seed, seed % 2 == 0, WeightRole::strength);
    for (const double beta : {0.0, 0.02, -0.05, 0.9, -2.0}) {
      CHECK(max_gap(power(view, {{"beta", beta}}), slow_power(view, beta)) < 1e-10);
    }
  }
}

TEST_CASE("power with beta 0 is the degree, and its squares add up to n", "[bonacich-power]") {
  const View view = zachary();
  const auto c = power(view, {{"beta", 0.0}});
  const auto degree = column(run_analysis("degree", view), "degree");
  for (Vertex v = 0; v < 34; ++v) CHECK(std::abs(c[v] * degree[0] - degree[v] * c[0]) < 1e-13);
  double squares = 0;
  for (const double x : power(view)) squares += x * x;
  CHECK(std::abs(squares - 34) < 1e-12);
}

TEST_CASE("power takes half of 1/lambda_max by default and warns beyond it", "[bonacich-power]") {
  const auto result = run_analysis("bonacich-power", complete(3));
  CHECK(std::abs(column(result, "beta", "summary")[0] - 0.25) < 1e-15);
  CHECK_FALSE(has_note(result, "A384"));
  CHECK(has_note(run_analysis("bonacich-power", complete(3), {{"beta", 0.6}}), "A384"));
}

TEST_CASE("power without edges is undefined and 0", "[bonacich-power]") {
  const auto result = run_analysis("bonacich-power", graph(3, {}));
  CHECK(column(result, "bonacich_power") == Values{0, 0, 0});
  CHECK(has_note(result, "A385"));
}

TEST_CASE("power refuses what it cannot use", "[bonacich-power]") {
  const auto problems = failure("bonacich-power", complete(3), {{"beta", 0.5}});
  CHECK(problems.at(0).code == "A380");
  CHECK(problems.at(0).hint.find("lambda_max = 0.5") != std::string::npos);
  CHECK(failure("bonacich-power", path(2), {{"beta", -1e12}}).at(0).code == "P103");
  CHECK(
      failure("bonacich-power", weighted_graph(2, {{0, 1, -1}}, WeightRole::strength)).at(0).code ==
      "G102");
}
