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

Values katz(const View& view, const Params& params = {}) {
  return column(run_analysis("katz", view, params), "katz");
}

// Powers of the dense matrix, as the definition has them.
Values slow_katz(const View& view, double alpha) {
  const Eigen::MatrixXd step = alpha * dense_matrix(view).transpose();
  Eigen::VectorXd term = Eigen::VectorXd::Ones(step.rows()), sum = term;
  for (int k = 0; k < 400; ++k) {
    term = step * term;
    sum += term;
  }
  return {sum.begin(), sum.end()};
}

}  // namespace

TEST_CASE("katz of a path of three by hand", "[katz]") {
  // end = 1 + 0.1 middle, middle = 1 + 0.2 end
  const Values expected{1.1 / 0.98, 1.2 / 0.98, 1.1 / 0.98};
  CHECK(max_gap(katz(path(3), {{"alpha", 0.1}}), expected) < 1e-14);
  Values twice = expected;
  for (double& x : twice) x *= 2;
  CHECK(max_gap(katz(path(3), {{"alpha", 0.1}, {"beta", 2.0}}), twice) < 1e-14);
}

TEST_CASE("katz weighs a step by half of what it may by default, and says so", "[katz]") {
  const auto result = run_analysis("katz", complete(4));  // lambda_max 3, x = 1/(1 - 3 alpha)
  CHECK(max_gap(column(result, "katz"), {2, 2, 2, 2}) < 1e-13);
  CHECK(std::abs(column(result, "alpha", "summary")[0] - 1.0 / 6) < 1e-15);
  CHECK(std::abs(column(result, "lambda_max", "summary")[0] - 3) < 1e-14);
}

TEST_CASE("katz without a cycle takes 0.5 and counts what arrives", "[katz]") {
  CHECK(katz(path(3, true)) == Values{1, 1.5, 1.75});
  CHECK(katz(graph(2, {})) == Values{1, 1});
  // what no cycle bounds is allowed
  CHECK(katz(path(3, true), {{"alpha", 2.0}}) == Values{1, 3, 7});
}

TEST_CASE("katz takes an undirected loop for one arc and adds parallel edges", "[katz]") {
  CHECK(max_gap(katz(graph(1, {{0, 0}}), {{"alpha", 0.5}}), {2}) < 1e-14);
  CHECK(max_gap(katz(graph(2, {{0, 1}, {0, 1}}), {{"alpha", 0.25}}), {2, 2}) < 1e-14);
}

TEST_CASE("katz of published graphs", "[katz]") {
  // P. Bonacich and P. Lloyd (2001), third example: a cycle of four and a node that points to it,
  // alpha = 0.5, in thirtieths
  const View cycle_and_one = graph(5, {{0, 1}, {1, 2}, {2, 3}, {3, 0}, {4, 0}}, true);
  CHECK(max_gap(katz(cycle_and_one, {{"alpha", 0.5}}),
                {76.0 / 30, 68.0 / 30, 64.0 / 30, 62.0 / 30, 1}) < 1e-14);
  // networkx 2.8.8, katz_centrality_numpy(alpha=0.1, normalized=False)
  CHECK(max_gap(katz(florentine_families(), {{"alpha", 0.1}}),
                {1.1823195050192432, 1.4523764125309844, 1.3258871616655254, 1.4586209936827028,
                 1.435676566462824, 1.1452376412530985, 1.555331433864313, 1.1555331433864313,
                 1.8231950501924312, 1.1295272227292166, 1.4477432784643858, 1.4893114063733774,
                 1.2952722272921648, 1.583135224498329, 1.4867837890430124}) < 1e-13);
  const auto club = katz(zachary(), {{"alpha", 0.05}});
  CHECK(std::abs(club[0] - 2.0807016860882466) < 1e-13);
  CHECK(std::abs(club[11] - 1.1040350843044122) < 1e-13);
  CHECK(std::abs(club[33] - 2.1281047592186915) < 1e-13);
}

TEST_CASE("katz is the sum over walks", "[katz]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const View view = random_graph(60, 130, seed, seed % 2 == 0, WeightRole::strength);
    const auto result = run_analysis("katz", view);
    const double alpha = column(result, "alpha", "summary")[0];
    CHECK(max_gap(column(result, "katz"), slow_katz(view, alpha)) < 1e-11);
    CHECK(max_gap(katz(view, {{"alpha", alpha / 3}}), slow_katz(view, alpha / 3)) < 1e-12);
  }
}

TEST_CASE("katz follows a relabelling", "[katz]") {
  const View view = random_graph(30, 60, 9, true);
  const auto place = shuffled(30, 1);
  const auto before = katz(view), after = katz(relabelled(view, place));
  for (Vertex v = 0; v < 30; ++v) CHECK(std::abs(after[place[v]] - before[v]) < 1e-12);
}

TEST_CASE("katz refuses what it cannot use", "[katz]") {
  const auto problems = failure("katz", cycle(4), {{"alpha", 0.5}});  // lambda_max 2
  CHECK(problems.at(0).code == "A383");
  CHECK(problems.at(0).hint == "choose alpha below 0.5");
  CHECK(failure("katz", cycle(4), {{"alpha", 7.0}}).at(0).code == "A383");
  CHECK(max_gap(katz(cycle(4), {{"alpha", 0.499}}), Values(4, 1 / (1 - 0.998))) < 1e-9);
  CHECK(failure("katz", path(2), {{"alpha", -0.1}}).at(0).code == "P103");
  CHECK(failure("katz", path(2), {{"beta", std::string("much")}}).at(0).code == "P102");
  CHECK(failure("katz", weighted_graph(2, {{0, 1, -1}}, WeightRole::strength)).at(0).code ==
        "G102");
}
