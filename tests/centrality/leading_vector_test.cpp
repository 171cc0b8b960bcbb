// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/leading_vector.hpp"

#include <Eigen/Dense>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::centrality;
using namespace entente::test;

TEST_CASE("the part with the largest eigenvalue leads", "[leading_vector]") {
  // an edge (1), a triangle (2), a node apart
  const auto leading =
      leading_vector(inflow_matrix(graph(6, {{0, 1}, {2, 3}, {3, 4}, {4, 2}})), Context{});
  CHECK(std::abs(leading.lambda - 2) < 1e-14);
  CHECK(leading.parts == 1);
  CHECK(leading.covered == 3);
  CHECK(leading.joined == 5);
  CHECK(leading.vector.head(2).isZero());
  CHECK((leading.vector.segment(2, 3).array() - 1).abs().maxCoeff() < 1e-14);
}

TEST_CASE("parts that tie share in proportion to their sums", "[leading_vector]") {
  // A star of 4 leaves and two bound pairs of edges have lambda 2: sums 4/sqrt(2*4)+..., 2/sqrt(2)
  const View view = graph(7, {{0, 1}, {0, 2}, {0, 3}, {0, 4}, {5, 6}, {5, 6}});
  const auto leading = leading_vector(inflow_matrix(view), Context{});
  CHECK(leading.parts == 2);
  const double center = std::sqrt(0.5), leaf = std::sqrt(0.125), end = std::sqrt(0.5);
  const double of_star = center + 4 * leaf, of_pair = 2 * end;
  Eigen::VectorXd expected(7);
  expected << of_star * center, of_star * leaf, of_star * leaf, of_star * leaf, of_star * leaf,
      of_pair * end, of_pair * end;
  CHECK((leading.vector - expected).cwiseAbs().maxCoeff() < 1e-13);
}

TEST_CASE("a loop is a part, a matrix of zeros has none", "[leading_vector]") {
  const auto loop = leading_vector(inflow_matrix(graph(2, {{1, 1}})), Context{});
  CHECK(loop.lambda == 1);
  CHECK(loop.vector[1] == 1);
  const auto none = leading_vector(inflow_matrix(graph(3, {})), Context{});
  CHECK(none.parts == 0);
  CHECK(none.lambda == 0);
  CHECK(none.vector == Eigen::VectorXd::Zero(3));
}
