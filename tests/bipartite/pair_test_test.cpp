// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/pair_test.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/bipartite/bicm_pairs.hpp"
#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::bipartite;
using Catch::Approx;

namespace {

BicmFit fitted(const View& view) { return *fit_bicm(Incidence(view)); }

PairTests bicm_tests(const BicmFit& fit, const PairTestOptions& options = {},
                     Mode mode = Mode::actor) {
  return test_pairs(fit.table(), bicm_pairs(fit, mode), options);
}

// P(overlap >= x) and P(overlap <= x) by adding up every outcome of the pair's trials.
std::pair<double, double> slow_tails(const BicmFit& fit, const PairTest& pair) {
  const Incidence& table = fit.table();
  std::vector<double> q;
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    const std::uint32_t other = table.other_answer(j);
    if (other != no_item && other < j) continue;
    if (!table.known(pair.a, j) || !table.known(pair.b, j)) continue;
    double both = fit.probability(pair.a, j) * fit.probability(pair.b, j);
    if (other != no_item) both += fit.probability(pair.a, other) * fit.probability(pair.b, other);
    q.push_back(both);
  }
  double upper = 0, lower = 0;
  for (std::uint32_t outcome = 0; outcome < 1U << q.size(); ++outcome) {
    double p = 1;
    std::uint32_t overlap = 0;
    for (std::size_t t = 0; t < q.size(); ++t) {
      const bool both = (outcome >> t & 1U) != 0;
      p *= both ? q[t] : 1 - q[t];
      overlap += both ? 1 : 0;
    }
    if (overlap >= pair.observed) upper += p;
    if (overlap <= pair.observed) lower += p;
  }
  return {upper, lower};
}

double share_below(const PairTests& tests, double level) {
  double below = 0;
  for (const PairTest& pair : tests.pairs) below += pair.p_value <= level ? 1 : 0;
  return below / double(tests.tested);
}

}  // namespace

TEST_CASE("pairs of a table of equal sums by hand", "[bipartite][pair_test]") {
  // Every chance is 1/2, so an overlap is binomial with 4 trials and chance 1/4.
  const PairTests tests = bicm_tests(fitted(test::two_mode({"1100", "1100", "0011", "0011"})));
  CHECK(tests.tested == 6);
  REQUIRE(tests.pairs.size() == 2);
  for (const PairTest& pair : tests.pairs) {
    CHECK(pair.observed == 2);
    CHECK(pair.expected == Approx(1));
    CHECK(pair.p_value == Approx((6 * 9 + 4 * 3 + 1) / 256.0));
    CHECK(pair.q_value == Approx(6 * (6 * 9 + 4 * 3 + 1) / 256.0 / 2));
  }
  CHECK(tests.attainable == 0);
}

TEST_CASE("tails agree with the sum over all outcomes", "[bipartite][pair_test]") {
  for (std::uint64_t seed = 0; seed < 4; ++seed) {
    const double hidden = seed % 2 == 0 ? 0.0 : 0.3;
    const View view = seed < 2
                          ? test::random_two_mode(
                                {.actors = 9, .items = 7, .density = 0.4, .hidden = hidden}, seed)
                          : test::random_votes(
                                {.actors = 9, .roll_calls = 4, .items = 3, .hidden = hidden}, seed);
    const BicmFit fit = fitted(view);
    const PairTests upper = bicm_tests(fit, {.list_all = true});
    const PairTests lower = bicm_tests(fit, {.tail = Tail::lower});
    CHECK(upper.pairs.size() == 36);
    REQUIRE(lower.pairs.size() == 36);
    for (std::size_t at = 0; at < 36; ++at) {
      const auto [above, below] = slow_tails(fit, upper.pairs[at]);
      CHECK(upper.pairs[at].p_value == Approx(above).epsilon(1e-9));
      CHECK(lower.pairs[at].p_value == Approx(below).epsilon(1e-9));
    }
  }
}

