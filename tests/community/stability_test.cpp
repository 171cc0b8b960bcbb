// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

Params with(const std::string& resample, std::int64_t replicates = 20) {
  return {{"resample", resample},
          {"replicates", replicates},
          {"restarts", std::int64_t{10}},
          {"replicate_restarts", std::int64_t{2}}};
}

const std::vector<std::string> two_camps{"11110000", "11110000", "11110000", "00001111",
                                         "00001111"};

double mean(const Values& values) {
  double sum = 0;
  for (const double x : values) sum += x;
  return sum / double(values.size());
}

}  // namespace

TEST_CASE("two separate camps stay what they are", "[stability]") {
  const Result result = run_analysis("stability", two_mode(two_camps), with("actors"));
  CHECK(column(result, "group") == Values{1, 1, 1, 2, 2, 1, 1, 1, 1, 2, 2, 2, 2});
  CHECK(column(result, "stability") == Values(13, 1));
  CHECK(column(result, "outside") == Values(13, 0));
  CHECK(column(result, "restart_stability") == Values(13, 1));
  CHECK(column(result, "nodes", "groups") == Values{7, 6});
  CHECK(column(result, "actors", "groups") == Values{3, 2});
  CHECK(column(result, "stability", "groups") == Values{1, 1});
  CHECK(column(result, "partitions", "summary") == Values{5, 10});  // each actor once
  CHECK(column(result, "mean_ari", "summary") == Values{1, 1});
  CHECK(column(result, "mean_vi", "summary") == Values{0, 0});
  CHECK(column(result, "mean_groups", "summary") == Values{2, 2});
  CHECK(has_note(result, "A353"));
}

TEST_CASE("stability judges the best partition of Zachary's club", "[stability]") {
  // Brandes et al. (2008), On modularity clustering: the optimum 0.4198 has four groups.
  Params params = with("auto", 30);
  params["pairs"] = true;
  params["restarts"] = std::int64_t{30};
  const Result result = run_analysis("stability", zachary(), params);
  CHECK(column(result, "group", "groups") == Values{1, 2, 3, 4});
  CHECK(column(result, "partitions", "summary") == Values{30, 30});
  // The slow way: from the pairs.
  const auto a = column(result, "a", "pairs"), b = column(result, "b", "pairs"),
             share = column(result, "co_assignment", "pairs");
  const auto group = column(result, "group");
  Values inside(34, 0), company(34, -1);
  for (std::size_t p = 0; p < a.size(); ++p) {
    if (group[std::size_t(a[p])] != group[std::size_t(b[p])]) continue;
    inside[std::size_t(a[p])] += share[p];
    inside[std::size_t(b[p])] += share[p];
  }
  for (std::size_t v = 0; v < 34; ++v) {
    for (std::size_t u = 0; u < 34; ++u) company[v] += group[u] == group[v] ? 1 : 0;
    CHECK(column(result, "stability")[v] == Approx(inside[v] / company[v]));
  }
}

TEST_CASE("planted camps are firmer than chance", "[stability]") {
  const View noise = random_two_mode({.actors = 14, .items = 12, .density = 0.5}, 3);
  std::vector<std::string> rows(14);
  Rng rng(5);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    for (std::size_t j = 0; j < 12; ++j) {
      rows[i] += rng.uniform() < ((i < 7) == (j < 6) ? 0.9 : 0.1) ? '1' : '0';
    }
  }
  for (const char* resample : {"items", "edges", "actors"}) {
    const Result camps = run_analysis("stability", two_mode(rows), with(resample));
    const Result chance = run_analysis("stability", noise, with(resample));
    CHECK(mean(column(camps, "stability")) > 0.85);
    CHECK(mean(column(camps, "stability")) > mean(column(chance, "stability")) + 0.02);
    CHECK(column(camps, "mean_ari", "summary")[0] > column(chance, "mean_ari", "summary")[0]);
  }
}

