// SPDX-License-Identifier: Apache-2.0
#include <Eigen/Dense>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values pagerank(const View& view, const Params& params = {}) {
  return column(run_analysis("pagerank", view, params), "pagerank");
}

FileTable table(std::vector<std::pair<std::string, std::string>> rows) {
  return std::make_shared<const NodeTable>(NodeTable{"jumps.csv", std::move(rows)});
}

// (I - d M) r = (1 - d) p, M column-stochastic with p (or 1/n) in the columns of sinks.
Values pagerank_by_elimination(const View& view, double damping, const Eigen::VectorXd& p,
                               bool uniform_sinks = false) {
  const auto n = static_cast<Eigen::Index>(view.vertex_count());
  Eigen::MatrixXd walk = Eigen::MatrixXd::Zero(n, n);
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const Vertex s = view.source(e), t = view.target(e);
    walk(t, s) += view.strength(e);
    if (!view.directed() && s != t) walk(s, t) += view.strength(e);
  }
  for (Eigen::Index u = 0; u < n; ++u) {
    const double leaving = walk.col(u).sum();
    if (leaving > 0) {
      walk.col(u) /= leaving;
    } else if (uniform_sinks) {
      walk.col(u).setConstant(1.0 / static_cast<double>(n));
    } else {
      walk.col(u) = p;
    }
  }
  const Eigen::VectorXd r =
      (Eigen::MatrixXd::Identity(n, n) - damping * walk).partialPivLu().solve((1 - damping) * p);
  return {r.begin(), r.end()};
}

Eigen::VectorXd uniform(const View& view) {
  return Eigen::VectorXd::Constant(view.vertex_count(), 1.0 / view.vertex_count());
}

}  // namespace

TEST_CASE("pagerank of two leaves and a sink", "[pagerank]") {
  //   1 --> 0 <-- 2     r1 = x, r0 = x (1 + 2 * 0.85), together 1
  const auto rank = pagerank(graph(3, {{1, 0}, {2, 0}}, true));
  const double x = 1 / (3 + 2 * 0.85);
  CHECK(max_gap(rank, {x * (1 + 2 * 0.85), x, x}) < 1e-12);
}

TEST_CASE("pagerank of one node is the whole", "[pagerank]") {
  CHECK(pagerank(path(1)) == Values{1});
  CHECK(pagerank(graph(0, {})).empty());
}

TEST_CASE("pagerank takes an undirected loop for one arc", "[pagerank]") {
  //  0 (loop) --- 1: from 0 half stays, half moves; from 1 all moves.
  const auto rank = pagerank(graph(2, {{0, 0}, {0, 1}}), {{"damping", 0.5}});
  // r0 = 1/4 + 1/2 (r0 / 2 + r1), r0 + r1 = 1
  CHECK(max_gap(rank, {0.6, 0.4}) < 1e-12);
}

TEST_CASE("pagerank of Zachary's club and the kite", "[pagerank]") {
  // networkx 2.8.8, pagerank(tol=1e-15, weight=None)
  const auto club = pagerank(zachary());
  CHECK(std::abs(club[0] - 0.09699728538830414) < 1e-11);
  CHECK(std::abs(club[33] - 0.10091918233261697) < 1e-11);
  CHECK(max_gap(pagerank(krackhardt_kite()),
                {0.10191991297711064, 0.10191991297711064, 0.0794181140081382, 0.14714791632796467,
                 0.0794181140081382, 0.12890692757278685, 0.12890692757278685, 0.09524828680827116,
                 0.08569395631416947, 0.05141993143352337}) < 1e-11);
}

TEST_CASE("pagerank solves its own equation", "[pagerank]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const View view = random_graph(60, 100, seed, seed % 2 == 0, WeightRole::strength);
    CHECK(max_gap(pagerank(view), pagerank_by_elimination(view, 0.85, uniform(view))) < 1e-11);
    CHECK(max_gap(pagerank(view, {{"damping", 0.99}}),
                  pagerank_by_elimination(view, 0.99, uniform(view))) < 1e-10);
  }
}

TEST_CASE("pagerank jumps where the personalization says, from sinks, too", "[pagerank]") {
  const View view = random_graph(12, 20, 8, true);
  const Params params{{"personalization", table({{view.key(2), "3"}, {view.key(7), "1"}})}};
  Eigen::VectorXd p = Eigen::VectorXd::Zero(12);
  p(2) = 0.75;
  p(7) = 0.25;
  CHECK(max_gap(pagerank(view, params), pagerank_by_elimination(view, 0.85, p)) < 1e-11);
  Params uniformly = params;
  uniformly["dangling"] = std::string("uniform");
  CHECK(max_gap(pagerank(view, uniformly), pagerank_by_elimination(view, 0.85, p, true)) < 1e-11);
}

TEST_CASE("pagerank without damping 1 stays inside and says when it does not settle",
          "[pagerank]") {
  const View view = graph(3, {{0, 1}, {1, 2}, {2, 1}}, true);
  const auto result =
      run_analysis("pagerank", view, {{"damping", 1.0}, {"max_steps", std::int64_t{50}}});
  CHECK(has_note(result, "G107"));
  CHECK(column(result, "pagerank")[0] == 0);
  CHECK_FALSE(has_note(run_analysis("pagerank", view), "G107"));
}

TEST_CASE("pagerank follows a relabelling", "[pagerank]") {
  const View view = random_graph(30, 70, 9, true);
  const auto place = shuffled(30, 1);
  const auto before = pagerank(view), after = pagerank(relabelled(view, place));
  for (Vertex v = 0; v < 30; ++v) CHECK(std::abs(after[place[v]] - before[v]) < 1e-13);
}

TEST_CASE("pagerank refuses what it cannot use", "[pagerank]") {
  const auto code = [](const FileTable& rows) {
    return failure("pagerank", path(2), {{"personalization", rows}}).at(0).code;
  };
  CHECK(failure("pagerank", path(2), {{"damping", 1.5}}).at(0).code == "P103");
  CHECK(failure("pagerank", weighted_graph(2, {{0, 1, -1}}, WeightRole::strength)).at(0).code ==
        "G102");
  CHECK(code(table({{"nobody", "1"}})) == "G103");
  CHECK(code(table({{"v000000", "1"}, {"v000000", "2"}})) == "G104");
  CHECK(code(table({{"v000000", "-1"}})) == "G105");
  CHECK(code(table({{"v000000", "0"}})) == "G106");
  const auto problems = failure("pagerank", path(2), {{"personalization", table({{"x", "1"}})}});
  CHECK(problems.at(0).where.file == "jumps.csv");
  CHECK(problems.at(0).where.line == 2);
}
