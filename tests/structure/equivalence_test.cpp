// SPDX-License-Identifier: Apache-2.0
#include <Eigen/Dense>
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numeric>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

Params convention(const std::string& name) { return {{"convention", name}}; }

Values equivalence(const View& view, const std::string& name) {
  return column(run_analysis("equivalence", view, convention(name)), "equivalence");
}

Values groups(const View& view, std::int64_t splits) {
  Params params = convention("concor");
  params["splits"] = splits;
  return column(run_analysis("equivalence", view, params), "group");
}

// NaN where one of the two does not vary.
double pearson(const Values& x, const Values& y) {
  const double n = double(x.size());
  const double mx = std::accumulate(x.begin(), x.end(), 0.0) / n;
  const double my = std::accumulate(y.begin(), y.end(), 0.0) / n;
  double xy = 0, xx = 0, yy = 0;
  for (std::size_t k = 0; k < x.size(); ++k) {
    xy += (x[k] - mx) * (y[k] - my);
    xx += (x[k] - mx) * (x[k] - mx);
    yy += (y[k] - my) * (y[k] - my);
  }
  return xx < 1e-12 || yy < 1e-12 ? NAN : xy / std::sqrt(xx * yy);
}

// The two profiles written out, from a full matrix.
double slow(const View& view, Vertex i, Vertex j, const std::string& name) {
  const std::uint32_t n = view.vertex_count();
  std::vector<Values> w(n, Values(n, 0));
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const Vertex u = view.source(e), v = view.target(e);
    w[u][v] += view.strength(e);
    if (!view.directed() && u != v) w[v][u] += view.strength(e);
  }
  Values x, y;
  for (Vertex k = 0; k < n; ++k) {
    if (k == i || k == j) continue;
    x.push_back(w[i][k]);
    y.push_back(w[j][k]);
    if (!view.directed()) continue;
    x.push_back(w[k][i]);
    y.push_back(w[k][j]);
  }
  if (name == "correlation") return pearson(x, y);
  double squares = 0, differ = 0;
  for (std::size_t k = 0; k < x.size(); ++k) {
    squares += (x[k] - y[k]) * (x[k] - y[k]);
    differ += x[k] != y[k] ? 1 : 0;
  }
  return name == "hamming" ? differ : std::sqrt(squares);
}

}  // namespace

TEST_CASE("equivalence by hand", "[equivalence]") {
  // 0 - 1 - 2 - 3: third parties of 0 and 1 are 2 and 3; profiles 00 and 10; and so on.
  const Values pairs = equivalence(path(4), "euclid");
  CHECK(pairs[0] == 1);                     // 0, 1
  CHECK(pairs[1] == 1);                     // 0, 2: 10 and 11
  CHECK(pairs[2] == Approx(std::sqrt(2)));  // 0, 3: 10 and 01
  CHECK(equivalence(path(4), "hamming") == Values{1, 1, 2, 2, 1, 1});
  CHECK(equivalence(path(4), "correlation")[2] == Approx(-1));
  // 0, 1: 00 does not vary.
  CHECK(std::isnan(equivalence(path(4), "correlation")[0]));
  CHECK(has_note(run_analysis("equivalence", path(4), convention("correlation")), "S181"));
}

TEST_CASE("leaves of a star are equivalent, and so are the ends of an edge", "[equivalence]") {
  const Result result = run_analysis("equivalence", star(4));
  const Values value = column(result, "equivalence"), a = column(result, "a");
  for (std::size_t k = 0; k < value.size(); ++k) CHECK((value[k] == 0) == (a[k] != 0));
  // Every pair of a complete graph: what the two are to each other does not count.
  for (const double x : equivalence(complete(5), "euclid")) CHECK(x == 0);
}

TEST_CASE("equivalence of a graph of four positions as printed", "[equivalence]") {
  // O. Lizardo, Social Networks (SOCIOL 208), Structural Equivalence,
  // olizardo.github.io/SOCIOL208/sim-structequiv.html (commit 09773b5caaf3): nodes A to I, one
  // digit of Burt's distance, and what CONCOR finds in two splits.
  const View view = graph(9, {{0, 1},
                              {0, 2},
                              {0, 6},
                              {1, 3},
                              {1, 4},
                              {1, 5},
                              {1, 6},
                              {2, 3},
                              {2, 4},
                              {2, 5},
                              {2, 6},
                              {3, 7},
                              {3, 8},
                              {4, 7},
                              {4, 8},
                              {5, 7},
                              {5, 8},
                              {7, 8}});
  const Values printed{2.0, 2.0, 1.7, 1.7, 1.7, 0.0, 2.6, 2.6, 0.0, 2.6, 2.6, 2.6,
                       2.0, 1.7, 1.7, 2.6, 2.6, 2.6, 2.0, 1.7, 1.7, 0.0, 0.0, 1.7,
                       2.0, 2.0, 0.0, 1.7, 2.0, 2.0, 1.7, 2.0, 2.0, 2.6, 2.6, 0.0};
  CHECK(max_gap(equivalence(view, "euclid"), printed) < 0.05);
  CHECK(groups(view, 1) == Values{1, 2, 2, 1, 1, 1, 1, 2, 2});
  const Values four = groups(view, 2);
  const std::string positions = "ABBDDDAHH";
  for (std::size_t i = 0; i < 9; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      CHECK((four[i] == four[j]) == (positions[i] == positions[j]));
    }
  }
}

