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

Values eigenvector(const View& view, const Params& params = {}) {
  return column(run_analysis("eigenvector", view, params), "eigenvector");
}
double lambda(const View& view) {
  return column(run_analysis("eigenvector", view), "lambda", "components").at(0);
}

// Of the dense matrix, by QR; only where the largest eigenvalue is simple.
Values slow_eigenvector(const View& view) {
  const Eigen::EigenSolver<Eigen::MatrixXd> solver(dense_matrix(view).transpose());
  Eigen::Index best = 0;
  for (Eigen::Index k = 1; k < solver.eigenvalues().size(); ++k) {
    if (solver.eigenvalues()[k].real() > solver.eigenvalues()[best].real()) best = k;
  }
  Eigen::VectorXd x = solver.eigenvectors().col(best).real();
  x.normalize();
  if (x.sum() < 0) x = -x;
  return {x.begin(), x.end()};
}

}  // namespace

TEST_CASE("eigenvector of a star, which is bipartite", "[eigenvector]") {
  const double leaf = 1 / std::sqrt(8);
  CHECK(max_gap(eigenvector(star(4)), {std::sqrt(0.5), leaf, leaf, leaf, leaf}) < 1e-14);
  CHECK(std::abs(lambda(star(4)) - 2) < 1e-14);
}

TEST_CASE("eigenvector takes an undirected loop for one arc and adds parallel edges",
          "[eigenvector]") {
  // [[1, 1], [1, 0]]: lambda is the golden ratio
  const double golden = (1 + std::sqrt(5)) / 2, length = std::sqrt(golden * golden + 1);
  CHECK(std::abs(lambda(graph(2, {{0, 0}, {0, 1}})) - golden) < 1e-14);
  CHECK(max_gap(eigenvector(graph(2, {{0, 0}, {0, 1}})), {golden / length, 1 / length}) < 1e-14);
  CHECK(std::abs(lambda(graph(2, {{0, 1}, {0, 1}, {0, 1}})) - 3) < 1e-14);
}

TEST_CASE("eigenvector of a disconnected graph lies in the component that leads", "[eigenvector]") {
  const View view = graph(7, {{0, 1}, {2, 3}, {3, 4}, {4, 2}});  // an edge, a triangle, two apart
  const auto result = run_analysis("eigenvector", view);
  const double third = 1 / std::sqrt(3);
  CHECK(max_gap(column(result, "eigenvector"), {0, 0, third, third, third, 0, 0}) < 1e-14);
  CHECK(has_note(result, "G109"));
  CHECK(max_gap(column(result, "lambda", "components"), {1, 2, 0, 0}) < 1e-14);

  const auto each = run_analysis("eigenvector", view, {{"per_component", true}});
  const double half = std::sqrt(0.5);
  CHECK(max_gap(column(each, "eigenvector"), {half, half, third, third, third, 0, 0}) < 1e-14);
  CHECK_FALSE(has_note(each, "G109"));
}

TEST_CASE("components that tie share the eigenvector", "[eigenvector]") {
  const auto result = run_analysis("eigenvector", graph(4, {{0, 1}, {2, 3}}));
  CHECK(max_gap(column(result, "eigenvector"), {0.5, 0.5, 0.5, 0.5}) < 1e-14);
  CHECK(has_note(result, "G110"));
}

TEST_CASE("eigenvector of a digraph without cycles is 0", "[eigenvector]") {
  const auto result = run_analysis("eigenvector", path(4, true));
  CHECK(column(result, "eigenvector") == Values{0, 0, 0, 0});
  CHECK(has_note(result, "G108"));
}

TEST_CASE("eigenvector flows downstream of the leading cycle, never upstream", "[eigenvector]") {
  //  0 -> [1 <-> 2, lambda 1] -> 3 -> 4
  const auto x = eigenvector(graph(5, {{0, 1}, {1, 2}, {2, 1}, {2, 3}, {3, 4}}, true));
  CHECK(max_gap(x, {0, 0.5, 0.5, 0.5, 0.5}) < 1e-14);
}

TEST_CASE("of two tied cycles in a row only the last leads", "[eigenvector]") {
  //  [0 <-> 1] -> [2 <-> 3]: W^T x = x has no vector with support on the first
  const auto x = eigenvector(graph(4, {{0, 1}, {1, 0}, {1, 2}, {2, 3}, {3, 2}}, true));
  CHECK(max_gap(x, {0, 0, std::sqrt(0.5), std::sqrt(0.5)}) < 1e-14);
}

TEST_CASE("eigenvector of Zachary's club and the Florentine families", "[eigenvector]") {
  // networkx 2.8.8, eigenvector_centrality_numpy
  const auto club = eigenvector(zachary());
  CHECK(std::abs(club[0] - 0.355491444524567) < 1e-12);
  CHECK(std::abs(club[33] - 0.3733634702914832) < 1e-12);
  CHECK(max_gap(eigenvector(florentine_families()),
                {0.1321542947287067, 0.2439561091588382, 0.211705251160528, 0.2828000865441208,
                 0.2590261671902596, 0.0749227076997072, 0.28911559901220785, 0.08879188797897256,
                 0.4303080940409167, 0.044813435895924736, 0.27573037358088465, 0.34155264405721575,
                 0.14591719646634674, 0.3559804484113889, 0.3258423011242072}) < 1e-12);
}

TEST_CASE("eigenvector agrees with the dense matrix", "[eigenvector]") {
  for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6}) {
    const View view = random_graph(60, 110, seed, seed % 2 == 0, WeightRole::strength);
    CHECK(max_gap(eigenvector(view), slow_eigenvector(view)) < 1e-11);
  }
}

TEST_CASE("eigenvector holds where two eigenvalues are near", "[eigenvector]") {
  // Two cliques of 12 on a path of 40, one with an edge more: the gap is the edge's, about 0.1.
  std::vector<std::pair<Vertex, Vertex>> edges;
  for (Vertex u = 0; u < 12; ++u) {
    for (Vertex v = u + 1; v < 12; ++v) {
      edges.emplace_back(u, v);
      edges.emplace_back(52 + u, 52 + v);
    }
  }
  for (Vertex v = 11; v < 52; ++v) edges.emplace_back(v, v + 1);
  edges.emplace_back(0, 1);
  const View view = graph(64, edges);
  CHECK(max_gap(eigenvector(view), slow_eigenvector(view)) < 1e-11);
}

TEST_CASE("eigenvector leaves edges of strength 0 out", "[eigenvector]") {
  const View view = weighted_graph(4, {{0, 1, 1}, {1, 2, 0}, {2, 3, 2}}, WeightRole::strength);
  CHECK(max_gap(eigenvector(view), {0, 0, std::sqrt(0.5), std::sqrt(0.5)}) < 1e-14);
}

TEST_CASE("eigenvector follows a relabelling", "[eigenvector]") {
  const View view = random_graph(30, 60, 9, true);
  const auto place = shuffled(30, 1);
  const auto before = eigenvector(view), after = eigenvector(relabelled(view, place));
  for (Vertex v = 0; v < 30; ++v) CHECK(std::abs(after[place[v]] - before[v]) < 1e-12);
}

TEST_CASE("eigenvector refuses what it cannot use", "[eigenvector]") {
  CHECK(failure("eigenvector", path(2), {{"per_component", 1.0}}).at(0).code == "P102");
  CHECK(failure("eigenvector", weighted_graph(2, {{0, 1, -1}}, WeightRole::strength)).at(0).code ==
        "G102");
}
