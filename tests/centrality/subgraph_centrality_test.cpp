// SPDX-License-Identifier: Apache-2.0
#include <Eigen/Dense>
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/dense_matrix.hpp"
#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values subgraph(const View& view) {
  return column(run_analysis("subgraph-centrality", view), "subgraph_centrality");
}

// The series as the definition has it.
Values by_powers(const View& view) {
  const Eigen::MatrixXd w = dense_matrix(view);
  Eigen::MatrixXd term = Eigen::MatrixXd::Identity(w.rows(), w.cols());
  Eigen::VectorXd sum = term.diagonal();
  for (int k = 1; k < 200; ++k) {
    term = (term * w / k).eval();
    sum += term.diagonal();
  }
  return {sum.begin(), sum.end()};
}

// Undirected: the sum over eigenvectors v of v^2 exp(lambda).
Values by_eigenvalues(const View& view) {
  const Eigen::SelfAdjointEigenSolver<Eigen::MatrixXd> solver(dense_matrix(view));
  const Eigen::VectorXd sum =
      solver.eigenvectors().cwiseAbs2() * solver.eigenvalues().array().exp().matrix();
  return {sum.begin(), sum.end()};
}

}  // namespace

TEST_CASE("subgraph centrality of an edge, a node and loops by hand", "[subgraph-centrality]") {
  CHECK(max_gap(subgraph(graph(3, {{0, 1}})), {std::cosh(1), std::cosh(1), 1}) < 1e-15);
  CHECK(max_gap(subgraph(graph(1, {{0, 0}})), {std::exp(1)}) < 1e-15);
  CHECK(max_gap(subgraph(graph(2, {{0, 1}, {0, 1}})), {std::cosh(2), std::cosh(2)}) < 1e-14);
  // K_n: (exp(n-1) + (n-1) exp(-1)) / n
  CHECK(max_gap(subgraph(complete(5)), Values(5, (std::exp(4) + 4 * std::exp(-1)) / 5)) < 1e-13);
}

TEST_CASE("subgraph centrality of digraphs counts closed walks alone", "[subgraph-centrality]") {
  CHECK(subgraph(path(4, true)) == Values{1, 1, 1, 1});
  // a cycle of three: 1 + 1/3! + 1/6! + ...
  double sum = 0, term = 1;
  for (int k = 1; k < 40; ++k) {
    if (k % 3 == 1) sum += term;
    term /= k;
  }
  CHECK(max_gap(subgraph(graph(4, {{0, 1}, {1, 2}, {2, 0}, {2, 3}}, true)), {sum, sum, sum, 1}) <
        1e-15);
}

TEST_CASE("subgraph centrality of published graphs", "[subgraph-centrality]") {
  // E. Estrada and J. A. Rodriguez-Velazquez (2005), figure 1: a regular graph whose nodes differ;
  // two digits, as in networkx's documentation
  const View regular = graph(8, {{0, 1},
                                 {0, 4},
                                 {0, 7},
                                 {1, 2},
                                 {1, 7},
                                 {2, 3},
                                 {2, 5},
                                 {3, 4},
                                 {3, 6},
                                 {4, 5},
                                 {5, 6},
                                 {6, 7}});
  const auto s = subgraph(regular);
  const Values expected{3.90, 3.90, 3.64, 3.71, 3.64, 3.71, 3.64, 3.90};
  CHECK(max_gap(s, expected) < 0.00501);
  // networkx 2.8.8
  CHECK(max_gap(subgraph(florentine_families()),
                {1.849348416637949, 3.592663829441272, 2.6726019740880442, 4.151360630926282,
                 4.0265438873061425, 1.6565980787937296, 4.399923503553173, 1.7070419504828336,
                 7.275215671154269, 1.5980351267873643, 4.564129036412993, 4.275103875459843,
                 2.5007262707623976, 5.632055748390263, 4.318345937348057}) < 1e-13);
}

TEST_CASE("subgraph centrality agrees with the series and the eigenvalues",
          "[subgraph-centrality]") {
  for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6}) {
    const View view = random_graph(40, 110, seed, seed % 2 == 0, WeightRole::strength);
    const auto fast = subgraph(view), series = by_powers(view);
    for (Vertex v = 0; v < 40; ++v) CHECK(std::abs(fast[v] / series[v] - 1) < 1e-12);
    if (view.directed()) continue;
    const auto spectrum = by_eigenvalues(view);
    const double largest = *std::max_element(fast.begin(), fast.end());
    for (Vertex v = 0; v < 40; ++v) CHECK(std::abs(fast[v] - spectrum[v]) < 1e-12 * largest);
  }
}

TEST_CASE("subgraph centrality of copies is that of one", "[subgraph-centrality]") {
  const View one = random_graph(15, 30, 3, false);
  std::vector<std::pair<Vertex, Vertex>> edges;
  for (std::uint32_t e = 0; e < one.edge_count(); ++e) {
    edges.emplace_back(one.source(e), one.target(e));
    edges.emplace_back(one.source(e) + 15, one.target(e) + 15);
  }
  auto expected = subgraph(one);
  const auto once = expected;
  expected.insert(expected.end(), once.begin(), once.end());
  CHECK(subgraph(graph(30, edges)) == expected);
}

TEST_CASE("subgraph centrality beyond all numbers is left out with a note",
          "[subgraph-centrality]") {
  const View view = weighted_graph(3, {{0, 1, 800}, {2, 2, 1}}, WeightRole::strength);
  const auto result = run_analysis("subgraph-centrality", view);
  const auto s = column(result, "subgraph_centrality");
  CHECK(std::isnan(s[0]));
  CHECK(std::isnan(s[1]));
  CHECK(std::abs(s[2] - std::exp(1)) < 1e-15);
  CHECK(has_note(result, "A389"));
}

TEST_CASE("subgraph centrality refuses what it cannot use", "[subgraph-centrality]") {
  const auto problems = failure("subgraph-centrality", path(2001));
  CHECK(problems.at(0).code == "A390");
  CHECK(problems.at(0).message.find("2001 nodes") != std::string::npos);
  CHECK(subgraph(path(2001, true)) == Values(2001, 1.0));  // no closed walks, nothing dense
  CHECK(failure("subgraph-centrality", path(2), {{"alpha", 0.5}}).at(0).code == "P101");
  CHECK(failure("subgraph-centrality", weighted_graph(2, {{0, 1, -1}}, WeightRole::strength))
            .at(0)
            .code == "G102");
}
