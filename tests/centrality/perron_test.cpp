// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/perron.hpp"

#include <Eigen/Dense>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numbers>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::centrality;
using namespace entente::test;

TEST_CASE("the Perron pair of a path is the known sine", "[perron]") {
  // lambda = 2 cos(pi/(n+1)), x_k ~ sin(k pi/(n+1)); the gap to the next eigenvalue is ~ 15/n^2.
  for (const std::uint32_t n : {2U, 5U, 300U, 3000U}) {
    const auto pair = perron_pair(inflow_matrix(path(n)), Context{});
    const double angle = std::numbers::pi / (n + 1);
    CHECK(pair.exact);
    CHECK(std::abs(pair.lambda - 2 * std::cos(angle)) < 1e-13);
    Eigen::VectorXd sine(n);
    for (Eigen::Index k = 0; k < n; ++k) sine[k] = std::sin(static_cast<double>(k + 1) * angle);
    CHECK((pair.vector - sine.normalized()).cwiseAbs().maxCoeff() < 1e-10);
  }
}

TEST_CASE("the Perron vector of a directed cycle is flat, of whatever period", "[perron]") {
  const auto pair = perron_pair(inflow_matrix(cycle(7, true)), Context{});
  CHECK(std::abs(pair.lambda - 1) < 1e-14);
  CHECK((pair.vector.array() - 1 / std::sqrt(7)).abs().maxCoeff() < 1e-14);
}

TEST_CASE("large graphs settle without elimination", "[perron]") {
  const View view = random_graph(3000, 30'000, 5, false, WeightRole::strength);
  const Matrix b = inflow_matrix(view);
  std::vector<Vertex> place(3000, no_item), members;
  for (Vertex v = 0; v < 3000; ++v) {
    if (!view.out(v).empty()) members.push_back(v);
  }
  const Matrix part = submatrix(b, members, place);
  const auto pair = perron_pair(part, Context{});
  CHECK(pair.exact);
  CHECK((part * pair.vector - pair.lambda * pair.vector).norm() < 1e-12 * pair.lambda);
}

TEST_CASE("the resolvent solves its equation", "[perron]") {
  const Matrix b = inflow_matrix(cycle(4, true));
  Eigen::VectorXd inflow(4);
  inflow << 1, 0, 2, 0;
  const Eigen::VectorXd x = resolvent(b, 1.5, inflow, Context{});
  CHECK((1.5 * x - b * x - inflow).norm() < 1e-14);
}