TEST_CASE("equivalence agrees with profiles written out", "[equivalence]") {
  for (const bool directed : {false, true}) {
    for (const WeightRole role : {WeightRole::ignore, WeightRole::strength}) {
      const View view = random_graph(14, 60, 3, directed, role);
      for (const std::string name : {"euclid", "hamming", "correlation"}) {
        const Result result = run_analysis("equivalence", view, convention(name));
        const Values a = column(result, "a"), b = column(result, "b"),
                     value = column(result, "equivalence");
        REQUIRE(value.size() == 14 * 13 / 2);
        for (std::size_t k = 0; k < value.size(); ++k) {
          const double wanted = slow(view, Vertex(a[k]), Vertex(b[k]), name);
          if (std::isnan(wanted)) {
            CHECK(std::isnan(value[k]));
          } else {
            CHECK(value[k] == Approx(wanted).margin(1e-12));
          }
        }
      }
    }
  }
}

TEST_CASE("reversing a digraph changes no equivalence", "[equivalence]") {
  const View view = random_graph(12, 40, 6, true);
  EdgeList turned = vertices_of(view);
  turned.directed = true;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    turned.source.push_back(view.target(e));
    turned.target.push_back(view.source(e));
  }
  CHECK(max_gap(equivalence(view, "euclid"), equivalence(View(turned), "euclid")) < 1e-12);
}

TEST_CASE("two-mode equivalence is the correlation of rows", "[equivalence]") {
  const View view = two_mode({"1100", "1010", "0011", "1111"});
  const Values actors = equivalence(view, "auto");
  REQUIRE(actors.size() == 6);
  CHECK(actors[0] == Approx(0).margin(1e-15));
  CHECK(actors[1] == Approx(-1));
  CHECK(std::isnan(actors[2]));
  CHECK(equivalence(view, "hamming") == Values{2, 4, 2, 2, 2, 2});
  const Values items =
      column(run_analysis("equivalence", view, {{"side", std::string("item")}}), "equivalence");
  CHECK(items[0] == Approx(pearson({1, 1, 0, 1}, {1, 0, 0, 1})));
  CHECK(items[1] == Approx(pearson({1, 1, 0, 1}, {0, 1, 1, 1})));
}

TEST_CASE("two-mode equivalence leaves cells out that could not be seen", "[equivalence]") {
  const Values pairs = equivalence(two_mode({"1100?1", "10-011", "011000"}), "correlation");
  CHECK(pairs[0] == Approx(pearson({1, 1, 0, 1}, {1, 0, 0, 1})));
  CHECK(pairs[1] == Approx(pearson({1, 1, 0, 0, 1}, {0, 1, 1, 0, 0})));
  CHECK(pairs[2] == Approx(pearson({1, 0, 0, 1, 1}, {0, 1, 0, 0, 0})));
}

TEST_CASE("concor parts two roles", "[equivalence]") {
  // 0, 1, 2 point at 3, 4, 5: senders and receivers.
  const View view =
      graph(7, {{0, 3}, {0, 4}, {0, 5}, {1, 3}, {1, 4}, {1, 5}, {2, 3}, {2, 4}, {2, 5}}, true);
  const Result result = run_analysis("equivalence", view, convention("concor"));
  const Values group = column(result, "group");
  CHECK(Values(group.begin(), group.begin() + 6) == Values{1, 1, 1, 2, 2, 2});
  CHECK(has_note(result, "S183"));
  CHECK(has_note(result, "S184"));  // the seventh has no ties
}

TEST_CASE("concor agrees with iterated correlations written out", "[equivalence]") {
  const View view = florentine_families();
  const auto n = Eigen::Index(view.vertex_count());
  Eigen::MatrixXd m = Eigen::MatrixXd::Zero(n, n);
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    m(view.source(e), view.target(e)) = m(view.target(e), view.source(e)) = 1;
  }
  for (int round = 0; round < 60; ++round) {
    Eigen::MatrixXd next(n, n);
    for (Eigen::Index i = 0; i < n; ++i) {
      for (Eigen::Index j = 0; j < n; ++j) {
        next(i, j) = pearson(Values(m.col(i).begin(), m.col(i).end()),
                             Values(m.col(j).begin(), m.col(j).end()));
      }
    }
    m = next;
  }
  const Values group = groups(view, 1);
  for (Eigen::Index i = 0; i < n; ++i) {
    CHECK(std::abs(m(0, i)) == Approx(1).margin(1e-6));
    CHECK((group[std::size_t(i)] == group[0]) == (m(0, i) > 0));
  }
  // A further split parts groups and joins none.
  const Values finer = groups(view, 2);
  for (std::size_t i = 0; i < group.size(); ++i) {
    for (std::size_t j = 0; j < group.size(); ++j) {
      if (finer[i] == finer[j]) CHECK(group[i] == group[j]);
    }
  }
  CHECK(*std::max_element(finer.begin(), finer.end()) > 2);
}

TEST_CASE("equivalence of few nodes and of none", "[equivalence]") {
  CHECK(equivalence(View(), "euclid").empty());
  CHECK(equivalence(graph(1, {{0, 0}}), "euclid").empty());
  CHECK(equivalence(graph(2, {{0, 1}}), "euclid") == Values{0});
  CHECK(std::isnan(equivalence(graph(2, {{0, 1}}), "correlation")[0]));
  CHECK(groups(View(), 1).empty());
}

TEST_CASE("equivalence refuses what it cannot use", "[equivalence]") {
  CHECK(failure("equivalence", path(3), convention("regular")).front().code == "P104");
  CHECK(failure("equivalence", two_mode({"1?", "01"}), convention("concor")).front().code ==
        "S182");
  CHECK(failure("equivalence", graph(4001, {})).front().code == "S185");
  CHECK(failure("equivalence", graph(1001, {}), convention("concor")).front().code == "S185");
  CHECK(
      failure("equivalence", weighted_graph(2, {{0, 1, -1}}, WeightRole::strength)).front().code ==
      "G102");
}