TEST_CASE("pairs without overlap change no other pair", "[bipartite][pair_test]") {
  const BicmFit fit = fitted(test::random_two_mode({.actors = 30, .items = 8, .density = 0.2}, 2));
  const PairTests some = bicm_tests(fit), all = bicm_tests(fit, {.list_all = true});
  CHECK(all.pairs.size() == 435);
  CHECK(some.pairs.size() < 435);
  CHECK(some.tested == all.tested);
  std::size_t next = 0;
  for (const PairTest& pair : all.pairs) {
    if (pair.observed == 0) {
      CHECK(pair.p_value == 1);
      CHECK(pair.q_value == 1);
      continue;
    }
    CHECK(pair.p_value == some.pairs[next].p_value);
    CHECK(pair.q_value == some.pairs[next++].q_value);
  }
}

TEST_CASE("items are tested as the actors of the turned table", "[bipartite][pair_test]") {
  const PairTests items = bicm_tests(fitted(test::two_mode({"110", "011", "111", "100"})),
                                     {.list_all = true}, Mode::item);
  const PairTests actors =
      bicm_tests(fitted(test::two_mode({"1011", "1110", "0110"})), {.list_all = true});
  REQUIRE(items.pairs.size() == actors.pairs.size());
  for (std::size_t at = 0; at < items.pairs.size(); ++at) {
    CHECK(items.pairs[at].observed == actors.pairs[at].observed);
    CHECK(items.pairs[at].p_value == Approx(actors.pairs[at].p_value).epsilon(1e-9));
  }
}

// The model lets sums vary that the data fix: the mean overlap that it expects is larger than the
// column sums allow, by sum p (1 - p) / (actors - 1) a pair. Its upper p values are larger than
// they should be (conservative) and its lower ones a little too small; both vanish with more
// actors.
TEST_CASE("independent votes are not found to agree or to differ", "[bipartite][pair_test]") {
  const View view =
      test::random_votes({.actors = 60, .roll_calls = 300, .yes = 0.5, .no = 0.4}, 11);
  for (const Tail tail : {Tail::upper, Tail::lower}) {
    const PairTests tests = bicm_tests(fitted(view), {.tail = tail, .list_all = true});
    CHECK(share_below(tests, 0.05) < (tail == Tail::upper ? 0.05 : 0.08));
    CHECK(share_below(tests, 0.05) > 0.005);
    CHECK(share_below(tests, 0.5) == Approx(0.5).margin(0.17));
    CHECK(tests.pairs.front().q_value > 0.05);
  }
}

TEST_CASE("independent signatures behind a mask are not found to agree", "[bipartite][pair_test]") {
  const BicmFit fit = fitted(
      test::random_two_mode({.actors = 50, .items = 300, .density = 0.1, .hidden = 0.3}, 12));
  const PairTests tests = bicm_tests(fit);
  CHECK(share_below(tests, 0.05) < 0.05);
  CHECK(share_below(tests, 0.05) > 0.005);
}

TEST_CASE("threads do not change a pair test", "[bipartite][pair_test]") {
  const BicmFit fit =
      fitted(test::random_votes({.actors = 40, .roll_calls = 8, .items = 5, .hidden = 0.2}, 3));
  const PairTests one = bicm_tests(fit, {.threads = 1}), eight = bicm_tests(fit, {.threads = 8});
  REQUIRE(one.pairs.size() == eight.pairs.size());
  CHECK(one.attainable == eight.attainable);
  for (std::size_t at = 0; at < one.pairs.size(); ++at) {
    CHECK(one.pairs[at].p_value == eight.pairs[at].p_value);
    CHECK(one.pairs[at].q_value == eight.pairs[at].q_value);
  }
}

TEST_CASE("a planted pair could be significant and is", "[bipartite][pair_test]") {
  // Rows and columns with 8 ones of 100; the second row repeats the first.
  std::vector<std::string> rows(100, std::string(100, '0'));
  for (std::size_t i = 0; i < 100; ++i) {
    for (const std::size_t step : {0, 7, 18, 31, 45, 58, 74, 91}) rows[i][(i + step) % 100] = '1';
  }
  rows[1] = rows[0];
  const PairTests tests = bicm_tests(fitted(test::two_mode(rows)));
  CHECK(tests.attainable == 4950);
  REQUIRE(tests.pairs.front().b == 1);
  CHECK(tests.pairs.front().observed == 8);
  CHECK(tests.pairs.front().q_value < 0.01);
  CHECK(tests.pairs[1].q_value > 0.05);
}
