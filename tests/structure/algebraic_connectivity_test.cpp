// SPDX-License-Identifier: Apache-2.0
#include <Eigen/Dense>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numbers>

#include "tests/support/dense_matrix.hpp"
#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

namespace {

double connectivity(const View& view) {
  return column(run_analysis("algebraic-connectivity", view), "algebraic_connectivity").at(0);
}

double by_dense_matrix(const View& view) {
  Eigen::MatrixXd w = dense_matrix(view);
  w.diagonal().setZero();
  const Eigen::MatrixXd laplacian = Eigen::MatrixXd(w.rowwise().sum().asDiagonal()) - w;
  return Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd>(laplacian).eigenvalues()[1];
}

View hypercube(std::uint32_t dimensions) {
  std::vector<std::pair<Vertex, Vertex>> edges;
  for (Vertex v = 0; v < (1U << dimensions); ++v) {
    for (std::uint32_t d = 0; d < dimensions; ++d) {
      if ((v >> d & 1) == 0) edges.emplace_back(v, v | 1U << d);
    }
  }
  return graph(1U << dimensions, edges);
}

}  // namespace

TEST_CASE("algebraic connectivity of small graphs by hand", "[algebraic-connectivity]") {
  CHECK(std::abs(connectivity(path(2)) - 2) < 1e-14);
  CHECK(std::abs(connectivity(path(3)) - 1) < 1e-14);
  CHECK(std::abs(connectivity(cycle(4)) - 2) < 1e-14);
  CHECK(std::abs(connectivity(star(6)) - 1) < 1e-14);
}

TEST_CASE("algebraic connectivity of the families of Fiedler", "[algebraic-connectivity]") {
  // M. Fiedler (1973), section 3: paths, cycles, cliques; cubes: 2
  for (const std::uint32_t n : {4U, 17U, 90U, 500U}) {
    const double angle = std::numbers::pi / n;
    CHECK(std::abs(connectivity(path(n)) / (2 - 2 * std::cos(angle)) - 1) < 1e-10);
    CHECK(std::abs(connectivity(cycle(n)) / (2 - 2 * std::cos(2 * angle)) - 1) < 1e-10);
  }
  for (const std::uint32_t n : {2U, 3U, 8U, 40U}) {
    CHECK(std::abs(connectivity(complete(n)) - n) < 1e-12 * n);
  }
  CHECK(std::abs(connectivity(hypercube(6)) - 2) < 1e-12);
  // networkx 2.8.8, algebraic_connectivity(method="tracemin_lu", tol=1e-14)
  CHECK(std::abs(connectivity(zachary()) - 0.4685252267013915) < 1e-12);
  CHECK(std::abs(connectivity(florentine_families()) - 0.34592316467322876) < 1e-12);
}

TEST_CASE("algebraic connectivity agrees with the dense matrix", "[algebraic-connectivity]") {
  for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6}) {
    const View view = random_graph(60, 240, seed, false, WeightRole::strength);
    const double slow = by_dense_matrix(view);
    CHECK(std::abs(connectivity(view) - slow) < 1e-12 * (1 + slow));
  }
}

TEST_CASE("algebraic connectivity is 0 where something is apart", "[algebraic-connectivity]") {
  const auto result = run_analysis("algebraic-connectivity", graph(3, {{0, 1}}));
  CHECK(column(result, "algebraic_connectivity")[0] == 0);
  CHECK(has_note(result, "A393"));
  CHECK(connectivity(graph(0, {})) == 0);
  CHECK(connectivity(graph(1, {{0, 0}})) == 0);
  CHECK(connectivity(weighted_graph(2, {{0, 1, 0}}, WeightRole::strength)) == 0);
}

TEST_CASE("algebraic connectivity scales with strengths, and no loop matters",
          "[algebraic-connectivity]") {
  const View plain = weighted_graph(3, {{0, 1, 1}, {1, 2, 2}}, WeightRole::strength);
  const View heavy =
      weighted_graph(3, {{0, 1, 5}, {1, 2, 4}, {1, 2, 6}, {0, 0, 9}}, WeightRole::strength);
  CHECK(std::abs(connectivity(heavy) - 5 * connectivity(plain)) < 1e-13);
  CHECK(std::abs(connectivity(plain) - (3 - std::sqrt(3))) < 1e-14);
}

TEST_CASE("algebraic connectivity grows with every edge", "[algebraic-connectivity]") {
  std::vector<std::pair<Vertex, Vertex>> edges;
  for (Vertex v = 1; v < 12; ++v) edges.emplace_back(v - 1, v);
  double last = connectivity(graph(12, edges));
  for (const auto& edge : {std::pair<Vertex, Vertex>{0, 11}, {2, 8}, {3, 7}, {1, 10}}) {
    edges.push_back(edge);
    const double next = connectivity(graph(12, edges));
    CHECK(next >= last - 1e-13);
    last = next;
  }
}

TEST_CASE("algebraic connectivity refuses what it cannot use", "[algebraic-connectivity]") {
  const std::string_view id = "algebraic-connectivity";
  CHECK(failure(id, path(3, true)).at(0).code == "R104");
  CHECK(failure(id, path(3), {{"tolerance", 1.0}}).at(0).code == "P101");
  CHECK(failure(id, weighted_graph(2, {{0, 1, -1}}, WeightRole::strength)).at(0).code == "G102");
}