TEST_CASE("dropping nothing changes nothing", "[stability]") {
  Params params = with("edges");
  params["dropped"] = 0.0;
  CHECK(column(run_analysis("stability", two_mode(two_camps), params), "stability") ==
        Values(13, 1));
  const View triangles = graph(6, {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}});
  CHECK(column(run_analysis("stability", triangles, params), "stability") == Values(6, 1));
}

TEST_CASE("stability does not depend on threads", "[stability]") {
  const View votes = random_votes({.actors = 16, .roll_calls = 6, .items = 4, .hidden = 0.2}, 7);
  const View network = random_graph(30, 60, 4, true, WeightRole::strength);
  for (const char* resample : {"auto", "edges", "actors"}) {
    for (const View& view : {votes, network}) {
      const Result one = run_analysis("stability", view, with(resample, 6), 1);
      for (const unsigned threads : {2U, 8U}) {
        const Result many = run_analysis("stability", view, with(resample, 6), threads);
        for (const char* name : {"group", "stability", "outside", "restart_stability"}) {
          CHECK(max_gap(column(one, name), column(many, name)) == 0);
        }
        CHECK(column(one, "mean_ari", "summary") == column(many, "mean_ari", "summary"));
      }
    }
  }
}

TEST_CASE("too few items are told", "[stability]") {
  CHECK(has_note(run_analysis("stability", two_mode({"110", "011"}), with("items")), "A352"));
  CHECK_FALSE(has_note(run_analysis("stability", two_mode(two_camps), with("items")), "A352"));
  const Result lonely =
      run_analysis("stability", two_mode({"11000", "11000", "00110", "00110"}), with("actors"));
  CHECK(column(lonely, "nodes", "groups") == Values{4, 4, 1});
  CHECK(std::isnan(column(lonely, "stability", "groups")[2]));  // an item that nobody took
  CHECK(has_note(lonely, "A356"));
  CHECK(has_note(run_analysis("stability", cycle(4), with("edges", 1)), "A355"));
}

TEST_CASE("a node that no replicate keeps is told", "[stability]") {
  // One draw of as many items as there are: what is not drawn is in no replicate.
  const Result result = run_analysis("stability", two_mode(two_camps), with("items", 1));
  const auto stability = column(result, "stability");
  const auto untold =
      std::count_if(stability.begin(), stability.end(), [](double s) { return std::isnan(s); });
  REQUIRE(untold > 0);
  const auto told = std::find_if(result.notes.begin(), result.notes.end(),
                                 [](const Diagnostic& note) { return note.code == "A354"; });
  REQUIRE(told != result.notes.end());
  CHECK(to_text(*told) == "note[A354]: " + std::to_string(untold) +
                              " nodes are in no replicate that tells how firm they are");
}

TEST_CASE("stability stops when it is asked to", "[stability]") {
  std::stop_source source;
  source.request_stop();
  Context context;
  context.stop = source.get_token();
  CHECK_THROWS_AS(run(*find_analysis("stability"), two_mode(two_camps), {}, context), Stopped);
  CHECK_THROWS_AS(run(*find_analysis("stability"), zachary(), {}, context), Stopped);
}

TEST_CASE("stability refuses what it cannot use", "[stability]") {
  const View view = two_mode({"10", "01"});
  CHECK(failure("stability", cycle(4), with("items")).front().code == "A350");
  CHECK(failure("stability", view, with("votes")).front().code == "P104");
  CHECK(failure("stability", view, {{"dropped", 1.5}}).front().code == "P103");
  CHECK(failure("stability", view, {{"replicate_restarts", std::int64_t{0}}}).front().code ==
        "P103");
  CHECK(failure("stability", weighted_graph(2, {{0, 1, -1}}, WeightRole::strength)).front().code ==
        "G102");
  CHECK(failure("stability", graph(10'000, {}), {{"pairs", true}}).front().code == "A351");
}
