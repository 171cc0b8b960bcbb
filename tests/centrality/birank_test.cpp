// SPDX-License-Identifier: Apache-2.0
#include <Eigen/LU>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numeric>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values birank(const View& view, const Params& params = {}) {
  return column(run_analysis("birank", view, params), "birank");
}

// The two equations as one linear system, by elimination.
Values by_elimination(const View& view, double alpha, double beta) {
  const auto n = Eigen::Index(view.vertex_count()), actors = Eigen::Index(view.actor_count());
  Eigen::MatrixXd a = Eigen::MatrixXd::Zero(n, n);
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const auto i = Eigen::Index(view.source(e)), j = Eigen::Index(view.target(e));
    a(i, j) = a(j, i) = view.strength(e);
  }
  const Eigen::VectorXd degree =
      a.rowwise().sum().unaryExpr([](double d) { return d == 0 ? 1 : d; });
  Eigen::MatrixXd system = Eigen::MatrixXd::Identity(n, n);
  Eigen::VectorXd right(n);
  for (Eigen::Index v = 0; v < n; ++v) {
    const double take = v < actors ? beta : alpha;
    const double side = v < actors ? double(actors) : double(n - actors);
    right[v] = (1 - take) / side;
    for (Eigen::Index w = 0; w < n; ++w) {
      system(v, w) -= take * a(v, w) / std::sqrt(degree[v] * degree[w]);
    }
  }
  const Eigen::VectorXd x = system.fullPivLu().solve(right);
  return Values(x.begin(), x.end());
}

}  // namespace

TEST_CASE("BiRank of one edge and an item apart by hand", "[birank]") {
  // u = 0.85 p + 0.15, p = 0.85 u + 0.075; the other item keeps 0.075.
  const double u = (0.85 * 0.075 + 0.15) / (1 - 0.85 * 0.85);
  CHECK(max_gap(birank(two_mode({"10"})), {u, 0.85 * u + 0.075, 0.075}) < 1e-15);
}

TEST_CASE("BiRank solves its equations", "[birank]") {
  CHECK(max_gap(birank(southern_women()), by_elimination(southern_women(), 0.85, 0.85)) < 1e-14);
  const View view = random_two_mode({.actors = 25, .items = 10, .density = 0.15}, 6);
  const Params params{{"alpha", 0.3}, {"beta", 0.95}};
  CHECK(max_gap(birank(view, params), by_elimination(view, 0.3, 0.95)) < 1e-14);
  const Params slow{{"alpha", 0.999}, {"beta", 0.999}};
  CHECK(max_gap(birank(view, slow), by_elimination(view, 0.999, 0.999)) < 1e-12);
}

TEST_CASE("BiRank weighs by strengths", "[birank]") {
  EdgeList list;
  list.two_mode = true;
  list.weight_role = WeightRole::strength;
  list.keys = {"a", "b", "x", "y"};
  list.is_item = {0, 0, 1, 1};
  list.source = {0, 0, 1};
  list.target = {2, 3, 3};
  list.weight = {3, 1, 0};
  const Values rank = birank(View(list));
  CHECK(max_gap(rank, by_elimination(View(list), 0.85, 0.85)) < 1e-15);
  CHECK(rank[2] > rank[3]);
  list.weight = {3, 1, -2};
  CHECK(failure("birank", View(list)).front().code == "G102");
}

TEST_CASE("BiRank without following is uniform", "[birank]") {
  const Values rank = birank(southern_women(), {{"alpha", 0.0}, {"beta", 0.0}});
  CHECK(max_gap(Values(rank.begin(), rank.begin() + 18), Values(18, 1.0 / 18)) < 1e-16);
  CHECK(max_gap(Values(rank.begin() + 18, rank.end()), Values(14, 1.0 / 14)) < 1e-16);
}

TEST_CASE("BiRank of an empty side and of nothing", "[birank]") {
  CHECK(max_gap(birank(two_mode({}, 2)), {0.075, 0.075}) < 1e-15);
  CHECK(birank(two_mode({})).empty());
}

TEST_CASE("BiRank refuses what has no answer", "[birank]") {
  CHECK(failure("birank", path(3)).front().code == "R102");
  CHECK(failure("birank", two_mode({"1"}), {{"alpha", 1.0}}).front().code == "P103");
  CHECK(failure("birank", two_mode({"1"}), {{"beta", -0.1}}).front().code == "P103");
}
