// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/graph/objectives.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

double best_quality(const View& view, const Params& params = {}) {
  return column(run_analysis("leiden", view, params), "quality", "summary")[0];
}

}  // namespace

TEST_CASE("leiden separates two triangles", "[leiden][community]") {
  const View view = graph(7, {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3}});
  const Result result = run_analysis("leiden", view);
  CHECK(column(result, "group") == Values{1, 1, 1, 2, 2, 2, 3});
  CHECK(column(result, "quality", "summary")[0] == Approx(6.0 / 7 - 0.5));
  CHECK(column(result, "groups", "summary") == Values{3});
  CHECK(column(result, "share_near_best", "summary") == Values{1});
  CHECK(column(result, "restarts", "summary") == Values{20});
}

TEST_CASE("leiden reaches the best modularity of Zachary's club", "[leiden][community]") {
  // 0.4198 with four groups is the optimum: Brandes et al. (2008), doi:10.1109/TKDE.2007.190689.
  const Result result = run_analysis("leiden", zachary());
  CHECK(column(result, "quality", "summary")[0] == Approx(0.4197896).margin(5e-8));
  CHECK(column(result, "groups", "summary") == Values{4});
}

TEST_CASE("leiden finds the best of all partitions of small graphs", "[leiden][community]") {
  for (const std::uint64_t seed : {1, 2, 3, 4, 5, 6}) {
    const View view = random_graph(8, 14, seed, seed % 2 == 0, WeightRole::strength);
    for (const bool cpm : {false, true}) {
      const double gamma = cpm ? 0.6 : 1.2;
      const Objective objective = cpm ? constant_potts(view, gamma) : modularity(view, gamma);
      double best = -1e300;
      for_each_partition(
          8, [&](const Groups& groups) { best = std::max(best, objective.value(groups)); });
      CHECK(best_quality(view, {{"quality", cpm ? "cpm" : "modularity"}, {"resolution", gamma}}) ==
            Approx(best).margin(1e-10));
    }
  }
}

TEST_CASE("leiden's groups are connected", "[leiden][community]") {
  const View view = random_graph(120, 180, 8, false);
  const Values group = column(run_analysis("leiden", view), "group");
  for (Vertex start = 0; start < 120; ++start) {
    if (std::find(group.begin(), group.begin() + start, group[start]) != group.begin() + start)
      continue;
    std::vector<std::uint8_t> seen(120, 0);
    std::vector<Vertex> reached{start};
    seen[start] = 1;
    for (std::size_t k = 0; k < reached.size(); ++k) {
      for (const Vertex u : view.out(reached[k])) {
        if (seen[u] != 0 || group[u] != group[start]) continue;
        seen[u] = 1;
        reached.push_back(u);
      }
    }
    CHECK(std::ptrdiff_t(reached.size()) == std::count(group.begin(), group.end(), group[start]));
  }
}

TEST_CASE("leiden has the same bits on any number of threads", "[leiden][community]") {
  const View view = random_graph(80, 200, 3, true);
  const Result one = run_analysis("leiden", view, {}, 1);
  for (const unsigned threads : {2U, 8U}) {
    const Result many = run_analysis("leiden", view, {}, threads);
    CHECK(column(many, "group") == column(one, "group"));
    CHECK(column(many, "quality", "summary") == column(one, "quality", "summary"));
  }
}

TEST_CASE("leiden of graphs without edges and of nothing", "[leiden][community]") {
  const Result result = run_analysis("leiden", graph(3, {}));
  CHECK(column(result, "group") == Values{1, 2, 3});
  CHECK(column(result, "quality", "summary") == Values{0});
  CHECK(has_note(result, "A308"));
  CHECK(column(run_analysis("leiden", View()), "groups", "summary") == Values{0});
}

TEST_CASE("leiden refuses what it cannot use", "[leiden][community]") {
  CHECK(failure("leiden", two_mode({"10", "01"})).front().code == "R103");
  CHECK(failure("leiden", path(3), {{"quality", "surprise"}}).front().code == "P104");
  CHECK(failure("leiden", path(3), {{"resolution", -1.0}}).front().code == "P103");
  CHECK(failure("leiden", weighted_graph(2, {{0, 1, -1}}, WeightRole::strength)).front().code ==
        "G102");
}
