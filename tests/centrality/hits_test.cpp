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

Values hubs(const View& view) { return column(run_analysis("hits", view), "hub"); }
Values authorities(const View& view) { return column(run_analysis("hits", view), "authority"); }

Values shares(Eigen::VectorXd x) {
  x /= x.sum();
  return {x.begin(), x.end()};
}

View reversed(const View& view) {
  EdgeList list = vertices_of(view);
  list.directed = view.directed();
  list.weight_role = view.weight_role();
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    list.source.push_back(view.target(e));
    list.target.push_back(view.source(e));
    list.weight.push_back(view.weight(e));
  }
  return View(std::move(list));
}

}  // namespace

TEST_CASE("hits of two hubs and an authority", "[hits]") {
  //  0 -> 2 <- 1
  const auto result = run_analysis("hits", graph(3, {{0, 2}, {1, 2}}, true));
  CHECK(max_gap(column(result, "hub"), {0.5, 0.5, 0}) < 1e-15);
  CHECK(max_gap(column(result, "authority"), {0, 0, 1}) < 1e-15);
  CHECK(std::abs(column(result, "singular_value", "summary")[0] - std::sqrt(2)) < 1e-14);
  CHECK_FALSE(has_note(result, "A388"));
}

TEST_CASE("hits of the six pages of Langville and Meyer", "[hits]") {
  // A. N. Langville and C. D. Meyer (2005), A survey of eigenvector methods for Web information
  // retrieval, SIAM Review 47: pages 1, 2, 3, 5, 6, 10 have the authorities (0, 0, .3660, .1340,
  // .5, 0) and the hubs (.3660, 0, .2113, 0, .2113, .2113). sigma^2 = 2 + sqrt(3).
  const View view = graph(6, {{0, 2}, {0, 4}, {1, 0}, {2, 4}, {4, 2}, {4, 3}, {5, 4}}, true);
  const double root = std::sqrt(3), third = (3 - root) / 6;
  CHECK(max_gap(authorities(view), {0, 0, (root - 1) / 2, (2 - root) / 2, 0.5, 0}) < 1e-14);
  CHECK(max_gap(hubs(view), {(root - 1) / 2, 0, third, 0, third, third}) < 1e-14);
}

TEST_CASE("hits are the first singular vectors", "[hits]") {
  for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6}) {
    const View view = random_graph(50, 110, seed, true, WeightRole::strength);
    const Eigen::JacobiSVD<Eigen::MatrixXd> svd(dense_matrix(view),
                                                Eigen::ComputeFullU | Eigen::ComputeFullV);
    CHECK(max_gap(hubs(view), shares(svd.matrixU().col(0))) < 1e-12);
    CHECK(max_gap(authorities(view), shares(svd.matrixV().col(0))) < 1e-12);
    const double sigma = column(run_analysis("hits", view), "singular_value", "summary")[0];
    CHECK(std::abs(sigma - svd.singularValues()[0]) < 1e-12 * sigma);
  }
}

TEST_CASE("hits of a reversed digraph swap", "[hits]") {
  const View view = random_graph(40, 90, 7, true, WeightRole::strength);
  CHECK(max_gap(hubs(reversed(view)), authorities(view)) < 1e-13);
  CHECK(max_gap(authorities(reversed(view)), hubs(view)) < 1e-13);
}

TEST_CASE("hits of an undirected graph are its eigenvector, also where it is bipartite", "[hits]") {
  for (const View& view : {zachary(), florentine_families(), star(4), cycle(6)}) {
    const auto x = column(run_analysis("eigenvector", view), "eigenvector");
    const Eigen::VectorXd expected =
        Eigen::Map<const Eigen::VectorXd>(x.data(), static_cast<Eigen::Index>(x.size()));
    CHECK(max_gap(hubs(view), shares(expected)) < 1e-12);
    CHECK(max_gap(authorities(view), shares(expected)) < 1e-12);
  }
}

TEST_CASE("hits that are not unique say so", "[hits]") {
  CHECK_FALSE(has_note(run_analysis("hits", zachary()), "A388"));
  CHECK(has_note(run_analysis("hits", star(4)), "A388"));
  const auto result = run_analysis("hits", graph(4, {{0, 1}, {2, 3}}, true));
  CHECK(has_note(result, "A388"));
  CHECK(column(result, "tied", "summary")[0] == 2);
  CHECK(max_gap(column(result, "hub"), {0.5, 0, 0.5, 0}) < 1e-15);
  CHECK(max_gap(column(result, "authority"), {0, 0.5, 0, 0.5}) < 1e-15);
}

TEST_CASE("hits of a weaker part are 0, with a note", "[hits]") {
  const auto result = run_analysis("hits", graph(5, {{0, 1}, {2, 4}, {3, 4}}, true));
  CHECK(max_gap(column(result, "authority"), {0, 0, 0, 0, 1}) < 1e-15);
  CHECK(has_note(result, "A387"));
}

TEST_CASE("hits without edges are undefined and 0", "[hits]") {
  const auto result = run_analysis("hits", graph(2, {}));
  CHECK(column(result, "hub") == Values{0, 0});
  CHECK(has_note(result, "A386"));
  CHECK(hubs(graph(0, {})).empty());
}

TEST_CASE("hits take an undirected loop for one arc", "[hits]") {
  // [[1, 1], [1, 0]]: the golden ratio
  const double golden = (1 + std::sqrt(5)) / 2;
  CHECK(max_gap(hubs(graph(2, {{0, 0}, {0, 1}})), {golden / (1 + golden), 1 / (1 + golden)}) <
        1e-14);
}

TEST_CASE("hits refuse what they cannot use", "[hits]") {
  CHECK(failure("hits", path(2), {{"damping", 0.5}}).at(0).code == "P101");
  CHECK(failure("hits", weighted_graph(2, {{0, 1, -1}}, WeightRole::strength)).at(0).code ==
        "G102");
}
