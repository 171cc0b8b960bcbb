// SPDX-License-Identifier: Apache-2.0
// Independent random votes, with roll calls, single items and unknown cells, give every null model
// uniform p values: the test that finds a mask read as zeros, or two answers of one roll call read
// as two items.
//
// Of each random table only pairs without a line in common are taken, so that their p values are
// nearly independent, and the p values of discrete tests are randomised. How close each comes is
// stated beside it: fdsm and structure-test are exact; rowcond and bicm meet sums only in
// expectation, so that they expect too much of a pair, by sum p (1 - p) / (actors - 1) at most.
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "engine/base/random.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/uniform.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

struct Sample {
  Values randomised, upper, lower;
};

// P values of the pairs (0, 1), (2, 3), ... of actors, over many tables.
Sample sample(const std::string& model, const RandomVotes& shape, int tables) {
  Sample result;
  Rng rng(7);
  for (int t = 0; t < tables; ++t) {
    const View view = random_votes(shape, std::uint64_t(t));
    Values up, low;
    if (model == "fdsm") {
      Params params{{"samples", std::int64_t{199}}};
      up = column(run_analysis("fdsm", view, params), "p_value");
      params["tail"] = std::string("lower");
      low = column(run_analysis("fdsm", view, params), "p_value");
    } else {
      const Result both = run_analysis("signed-backbone", view, {{"null_model", model}});
      up = column(both, "p_upper", "pairs");
      low = column(both, "p_lower", "pairs");
    }
    for (std::size_t a = 0; a + 1 < shape.actors; a += 2) {
      // Pairs are listed (0, 1), (0, 2), ..., (1, 2), ...
      const std::size_t at = a * (2 * shape.actors - a - 1) / 2;
      result.randomised.push_back(randomised_p(up[at], low[at], rng.uniform()));
      result.upper.push_back(up[at]);
      result.lower.push_back(low[at]);
    }
  }
  return result;
}

constexpr RandomVotes votes_and_items{.actors = 40, .roll_calls = 8, .items = 6, .hidden = 0.1};

// At most the level, but for chance (three standard errors): what a p value must keep.
void check_valid(const Sample& s) {
  for (const double level : {0.01, 0.05, 0.1, 0.25}) {
    const double error = 3 * std::sqrt(level * (1 - level) / double(s.upper.size()));
    CHECK(share_up_to(s.upper, level) <= level + error);
    CHECK(share_up_to(s.lower, level) <= level + error);
  }
}

}  // namespace

TEST_CASE("independent votes give fdsm uniform p values", "[independent_votes]") {
  const Sample s = sample("fdsm", {.actors = 20, .roll_calls = 8, .items = 6, .hidden = 0.1}, 60);
  check_valid(s);
  CHECK(distance_from_uniform(s.randomised) < 1.63 / std::sqrt(600.0));
}

TEST_CASE("independent votes give rowcond uniform p values", "[independent_votes]") {
  // 40 actors: it expects 0.07 standard deviations too much of a pair, a distance of 0.03.
  const Sample s = sample("rowcond", votes_and_items, 60);
  check_valid(s);
  CHECK(distance_from_uniform(s.randomised) < 0.03 + 1.63 / std::sqrt(1200.0));
}

TEST_CASE("independent votes give bicm careful p values", "[independent_votes]") {
  // It lets the actors' sums vary, too: a wider law, and p values nearer to the middle.
  const Sample s = sample("bicm", votes_and_items, 60);
  check_valid(s);
  CHECK(distance_from_uniform(s.randomised) < 0.06 + 1.63 / std::sqrt(1200.0));
  CHECK(share_up_to(s.randomised, 0.05) < 0.05);
}

TEST_CASE("independent votes on equal items give hypergeometric uniform p values",
          "[independent_votes]") {
  // It knows no popularity: items are alike here, and as many vote yes as no.
  for (const RandomVotes& shape :
       {RandomVotes{.actors = 40, .roll_calls = 0, .items = 16, .hidden = 0.1},
        RandomVotes{
            .actors = 40, .roll_calls = 10, .items = 0, .yes = 0.35, .no = 0.35, .hidden = 0.1}}) {
    const Sample s = sample("hypergeometric", shape, 60);
    check_valid(s);
    CHECK(distance_from_uniform(s.randomised) < 1.63 / std::sqrt(1200.0));
  }
}

TEST_CASE("independent votes give structure-test uniform p values", "[independent_votes]") {
  Values upper, randomised;
  Rng rng(9);
  for (std::uint64_t seed = 0; seed < 150; ++seed) {
    const View view =
        random_votes({.actors = 12, .roll_calls = 6, .items = 4, .hidden = 0.15}, seed);
    const Result result = run_analysis("structure-test", view,
                                       {{"samples", std::int64_t{99}},
                                        {"modularity_samples", std::int64_t{1}},
                                        {"restarts", std::int64_t{1}}});
    const double up = column(result, "p_upper")[0], low = column(result, "p_lower")[0];
    upper.push_back(up);
    randomised.push_back(randomised_p(up, low, rng.uniform()));
  }
  CHECK(share_up_to(upper, 0.1) <= 0.1 + 3 * std::sqrt(0.09 / 150));
  CHECK(distance_from_uniform(randomised) < 1.63 / std::sqrt(150.0));
}

TEST_CASE("two answers of one roll call read as two items are not uniform", "[independent_votes]") {
  // The same votes with the bond between yes and no cut: what the models would find if they forgot
  // it. Both say no to the same, hence do not both say yes: less in common than two items allow.
  Values randomised;
  Rng rng(7);
  for (std::uint64_t seed = 0; seed < 30; ++seed) {
    const View view =
        random_votes({.actors = 40, .roll_calls = 12, .items = 0, .yes = 0.5, .no = 0.45}, seed);
    EdgeList cut;
    cut.two_mode = true;
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
      cut.keys.push_back(view.key(v));
      cut.is_item.push_back(v < view.actor_count() ? 0 : 1);
    }
    for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
      cut.source.push_back(view.source(e));
      cut.target.push_back(view.target(e));
    }
    const Result both = run_analysis("signed-backbone", View(std::move(cut)));
    const auto up = column(both, "p_upper", "pairs"), low = column(both, "p_lower", "pairs");
    for (std::size_t at = 0; at < up.size(); at += 40) {
      randomised.push_back(randomised_p(up[at], low[at], rng.uniform()));
    }
  }
  CHECK(distance_from_uniform(randomised) > 0.1);
}
