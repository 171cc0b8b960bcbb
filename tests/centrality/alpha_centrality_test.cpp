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

Values alpha_centrality(const View& view, const Params& params = {}) {
  return column(run_analysis("alpha-centrality", view, params), "alpha_centrality");
}

FileTable table(std::vector<std::pair<std::string, std::string>> rows) {
  return std::make_shared<const NodeTable>(NodeTable{"own.csv", std::move(rows)});
}

}  // namespace

TEST_CASE("alpha centrality passes on what a node has of its own", "[alpha-centrality]") {
  //  0 -> 1 -> 2, e = (4, 0, 1), alpha 1/2
  const Params params{{"alpha", 0.5}, {"exogenous", table({{"v000000", "4"}, {"v000002", "1"}})}};
  CHECK(alpha_centrality(path(3, true), params) == Values{4, 2, 2});
}

TEST_CASE("alpha centrality of the examples of Bonacich and Lloyd", "[alpha-centrality]") {
  // Social Networks 23 (2001); also igraph's tests of alpha_centrality
  const Params one{{"alpha", 1.0}};
  CHECK(max_gap(alpha_centrality(graph(5, {{0, 2}, {1, 2}, {2, 3}, {3, 4}}, true), one),
                {1, 1, 3, 4, 5}) < 1e-14);
  CHECK(max_gap(alpha_centrality(graph(5, {{1, 0}, {2, 0}, {3, 0}, {4, 0}}, true), one),
                {5, 1, 1, 1, 1}) < 1e-14);
  CHECK(max_gap(alpha_centrality(graph(5, {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {4, 0}}, true),
                                 {{"alpha", 0.5}}),
                {76.0 / 30, 68.0 / 30, 64.0 / 30, 62.0 / 30, 1}) < 1e-14);
}

TEST_CASE("alpha centrality with its defaults is katz", "[alpha-centrality]") {
  const View view = random_graph(40, 90, 4, true);
  CHECK(alpha_centrality(view) == column(run_analysis("katz", view), "katz"));
}

TEST_CASE("alpha centrality solves its own equation, beyond the bound too", "[alpha-centrality]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const View view = random_graph(40, 90, seed, seed % 2 == 0, WeightRole::strength);
    const Eigen::MatrixXd inflow = dense_matrix(view).transpose();
    for (const double alpha : {0.01, -0.3, 1.0, 4.0}) {
      const auto result = run_analysis("alpha-centrality", view, {{"alpha", alpha}});
      const Values scores = column(result, "alpha_centrality");
      const Eigen::VectorXd x = Eigen::Map<const Eigen::VectorXd>(scores.data(), 40);
      const Eigen::VectorXd left = x - alpha * inflow * x - Eigen::VectorXd::Ones(40);
      CHECK(left.cwiseAbs().maxCoeff() < 1e-12 * (1 + x.cwiseAbs().maxCoeff()));
      const double lambda = column(result, "lambda_max", "summary")[0];
      CHECK(has_note(result, "A384") == (std::abs(alpha) * lambda >= 1));
    }
  }
}

TEST_CASE("alpha centrality is linear in what nodes have", "[alpha-centrality]") {
  const View view = random_graph(3, 8, 2, true);
  const auto with = [&](const std::string& a, const std::string& b) {
    return alpha_centrality(view, {{"exogenous", table({{"v000000", a}, {"v000001", b}})}});
  };
  const auto first = with("1", "0"), second = with("0", "1"), both = with("3", "-2");
  for (Vertex v = 0; v < 3; ++v) CHECK(std::abs(both[v] - 3 * first[v] + 2 * second[v]) < 1e-14);
}

TEST_CASE("alpha centrality refuses what it cannot use", "[alpha-centrality]") {
  CHECK(failure("alpha-centrality", path(2), {{"alpha", 1.0}}).at(0).code == "A380");
  CHECK(failure("alpha-centrality", path(2), {{"alpha", std::string("all")}}).at(0).code == "P102");
  CHECK(failure("alpha-centrality", path(2), {{"exogenous", table({{"x", "1"}})}}).at(0).code ==
        "G103");
  CHECK(failure("alpha-centrality", weighted_graph(2, {{0, 1, -1}}, WeightRole::strength))
            .at(0)
            .code == "G102");
}
