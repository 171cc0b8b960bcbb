// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

Params groups(const View& view, const std::string& letters, std::int64_t samples = 1000) {
  NodeTable table{"groups.csv", {}};
  for (Vertex v = 0; v < letters.size(); ++v) {
    table.rows.emplace_back(view.key(v), letters[v] == '.' ? "" : letters.substr(v, 1));
  }
  return {{"partition", std::make_shared<const NodeTable>(table)}, {"samples", samples}};
}

double slow_whole(const View& view, const std::string& letters) {
  double internal = 0, external = 0;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    (letters[view.source(e)] == letters[view.target(e)] ? internal : external) += 1;
  }
  return (external - internal) / (external + internal);
}

}  // namespace

TEST_CASE("E-I of a path of four with groups a, a, a, b by hand", "[e-i-index]") {
  const View view = path(4);
  const Result result = run_analysis("e-i-index", view, groups(view, "aaab"));
  CHECK(column(result, "e_i_index") == Values{-1, -1, 0, 1});
  CHECK(column(result, "internal", "groups") == Values{4, 0});
  CHECK(column(result, "external", "groups") == Values{1, 1});
  CHECK(column(result, "e_i_index", "groups") == Values{-0.6, 1});
  CHECK(column(result, "internal", "summary") == Values{2});
  CHECK(column(result, "e_i_index", "summary")[0] == Approx(-1.0 / 3));
}

TEST_CASE("E-I of Zachary's club", "[e-i-index]") {
  // Between the two clubs as networkx's node attribute names them run 11 of the 78 ties.
  const View view = zachary();
  const Result result =
      run_analysis("e-i-index", view, groups(view, "xxxxxxxxxyxxxxyyxxyxyxyyyyyyyyyyyy"));
  CHECK(column(result, "external", "summary") == Values{11});
  CHECK(column(result, "e_i_index", "summary")[0] == Approx((11.0 - 67) / 78));
  CHECK(column(result, "p_lower", "summary")[0] == Approx(1.0 / 1001));
  CHECK(column(result, "z", "summary")[0] < -4);
}

TEST_CASE("the deals of the labels agree with all of them", "[e-i-index]") {
  const View view = graph(7, {{0, 1}, {1, 2}, {2, 0}, {2, 3}, {3, 4}, {4, 5}, {5, 6}, {6, 4}});
  std::string letters = "aaabbbc";
  const double observed = slow_whole(view, letters);
  double deals = 0, sum = 0, below = 0;
  std::string dealt = letters;
  do {
    const double index = slow_whole(view, dealt);
    ++deals;
    sum += index;
    below += index <= observed + 1e-9 ? 1 : 0;
  } while (std::next_permutation(dealt.begin(), dealt.end()));
  const Result result = run_analysis("e-i-index", view, groups(view, letters, 20000));
  CHECK(column(result, "e_i_index", "summary")[0] == Approx(observed));
  CHECK(column(result, "mean", "summary")[0] == Approx(sum / deals).margin(0.02));
  CHECK(column(result, "p_lower", "summary")[0] == Approx(below / deals).margin(0.02));
  // The mean needs no enumeration: a tie is inside with chance sum n_g (n_g - 1) / (n (n - 1)).
  CHECK(sum / deals == Approx(1 - 2 * (6.0 + 6.0) / 42).epsilon(1e-12));
}

TEST_CASE("a tie in both directions, twice or to oneself counts as one tie or none",
          "[e-i-index]") {
  const View view = graph(3, {{0, 1}, {1, 0}, {0, 1}, {1, 1}, {1, 2}}, true);
  const Result result = run_analysis("e-i-index", view, groups(view, "aab"));
  CHECK(column(result, "internal", "summary") == Values{1});
  CHECK(column(result, "external", "summary") == Values{1});
}

TEST_CASE("two-mode: each shared item is a tie between actors", "[e-i-index]") {
  const View view = two_mode({"110", "111", "001"});
  const Result result = run_analysis("e-i-index", view, groups(view, "aab"));
  CHECK(column(result, "node") == Values{0, 1, 2});
  CHECK(column(result, "e_i_index")[1] == Approx(-1.0 / 3));
  CHECK(column(result, "internal", "summary") == Values{2});
}

TEST_CASE("E-I is null without neighbours, and where nobody has a group", "[e-i-index]") {
  const View view = graph(5, {{0, 1}, {3, 4}});
  const Result result = run_analysis("e-i-index", view, groups(view, "abc.a"));
  const Values index = column(result, "e_i_index");
  CHECK(index[0] == 1);
  CHECK(std::isnan(index[2]));  // no neighbour
  CHECK(std::isnan(index[4]));  // its neighbour has no group
  CHECK(has_note(result, "S112"));
  CHECK(has_note(result, "S113"));
}

TEST_CASE("E-I says where its groups come from, and how many they are", "[e-i-index]") {
  const View view = path(4);
  CHECK(to_text(run_analysis("e-i-index", view, groups(view, "aab.")).notes.front()) ==
        "note[S111]: groups: partition, 2 of them");
}

TEST_CASE("E-I does not depend on the groups' names or on threads", "[e-i-index]") {
  const View view = random_graph(25, 60, 2, false);
  std::string a(25, 'a'), b(25, 'z');
  for (std::size_t v = 0; v < 25; ++v) a[v] = char('a' + v % 3), b[v] = char('z' - v % 3);
  const Result one = run_analysis("e-i-index", view, groups(view, a), 1);
  const Result four = run_analysis("e-i-index", view, groups(view, a), 4);
  CHECK(column(one, "mean", "groups") == column(four, "mean", "groups"));
  CHECK(max_gap(column(one, "e_i_index", "summary"),
                column(run_analysis("e-i-index", view, groups(view, b)), "e_i_index", "summary")) ==
        0);
}

TEST_CASE("E-I refuses graphs without groups and wrong parameters", "[e-i-index]") {
  CHECK(failure("e-i-index", path(3)).front().code == "G124");
  CHECK(failure("e-i-index", path(3), {{"samples", std::int64_t{-1}}}).front().code == "P103");
}
