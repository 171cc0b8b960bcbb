// SPDX-License-Identifier: Apache-2.0
#include <Eigen/SVD>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

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
