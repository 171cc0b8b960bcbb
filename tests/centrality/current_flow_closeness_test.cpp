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

Values closeness(const View& view) {
  return column(run_analysis("current-flow-closeness", view), "current_flow_closeness");
}

// Resistances from the pseudo-inverse of the Laplacian; for connected graphs.
Values by_pseudo_inverse(const View& view) {
  Eigen::MatrixXd w = dense_matrix(view);
  w.diagonal().setZero();
  const Eigen::MatrixXd laplacian = Eigen::MatrixXd(w.rowwise().sum().asDiagonal()) - w;
  const Eigen::MatrixXd p = laplacian.completeOrthogonalDecomposition().pseudoInverse();
  Values scores;
  for (Eigen::Index v = 0; v < p.rows(); ++v) {
    double sum = 0;
    for (Eigen::Index u = 0; u < p.rows(); ++u) sum += p(v, v) + p(u, u) - 2 * p(u, v);
    scores.push_back(1 / sum);
  }
  return scores;
}

// A path through all nodes and random edges: connected.
View connected_graph(std::uint32_t n, std::uint64_t seed, WeightRole role) {
  const View loose = random_graph(n, 2 * n, seed, false, WeightRole::strength);
  std::vector<WeightedEdge> edges;
  for (Vertex v = 1; v < n; ++v) edges.push_back({v - 1, v, 0.5});
  for (std::uint32_t e = 0; e < loose.edge_count(); ++e) {
    edges.push_back({loose.source(e), loose.target(e), loose.weight(e)});
  }
  return weighted_graph(n, edges, role);
}

}  // namespace

TEST_CASE("current-flow closeness of a tree is that of its paths", "[current-flow-closeness]") {
  CHECK(max_gap(closeness(path(4)), {1.0 / 6, 1.0 / 4, 1.0 / 4, 1.0 / 6}) < 1e-15);
  CHECK(max_gap(closeness(star(3)), {1.0 / 3, 1.0 / 5, 1.0 / 5, 1.0 / 5}) < 1e-15);
}

TEST_CASE("current-flow closeness of cycles and cliques by hand", "[current-flow-closeness]") {
  // cycle: R = k (n-k) / n, which add up to (n^2 - 1) / 6; clique: R = 2/n
  CHECK(max_gap(closeness(cycle(7)), Values(7, 6.0 / 48)) < 1e-15);
  CHECK(max_gap(closeness(complete(6)), Values(6, 6.0 / (2 * 5))) < 1e-14);
}

TEST_CASE("conductances add where edges are parallel, and loops carry nothing",
          "[current-flow-closeness]") {
  CHECK(max_gap(closeness(graph(2, {{0, 1}, {0, 1}, {1, 1}})), {2, 2}) < 1e-15);
  CHECK(max_gap(closeness(weighted_graph(2, {{0, 1, 3}}, WeightRole::strength)), {3, 3}) < 1e-14);
  CHECK(max_gap(closeness(weighted_graph(2, {{0, 1, 4}, {0, 1, 4}}, WeightRole::distance)),
                {0.5, 0.5}) < 1e-15);
}

TEST_CASE("current-flow closeness keeps to what is within reach", "[current-flow-closeness]") {
  const auto result = run_analysis("current-flow-closeness", graph(6, {{0, 1}, {1, 2}, {3, 4}}));
  CHECK(max_gap(column(result, "current_flow_closeness"), {1.0 / 3, 1.0 / 2, 1.0 / 3, 1, 1, 0}) <
        1e-15);
  CHECK(has_note(result, "A392"));
  CHECK_FALSE(has_note(run_analysis("current-flow-closeness", path(3)), "A392"));
  CHECK(closeness(graph(1, {})) == Values{0});
  // an edge of strength 0 joins nothing
  CHECK(closeness(weighted_graph(2, {{0, 1, 0}}, WeightRole::strength)) == Values{0, 0});
}

TEST_CASE("current-flow closeness of the Florentine families", "[current-flow-closeness]") {
  // networkx 2.8.8
  CHECK(
      max_gap(closeness(florentine_families()),
              {0.036909163127501615, 0.05531642091766646, 0.05089744670093537, 0.05545863557065468,
               0.05296155026524618, 0.032177294763198555, 0.06115526755429556, 0.0340694362185182,
               0.07095447870778268, 0.026251168046591482, 0.05192125848878192, 0.060036777496148316,
               0.03985088905750008, 0.058546987835021574, 0.06015636671480505}) < 1e-14);
}

TEST_CASE("current-flow closeness agrees with the pseudo-inverse", "[current-flow-closeness]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const View view = connected_graph(50, seed, WeightRole::strength);
    CHECK(max_gap(closeness(view), by_pseudo_inverse(view)) < 1e-12);
  }
}

TEST_CASE("resistances scale the closeness", "[current-flow-closeness]") {
  const auto of = [](double unit) {
    return closeness(weighted_graph(3, {{0, 1, unit}, {1, 2, 2 * unit}}, WeightRole::distance));
  };
  const auto one = of(1), small = of(1e-9);
  for (Vertex v = 0; v < 3; ++v) CHECK(std::abs(small[v] * 1e-9 / one[v] - 1) < 1e-13);
}

TEST_CASE("current-flow closeness of a long path keeps its digits", "[current-flow-closeness]") {
  const auto scores = closeness(path(600));
  for (const Vertex v : {0U, 1U, 250U, 599U}) {
    const double left = v, right = 599 - v;
    CHECK(std::abs(scores[v] * (left * (left + 1) + right * (right + 1)) / 2 - 1) < 1e-10);
  }
}

TEST_CASE("current-flow closeness refuses what it cannot use", "[current-flow-closeness]") {
  const std::string_view id = "current-flow-closeness";
  CHECK(failure(id, path(3, true)).at(0).code == "R104");
  CHECK(failure(id, path(2001)).at(0).code == "A391");
  CHECK(failure(id, weighted_graph(2, {{0, 1, -1}}, WeightRole::strength)).at(0).code == "G102");
  CHECK(failure(id, weighted_graph(2, {{0, 1, 0}}, WeightRole::distance)).at(0).code == "G101");
  CHECK(failure(id, path(2), {{"normalized", true}}).at(0).code == "P101");
}
