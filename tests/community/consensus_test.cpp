// SPDX-License-Identifier: Apache-2.0
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/graph/grouping.hpp"
#include "engine/graph/leiden_search.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

TEST_CASE("restarts agree on two triangles at once", "[consensus]") {
  const View view = graph(6, {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3}});
  const Result result = run_analysis("consensus", view);
  CHECK(column(result, "group") == Values{1, 1, 1, 2, 2, 2});
  CHECK(column(result, "co_assignment") == Values(6, 1));
  CHECK(column(result, "rounds", "summary") == Values{1});
  CHECK(column(result, "agreed", "summary") == Values{1});
  CHECK(column(result, "quality", "summary")[0] == Approx(6.0 / 7 - 0.5));
}

TEST_CASE("consensus of Zachary's club has the groups of the optimum", "[consensus]") {
  // Brandes et al. (2008), On modularity clustering: the optimum 0.4198 has four groups.
  const Result result = run_analysis("consensus", zachary());
  CHECK(column(result, "groups", "summary") == Values{4});
  CHECK(column(result, "best_quality", "summary")[0] == Approx(0.4198).margin(5e-5));
  CHECK(column(result, "quality", "summary")[0] <=
        column(result, "best_quality", "summary")[0] + 1e-12);
  CHECK(column(result, "quality", "summary")[0] > 0.41);
}

TEST_CASE("with tau 1 only those stay together that always were", "[consensus]") {
  // Then D is a set of cliques that nothing joins: the meet of the first partitions.
  for (std::uint64_t seed = 1; seed <= 4; ++seed) {
    const View view = random_graph(30, 50, seed, false);
    const PartitionSearch first =
        search(modularity(view, 1), Context{}.rng("consensus").split(0), {.restarts = 8});
    Groups meet(view.vertex_count());
    for (Vertex v = 0; v < meet.size(); ++v) {
      meet[v] = v;
      for (Vertex u = 0; u < v && meet[v] == v; ++u) {
        bool always = true;
        for (const Groups& partition : first.found) always = always && partition[u] == partition[v];
        if (always) meet[v] = u;
      }
    }
    const Result result =
        run_analysis("consensus", view, {{"tau", 1.0}, {"restarts", std::int64_t{8}}});
    const auto expected = group_numbers(view, meet);
    CHECK(column(result, "group") == Values(expected.begin(), expected.end()));
    CHECK(column(result, "agreed", "summary") == Values{1});
  }
}

TEST_CASE("consensus of two camps with items", "[consensus]") {
  const Result result =
      run_analysis("consensus", two_mode({"1110", "1110", "1100", "0011", "0011"}));
  CHECK(column(result, "group") == Values{1, 1, 1, 2, 2, 1, 1, 2, 2});
  CHECK(column(result, "quality", "summary")[0] <=
        column(result, "best_quality", "summary")[0] + 1e-12);
}

TEST_CASE("partitions that still differ are told", "[consensus]") {
  const View view = random_graph(40, 60, 9, false);
  const Result result =
      run_analysis("consensus", view, {{"most_rounds", std::int64_t{1}}, {"tau", 0.0}});
  CHECK(column(result, "agreed", "summary") == Values{0});
  CHECK(has_note(result, "A361"));
}

TEST_CASE("consensus does not depend on threads and stops when it is asked to", "[consensus]") {
  const View view = random_votes({.actors = 20, .roll_calls = 7, .items = 5, .hidden = 0.2}, 6);
  const Params params{{"restarts", std::int64_t{8}}};
  const Result one = run_analysis("consensus", view, params, 1);
  for (const unsigned threads : {2U, 8U}) {
    const Result many = run_analysis("consensus", view, params, threads);
    CHECK(column(one, "group") == column(many, "group"));
    CHECK(max_gap(column(one, "co_assignment"), column(many, "co_assignment")) == 0);
  }
  std::stop_source source;
  source.request_stop();
  Context context;
  context.stop = source.get_token();
  CHECK_THROWS_AS(run(*find_analysis("consensus"), view, {}, context), Stopped);
}

TEST_CASE("groups whose pairs are too many to count are refused", "[consensus]") {
  // A star is one group: of 8200 nodes, 33.6 million pairs, each in both orders.
  const auto problems = failure("consensus", star(8199), {{"restarts", std::int64_t{1}}});
  CHECK(to_text(problems.front()) ==
        "error[A360]: the groups are too large to count every pair of their nodes\n"
        "  hint: a larger --resolution gives smaller groups");
}

TEST_CASE("consensus refuses what it cannot use", "[consensus]") {
  const View view = cycle(4);
  CHECK(failure("consensus", view, {{"tau", 1.5}}).front().code == "P103");
  CHECK(failure("consensus", view, {{"most_rounds", std::int64_t{0}}}).front().code == "P103");
  CHECK(failure("consensus", view, {{"side", std::string("actor")}}).front().code == "P101");
  CHECK(failure("consensus", weighted_graph(2, {{0, 1, -1}}, WeightRole::strength)).front().code ==
        "G102");
}
