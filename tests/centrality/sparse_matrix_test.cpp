// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/sparse_matrix.hpp"

#include <Eigen/Dense>
#include <catch2/catch_test_macros.hpp>

#include "tests/support/dense_matrix.hpp"
#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::centrality;
using namespace entente::test;

TEST_CASE("the inflow matrix adds parallel edges and reads an undirected loop once",
          "[sparse_matrix]") {
  const Matrix b = inflow_matrix(graph(2, {{0, 1}, {0, 1}, {1, 1}}));
  CHECK(b.coeff(0, 1) == 2);
  CHECK(b.coeff(1, 0) == 2);
  CHECK(b.coeff(1, 1) == 1);
  const Matrix d = inflow_matrix(graph(2, {{0, 1}}, true));
  CHECK(d.coeff(1, 0) == 1);
  CHECK(d.coeff(0, 1) == 0);
}

TEST_CASE("the inflow matrix leaves arcs of strength 0 out", "[sparse_matrix]") {
  const View view = weighted_graph(3, {{0, 1, 0}, {1, 2, 2}}, WeightRole::strength);
  CHECK(inflow_matrix(view).nonZeros() == 2);
}

TEST_CASE("a submatrix has the rows and columns that are named", "[sparse_matrix]") {
  const Matrix b = inflow_matrix(graph(4, {{0, 1}, {1, 3}, {3, 1}, {3, 3}}, true));
  std::vector<Vertex> place_of(4, no_item);
  const Matrix part = submatrix(b, {1, 3}, place_of);
  Eigen::MatrixXd expected(2, 2);
  expected << 0, 1, 1, 1;
  CHECK(Eigen::MatrixXd(part) == expected);
  CHECK(Eigen::MatrixXd(submatrix(b, {0, 2}, place_of)) == Eigen::MatrixXd::Zero(2, 2));
}

TEST_CASE("elimination solves what is regular and nothing else", "[sparse_matrix]") {
  const View view = random_graph(40, 90, 3, true, WeightRole::strength);
  const Matrix b = inflow_matrix(view);
  const Eigen::VectorXd x = Eigen::VectorXd::LinSpaced(40, -1, 2);
  const auto y = eliminate(b, 3.3, x);
  REQUIRE(y);
  CHECK((3.3 * *y - dense_matrix(view).transpose() * *y - x).norm() < 1e-12 * y->norm());
  CHECK((times(b, x, Context{}) - dense_matrix(view).transpose() * x).norm() < 1e-13);
  // lambda I - B is singular for the edge's lambda = 1
  CHECK_FALSE(eliminate(inflow_matrix(path(2)), 1, Eigen::VectorXd::Ones(2)));
}

TEST_CASE("elimination is for matrices that stay sparse, or are small", "[sparse_matrix]") {
  CHECK(can_eliminate(inflow_matrix(graph(0, {}))));
  CHECK(can_eliminate(inflow_matrix(complete(200))));
  CHECK(can_eliminate(inflow_matrix(cycle(20'000))));
  CHECK(can_eliminate(inflow_matrix(path(20'000, true))));
  CHECK_FALSE(can_eliminate(inflow_matrix(cycle(20'001))));
  CHECK_FALSE(can_eliminate(inflow_matrix(random_graph(3000, 15'000, 1, false))));
  CHECK_FALSE(can_eliminate(inflow_matrix(random_graph(3000, 15'000, 1, true))));
}

TEST_CASE("a product has the same bits on any number of threads", "[sparse_matrix]") {
  const Matrix b = inflow_matrix(random_graph(70'000, 100'000, 2, true, WeightRole::strength));
  const Eigen::VectorXd x = Eigen::VectorXd::LinSpaced(70'000, -1, 2);
  Context one, eight;
  one.threads = 1;
  eight.threads = 8;
  CHECK(times(b, x, one) == times(b, x, eight));
}
