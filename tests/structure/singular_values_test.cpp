// SPDX-License-Identifier: Apache-2.0
#include <Eigen/SVD>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values singular_values(const View& view) {
  return column(run_analysis("singular-values", view), "singular_values");
}

Values by_jacobi(const View& view) {
  const auto actors = Eigen::Index(view.actor_count());
  Eigen::MatrixXd a = Eigen::MatrixXd::Zero(actors, Eigen::Index(view.item_count()));
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    a(Eigen::Index(view.source(e)), Eigen::Index(view.target(e)) - actors) = view.strength(e);
  }
  const Eigen::VectorXd sigma = Eigen::JacobiSVD<Eigen::MatrixXd>(a).singularValues();
  return {sigma.begin(), sigma.end()};
}

}  // namespace

TEST_CASE("singular values of a path by hand", "[singular-values]") {
  // A = [1 0; 1 1]: the golden ratio and its inverse
  const double golden = (1 + std::sqrt(5.0)) / 2;
  CHECK(max_gap(singular_values(two_mode({"10", "11"})), {golden, 1 / golden}) < 1e-15);
}

TEST_CASE("singular values that rounding would leave are 0", "[singular-values]") {
  CHECK(max_gap(singular_values(two_mode({"111", "111"})), {std::sqrt(6.0), 0}) < 1e-15);
  CHECK(singular_values(two_mode({"111", "111"}))[1] == 0);
  CHECK(singular_values(two_mode({"000", "000"})) == Values{0, 0});
}

TEST_CASE("singular values are as many as the smaller side has nodes", "[singular-values]") {
  CHECK(singular_values(two_mode({"1011"})) == Values{std::sqrt(3.0)});
  CHECK(singular_values(two_mode({}, 3)).empty());
  CHECK(singular_values(two_mode({"", ""})).empty());
}

TEST_CASE("singular values of the southern women", "[singular-values]") {
  // numpy 1.24.2; two events were attended by the same women
  CHECK(max_gap(singular_values(southern_women()),
                {6.741908124910309, 4.3800982969054205, 2.4472608442801405, 2.119910826344091,
                 1.9836791711011965, 1.7349480049958015, 1.5346572191729877, 1.2360279974702593,
                 1.0190793886466463, 0.9801684250993677, 0.7071279533051568, 0.6256140858712074,
                 0.3995806547056793, 0}) < 1e-13);
}

TEST_CASE("singular values of examples in manuals and textbooks", "[singular-values]") {
  // Matlab, svd, "Singular Value Decomposition" of [1 2; 3 4; 5 6; 7 8], four digits; L. El Ghaoui,
  // Optimization Models and Applications, "Singular value decomposition of a 4 x 5 matrix".
  CHECK(max_gap(singular_values(weighted_two_mode({{1, 2}, {3, 4}, {5, 6}, {7, 8}})),
                {14.2691, 0.6268}) < 5.1e-5);
  const View wide =
      weighted_two_mode({{1, 0, 0, 0, 2}, {0, 0, 3, 0, 0}, {0, 0, 0, 0, 0}, {0, 4, 0, 0, 0}});
  CHECK(max_gap(singular_values(wide), {4, 3, std::sqrt(5.0), 0}) < 1e-14);
}

TEST_CASE("singular values agree with Jacobi's method", "[singular-values]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    const View wide = random_two_mode({.actors = 9, .items = 700, .density = 0.2}, seed);
    CHECK(max_gap(singular_values(wide), by_jacobi(wide)) < 1e-12);
    const View tall = random_two_mode({.actors = 600, .items = 20, .density = 0.3}, seed);
    CHECK(max_gap(singular_values(tall), by_jacobi(tall)) < 1e-12);
  }
}

TEST_CASE("squares of the singular values add up to the edges", "[singular-values]") {
  const View view = random_two_mode({.actors = 30, .items = 40, .density = 0.3}, 5);
  double squares = 0;
  for (const double sigma : singular_values(view)) squares += sigma * sigma;
  CHECK(std::abs(squares - view.edge_count()) < 1e-11);
  CHECK(std::abs(singular_values(view)[0] - column(run_analysis("two-mode-eigenvector", view),
                                                   "singular_value", "summary")[0]) < 1e-13);
}

TEST_CASE("singular values weigh by strengths", "[singular-values]") {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "b", "x", "y"};
  list.is_item = {0, 0, 1, 1};
  list.source = {0, 1, 1};
  list.target = {2, 3, 3};
  list.weight = {3, 1, 4};
  list.weight_role = WeightRole::strength;
  CHECK(max_gap(singular_values(View(list)), {5, 3}) < 1e-14);
  list.weight_role = WeightRole::ignore;
  CHECK(max_gap(singular_values(View(list)), {1, 1}) < 1e-15);
}

TEST_CASE("singular values refuse what they cannot use", "[singular-values]") {
  CHECK(failure("singular-values", path(3)).front().code == "R102");
  const auto problems = failure(
      "singular-values", random_two_mode({.actors = 1001, .items = 1002, .density = 0.001}, 1));
  CHECK(problems.front().code == "A395");
  CHECK(failure("singular-values", two_mode({"1"}), {{"k", std::int64_t{1}}}).front().code ==
        "P101");
}
