// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/walk_sums.hpp"

#include <Eigen/Dense>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/dense_matrix.hpp"
#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::centrality;
using namespace entente::test;

namespace {

std::string refusal(const View& view, double alpha, const Eigen::VectorXd& e) {
  const auto x =
      sum_walks(inflow_matrix(view), {alpha, spectral_radius(view, Context{})}, e, Context{});
  return x ? "" : x.error().at(0).code;
}

}  // namespace

TEST_CASE("the spectral radius is the largest over the strong parts", "[walk_sums]") {
  CHECK(spectral_radius(path(5, true), Context{}).lambda == 0);
  CHECK(std::abs(spectral_radius(complete(4), Context{}).lambda - 3) < 1e-14);
  // two cycles joined by an arc; the arcs of one weigh 8: (1 * 8)^(1/2)
  const View view = weighted_graph(4, {{0, 1, 1}, {1, 0, 1}, {1, 2, 100}, {2, 3, 1}, {3, 2, 8}},
                                   WeightRole::strength, true);
  CHECK(std::abs(spectral_radius(view, Context{}).lambda - std::sqrt(8)) < 1e-13);
}

TEST_CASE("walks add up to the solution by elimination, near the bound and beyond it",
          "[walk_sums]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const View view = random_graph(50, 110, seed, seed % 2 == 0, WeightRole::strength);
    const Matrix b = inflow_matrix(view);
    const Eigen::MatrixXd dense = dense_matrix(view).transpose();
    const auto radius = spectral_radius(view, Context{});
    const Eigen::VectorXd e = Eigen::VectorXd::LinSpaced(50, -0.5, 2);
    for (const double share : {0.5, 0.9, 0.9999, -0.5, -0.97, 1.31, -3.7}) {
      const double alpha = share / radius.lambda;
      const auto x = sum_walks(b, {alpha, radius}, e, Context{});
      REQUIRE(x);
      const Eigen::VectorXd slow =
          (Eigen::MatrixXd::Identity(50, 50) - alpha * dense).fullPivLu().solve(e);
      CHECK((*x - slow).cwiseAbs().maxCoeff() < 1e-10 * slow.cwiseAbs().maxCoeff());
    }
  }
}

TEST_CASE("a long path of heavy steps adds up, since it ends", "[walk_sums]") {
  const View view = path(40, true);
  const auto x = sum_walks(inflow_matrix(view), {3, spectral_radius(view, Context{})},
                           Eigen::VectorXd::Ones(40), Context{});
  REQUIRE(x);
  // 1 + 3 + ... + 3^39
  CHECK(std::abs((*x)[39] / ((std::pow(3.0, 40) - 1) / 2) - 1) < 1e-14);
}

TEST_CASE("walks are refused where they have no sum", "[walk_sums]") {
  const Eigen::VectorXd one = Eigen::VectorXd::Ones(2);
  CHECK(refusal(path(2), 1, one) == "A380");
  CHECK(refusal(path(2), -1, one) == "A380");
  CHECK(refusal(path(400, true), 1e9, Eigen::VectorXd::Ones(400)) == "A382");
  CHECK(refusal(cycle(20'001), 2, Eigen::VectorXd::Ones(20'001)) == "A381");
  CHECK(refusal(random_graph(3000, 15'000, 1, false), 2, Eigen::VectorXd::Ones(3000)) == "A381");
  CHECK(refusal(path(2), 1, Eigen::VectorXd::Zero(2)).empty());
}
