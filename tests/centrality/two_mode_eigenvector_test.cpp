// SPDX-License-Identifier: Apache-2.0
#include <Eigen/SVD>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/davis_order.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values two_mode_eigenvector(const View& view) {
  return column(run_analysis("two-mode-eigenvector", view), "two_mode_eigenvector");
}

Values by_svd(const View& view) {
  const auto actors = Eigen::Index(view.actor_count());
  Eigen::MatrixXd a = Eigen::MatrixXd::Zero(actors, Eigen::Index(view.item_count()));
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    a(Eigen::Index(view.source(e)), Eigen::Index(view.target(e)) - actors) = view.strength(e);
  }
  const Eigen::JacobiSVD<Eigen::MatrixXd> svd(a, Eigen::ComputeThinU | Eigen::ComputeThinV);
  Values x;
  for (const double u : svd.matrixU().col(0)) x.push_back(std::abs(u));
  for (const double v : svd.matrixV().col(0)) x.push_back(std::abs(v));
  return x;
}

}  // namespace

TEST_CASE("two-mode eigenvector of a path by hand", "[two-mode-eigenvector]") {
  // A = [1 0; 1 1]: sigma is the golden ratio f, A^T A = [2 1; 1 1].
  const double f = (1 + std::sqrt(5.0)) / 2, length = std::sqrt(1 + f * f);
  const Result result = run_analysis("two-mode-eigenvector", two_mode({"10", "11"}));
  CHECK(max_gap(column(result, "two_mode_eigenvector"),
                {1 / length, f / length, f / length, 1 / length}) < 1e-14);
  CHECK(column(result, "singular_value", "summary")[0] == Catch::Approx(f).epsilon(1e-14));
}

TEST_CASE("two-mode eigenvector is the first pair of singular vectors", "[two-mode-eigenvector]") {
  CHECK(max_gap(two_mode_eigenvector(southern_women()), by_svd(southern_women())) < 1e-12);
  for (const std::uint64_t seed : {1, 2, 3}) {
    const View view = random_two_mode({.actors = 30, .items = 11, .density = 0.3}, seed);
    CHECK(max_gap(two_mode_eigenvector(view), by_svd(view)) < 1e-12);
  }
}

TEST_CASE("two-mode eigenvector of the southern women as printed", "[two-mode-eigenvector]") {
  // O. Lizardo, Social Networks (SOCIOL 208), Status and Prestige in Two Mode Networks,
  // olizardo.github.io/SOCIOL208/prest-tm.html (commit 09773b5caaf3), after
  // K. Faust (1997), doi:10.1016/S0378-8733(96)00300-0: seven and eight digits.
  const Values printed{0.3347340,  0.3092247,  0.3705636,  0.3130088,  0.1682137,  0.2089673,
                       0.2283461,  0.1800298,  0.2360402,  0.2183986,  0.1867900,  0.2202912,
                       0.2771746,  0.2639043,  0.2006669,  0.1314354,  0.0695706,  0.0695706,
                       0.14194312, 0.15047999, 0.25285306, 0.17599173, 0.32173361, 0.32761921,
                       0.38350293, 0.50663271, 0.37949240, 0.17040087, 0.08954622, 0.20279505,
                       0.11293095, 0.11293095};
  const Values x = two_mode_eigenvector(southern_women());
  Values ordered;
  for (const Vertex v : in_davis_order(southern_women())) ordered.push_back(x[v]);
  CHECK(max_gap(ordered, printed) < 6e-8);
}

TEST_CASE("two-mode eigenvector of the example of Matlab's manual", "[two-mode-eigenvector]") {
  // Matlab, svd, "Singular Value Decomposition" of [1 2; 3 4; 5 6; 7 8]: the first columns of U and
  // V, four digits, without their common sign, and the first singular value.
  const View view = weighted_two_mode({{1, 2}, {3, 4}, {5, 6}, {7, 8}});
  const Result result = run_analysis("two-mode-eigenvector", view);
  CHECK(max_gap(column(result, "two_mode_eigenvector"),
                {0.1525, 0.3499, 0.5474, 0.7448, 0.6414, 0.7672}) < 5.1e-5);
  CHECK(max_gap(column(result, "singular_value", "summary"), {14.2691}) < 5.1e-5);
}

TEST_CASE("two-mode eigenvector weighs by strengths", "[two-mode-eigenvector]") {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "b", "x", "y"};
  list.is_item = {0, 0, 1, 1};
  list.source = {0, 0, 1};
  list.target = {2, 3, 3};
  list.weight = {3, 1, 2};
  list.weight_role = WeightRole::strength;
  CHECK(max_gap(two_mode_eigenvector(View(list)), by_svd(View(list))) < 1e-13);
  list.weight_role = WeightRole::ignore;
  CHECK(max_gap(two_mode_eigenvector(View(list)), by_svd(View(list))) < 1e-13);
}

TEST_CASE("two-mode eigenvector is 0 outside the leading component", "[two-mode-eigenvector]") {
  const Result result = run_analysis("two-mode-eigenvector", two_mode({"110", "110", "001"}));
  const double half = std::sqrt(0.5);
  CHECK(max_gap(column(result, "two_mode_eigenvector"), {half, half, 0, half, half, 0}) < 1e-14);
  CHECK(has_note(result, "A304"));
}

TEST_CASE("components that tie share the two-mode eigenvector", "[two-mode-eigenvector]") {
  const Result result = run_analysis("two-mode-eigenvector", two_mode({"10", "01"}));
  CHECK(max_gap(column(result, "two_mode_eigenvector"), Values(4, std::sqrt(0.5))) < 1e-14);
  CHECK(has_note(result, "A305"));
}

TEST_CASE("two-mode eigenvector without edges is 0", "[two-mode-eigenvector]") {
  const Result result = run_analysis("two-mode-eigenvector", two_mode({"00"}));
  CHECK(column(result, "two_mode_eigenvector") == Values{0, 0, 0});
  CHECK(has_note(result, "A303"));
  CHECK(two_mode_eigenvector(two_mode({}, 2)) == Values{0, 0});
  CHECK(two_mode_eigenvector(two_mode({})).empty());
}

TEST_CASE("two-mode eigenvector refuses one-mode graphs", "[two-mode-eigenvector]") {
  CHECK(failure("two-mode-eigenvector", path(3)).front().code == "R102");
}
