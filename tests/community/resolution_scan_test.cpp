// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/graph/objectives.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

// Two triangles and an edge between them.
View triangles() { return graph(6, {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3}}); }

}  // namespace

TEST_CASE("resolution-scan of two triangles by hand", "[resolution-scan]") {
  // One group: 1 - gamma; two: 6/7 - gamma/2, the better one above 2/7, and the best at 1.
  const Result result = run_analysis("resolution-scan", triangles(), {{"high", 1.0}});
  CHECK(column(result, "low", "partitions")[0] == 0.1);
  CHECK(column(result, "high", "partitions")[0] == Approx(2.0 / 7));
  CHECK(column(result, "low", "partitions")[1] == Approx(2.0 / 7));
  CHECK(column(result, "high", "partitions")[1] == 1);
  CHECK(column(result, "groups", "partitions") == Values{1, 2});
  CHECK(column(result, "inside", "partitions")[1] == Approx(6.0 / 7));
  CHECK(column(result, "expected", "partitions")[1] == Approx(0.5));
  const Values group = column(result, "group", "nodes");
  CHECK(group == Values{1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2});
  CHECK(column(result, "resolution").size() == 21);
  CHECK(column(result, "resolution")[0] == Approx(0.1));
  CHECK(column(result, "resolution")[10] == Approx(std::sqrt(0.1)));
  CHECK(column(result, "resolution")[20] == 1);
  CHECK(column(result, "plateau", "plateaus") == Values{1, 2});
  CHECK(column(result, "from", "plateaus")[0] == Approx(0.1));
  const Values vi = column(result, "vi_to_next");
  CHECK(std::count(vi.begin(), vi.end(), 0.0) == 19);
  CHECK(*std::max_element(vi.begin(), vi.end() - 1) == Approx(std::log(2.0)));
  CHECK(has_note(result, "A368"));
}

TEST_CASE("resolution-scan reaches the best modularity of Zachary's club", "[resolution-scan]") {
  // Brandes et al. (2008), doi:10.1109/TKDE.2007.190689: 0.4198 at gamma = 1.
  const Result result = run_analysis("resolution-scan", zachary());
  CHECK(column(result, "resolution")[10] == Approx(1));
  CHECK(column(result, "quality")[10] == Approx(0.4197896).margin(5e-8));
  CHECK(column(result, "groups")[10] == 4);
  CHECK(column(result, "groups")[0] == 1);
}

TEST_CASE("domains hold the best of all partitions of small graphs", "[resolution-scan]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    for (const bool cpm : {false, true}) {
      const View view = random_graph(7, 14, seed, seed == 2, WeightRole::strength);
      const Result result = run_analysis("resolution-scan", view,
                                         {{"quality", std::string(cpm ? "cpm" : "modularity")},
                                          {"steps", std::int64_t{41}},
                                          {"restarts", std::int64_t{10}}});
      const Values low = column(result, "low", "partitions"),
                   high = column(result, "high", "partitions"),
                   inside = column(result, "inside", "partitions"),
                   expected = column(result, "expected", "partitions");
      CHECK(low.front() == 0.1);
      CHECK(high.back() == 10);
      for (std::size_t d = 0; d < low.size(); ++d) {
        if (d > 0) CHECK(low[d] == high[d - 1]);
        if (d > 0) CHECK(expected[d] < expected[d - 1]);
        for (const double gamma : {low[d], std::sqrt(low[d] * high[d]), high[d]}) {
          const Objective objective = cpm ? constant_potts(view, gamma) : modularity(view, gamma);
          double best = -1e300;
          for_each_partition(
              7, [&](const Groups& groups) { best = std::max(best, objective.value(groups)); });
          CHECK(inside[d] - gamma * expected[d] == Approx(best).margin(1e-9));
        }
      }
    }
  }
}

TEST_CASE("a larger vi joins plateaus", "[resolution-scan]") {
  const auto plateaus = [](double vi) {
    return column(run_analysis("resolution-scan", zachary(), {{"vi", vi}}), "plateau", "plateaus")
        .size();
  };
  CHECK(plateaus(0) > plateaus(0.3));
  CHECK(plateaus(0.3) >= plateaus(10));
  CHECK(plateaus(10) == 1);
}

TEST_CASE("resolution-scan has the same bits on any number of threads", "[resolution-scan]") {
  const View view = random_graph(50, 120, 3, false);
  const Result one = run_analysis("resolution-scan", view, {}, 1);
  for (const unsigned threads : {2U, 8U}) {
    const Result many = run_analysis("resolution-scan", view, {}, threads);
    CHECK(column(many, "group", "nodes") == column(one, "group", "nodes"));
    CHECK(column(many, "high", "partitions") == column(one, "high", "partitions"));
    CHECK(column(many, "quality") == column(one, "quality"));
  }
}

TEST_CASE("resolution-scan of graphs without edges and of nothing", "[resolution-scan]") {
  const Result result = run_analysis("resolution-scan", graph(3, {}));
  CHECK(column(result, "quality") == Values(21, 0));
  CHECK(column(result, "low", "partitions") == Values{0.1});
  CHECK(column(run_analysis("resolution-scan", View()), "groups") == Values(21, 0));
}

TEST_CASE("resolution-scan refuses what it cannot use", "[resolution-scan]") {
  CHECK(failure("resolution-scan", two_mode({"10", "01"})).front().code == "R103");
  CHECK(failure("resolution-scan", path(3), {{"low", 2.0}, {"high", 1.0}}).front().code == "P107");
  CHECK(failure("resolution-scan", path(3), {{"low", 0.0}}).front().code == "P103");
  CHECK(failure("resolution-scan", path(3), {{"steps", std::int64_t{1}}}).front().code == "P103");
  CHECK(failure("resolution-scan", weighted_graph(2, {{0, 1, -1}}, WeightRole::strength))
            .front()
            .code == "G102");
}
