// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_test_macros.hpp>
#include <numeric>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

Values core(const View& view, std::int64_t alpha, std::int64_t beta) {
  return column(run_analysis("alpha-beta-core", view, {{"alpha", alpha}, {"beta", beta}}),
                "alpha_beta_core");
}

// Takes away what is too small until nothing is.
Values slow_core(const View& view, std::int64_t alpha, std::int64_t beta) {
  Values inside(view.vertex_count(), 1);
  for (bool changed = true; changed;) {
    changed = false;
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
      std::int64_t degree = 0;
      for (const Vertex u : view.out(v)) degree += inside[u] > 0 ? 1 : 0;
      if (inside[v] == 0 || degree >= (v < view.actor_count() ? alpha : beta)) continue;
      inside[v] = 0;
      changed = true;
    }
  }
  return inside;
}

struct Index {
  Values node, alpha, beta;
  double has(double v, double a, double b) const {
    for (std::size_t k = 0; k < node.size(); ++k) {
      if (node[k] == v && alpha[k] >= a && beta[k] >= b) return 1;
    }
    return 0;
  }
};

Index index_of(const View& view) {
  const auto result = run_analysis("alpha-beta-core", view, {{"index", true}});
  return {column(result, "node", "index"), column(result, "alpha", "index"),
          column(result, "beta", "index")};
}

}  // namespace

TEST_CASE("the (2, 2)-core of a butterfly with a tail is the butterfly", "[alpha-beta-core]") {
  const auto result = run_analysis("alpha-beta-core", two_mode({"110", "111", "001"}));
  CHECK(column(result, "alpha_beta_core") == Values{1, 1, 0, 1, 1, 0});
  CHECK(column(result, "actors", "summary") == Values{2});
  CHECK(column(result, "items", "summary") == Values{2});
  CHECK(column(result, "edges", "summary") == Values{4});
  CHECK(core(two_mode({"110", "111", "001"}), 1, 2) == Values{1, 1, 1, 1, 1, 1});
  CHECK(core(two_mode({"110", "111", "001"}), 3, 1) == Values{0, 1, 0, 1, 1, 1});
}

TEST_CASE("the (1, 1)-core leaves out nodes without edges", "[alpha-beta-core]") {
  CHECK(core(two_mode({"10", "00"}), 1, 1) == Values{1, 0, 1, 0});
  CHECK(core(two_mode({}, 2), 1, 1) == Values{0, 0});
}

TEST_CASE("the index lists the largest cores of each node", "[alpha-beta-core]") {
  const Index index = index_of(two_mode({"110", "111", "001"}));
  CHECK(index.node == Values{0, 1, 1, 2, 3, 3, 4, 4, 5, 5});
  CHECK(index.alpha == Values{2, 2, 3, 1, 2, 3, 2, 3, 1, 3});
  CHECK(index.beta == Values{2, 2, 1, 2, 2, 1, 2, 1, 2, 1});
}

TEST_CASE("cores agree with taking away one by one, and the index with the cores",
          "[alpha-beta-core]") {
  for (const std::uint64_t seed : {1, 2, 3, 4}) {
    const View view = random_two_mode({.actors = 14, .items = 9, .density = 0.4}, seed);
    const Index index = index_of(view);
    for (std::int64_t alpha = 1; alpha <= 10; ++alpha) {
      for (std::int64_t beta = 1; beta <= 15; ++beta) {
        const Values slow = slow_core(view, alpha, beta);
        CHECK(core(view, alpha, beta) == slow);
        Values indexed;
        for (Vertex v = 0; v < view.vertex_count(); ++v) {
          indexed.push_back(index.has(v, static_cast<double>(alpha), static_cast<double>(beta)));
        }
        CHECK(indexed == slow);
      }
    }
  }
}

TEST_CASE("cores of the examples of networkx", "[alpha-beta-core]") {
  // networkx 3.5, gallery, "Bipartite Motifs": of the graph by Havel and Hakimi with degrees 1, 2,
  // 3, 2, 1, 2, 3, 2 and 5, 7, 1, 1, 2 the (2, 3)-core is the nodes 2, 5, 6, 7, 8, 9. Its edges are
  // those that networkx 2.8.8 lists.
  const View motif =
      two_mode({"10000", "01100", "11001", "01010", "01000", "11000", "11001", "11000"});
  CHECK(core(motif, 2, 3) == Values{0, 0, 1, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0});
  // The tests of pull request 7728 there: a path, a full table and a cycle.
  const View path_of_six = two_mode({"110", "011", "001"});
  CHECK(core(path_of_six, 1, 2) == Values{1, 1, 1, 0, 1, 1});
  CHECK(core(path_of_six, 4, 4) == Values(6, 0));
  CHECK(core(two_mode({"111", "111", "111"}), 3, 3) == Values(6, 1));
  CHECK(core(two_mode({"110", "011", "101"}), 2, 2) == Values(6, 1));
}

TEST_CASE("cores of the southern women lie in one another", "[alpha-beta-core]") {
  // The slow search above; the (1, 1)-core is all, as every woman went to some event.
  const View view = southern_women();
  CHECK(core(view, 1, 1) == Values(32, 1));
  for (std::int64_t k = 1; k < 8; ++k) {
    const Values outer = core(view, k, k), inner = core(view, k + 1, k + 1);
    CHECK(inner == slow_core(view, k + 1, k + 1));
    for (std::size_t v = 0; v < outer.size(); ++v) CHECK(inner[v] <= outer[v]);
  }
}

TEST_CASE("cores refuse one-mode graphs and numbers below 1", "[alpha-beta-core]") {
  CHECK(failure("alpha-beta-core", path(3)).front().code == "R102");
  const View view = two_mode({"1"});
  CHECK(failure("alpha-beta-core", view, {{"alpha", std::int64_t{0}}}).front().code == "P103");
  CHECK(failure("alpha-beta-core", view, {{"beta", std::int64_t{-1}}}).front().code == "P103");
  CHECK(failure("alpha-beta-core", view, {{"beta", 1.5}}).front().code == "P102");
}
