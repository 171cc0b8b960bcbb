// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <numeric>

#include "engine/base/parallel.hpp"
#include "engine/structure/core_search.hpp"
#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::structure;
using namespace entente::test;
using Catch::Approx;
using Values = std::vector<double>;

namespace {

const Params few{{"samples", std::int64_t{20}}};

Params with(Params params, const char* name, Value value) {
  params[name] = std::move(value);
  return params;
}

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
  return xx < 1e-12 || yy < 1e-12 ? -2 : xy / std::sqrt(xx * yy);
}

// Cell by cell, from the picture of Borgatti and Everett.
double slow_correlation(const View& view, std::uint64_t core, bool missing) {
  const auto inside = [&](Vertex v) { return (core >> v) % 2 == 1; };
  const auto joined = [&](Vertex u, Vertex v) {
    const auto row = view.out(u);
    return std::find(row.begin(), row.end(), v) != row.end() ? 1.0 : 0.0;
  };
  Values ones, pattern;
  const std::uint32_t n = view.vertex_count(), actors = view.actor_count();
  for (Vertex u = 0; u < n; ++u) {
    for (Vertex v = 0; v < n; ++v) {
      if (u == v || (view.two_mode() && (u >= actors || v < actors))) continue;
      if (view.mask() != nullptr && !view.mask()->known(u, v - actors)) continue;
      const bool mixed = inside(u) != inside(v);
      if (missing && mixed) continue;
      ones.push_back(joined(u, v));
      const bool one = view.two_mode() || missing ? inside(u) && inside(v) : inside(u) || inside(v);
      pattern.push_back(one ? 1 : 0);
    }
  }
  return ones.empty() ? -2 : pearson(ones, pattern);
}

double slow_best(const View& view, bool missing) {
  double best = -2;
  for (std::uint64_t core = 0; core < (std::uint64_t{1} << view.vertex_count()); ++core) {
    best = std::max(best, slow_correlation(view, core, missing));
  }
  return best;
}

}  // namespace

TEST_CASE("core-periphery of a star is its centre", "[core-periphery]") {
  const Result result = run_analysis("core-periphery", star(5), few);
  CHECK(column(result, "core") == Values{1, 0, 0, 0, 0, 0});
  CHECK(column(result, "correlation", "summary")[0] == Approx(1));
  // No other graph has these degrees.
  CHECK(column(result, "p_value", "summary") == Values{1});
  CHECK(std::isnan(column(result, "z", "summary")[0]));
  CHECK(has_note(result, "S142"));
}

TEST_CASE("core-periphery of the ideal graph of Borgatti and Everett", "[core-periphery]") {
  // Their figure 1 is such a graph of ten: the first four are joined to all in the core and to some
  // of the others; with cells between the two left out the pattern fits without a fault.
  const View view = graph(10, {{0, 1},
                               {0, 2},
                               {0, 3},
                               {1, 2},
                               {1, 3},
                               {2, 3},
                               {0, 4},
                               {0, 5},
                               {1, 6},
                               {2, 7},
                               {2, 8},
                               {3, 9}});
  const Result result =
      run_analysis("core-periphery", view, with(few, "convention", std::string("missing")));
  CHECK(column(result, "core") == Values{1, 1, 1, 1, 0, 0, 0, 0, 0, 0});
  CHECK(column(result, "correlation", "summary")[0] == Approx(1));
  CHECK(column(result, "exact", "summary") == Values{1});
  CHECK(column(result, "core_nodes", "summary") == Values{4});
  // By hand with the cells between: all of 30 pattern cells, 12 ones among them, of 45 cells.
  CHECK(slow_correlation(view, 0b1111, false) ==
        Approx((45 * 12 - 12 * 30) / std::sqrt(12.0 * 33 * 30 * 15)));
}

TEST_CASE("core-periphery finds the best of all cores", "[core-periphery]") {
  for (const std::uint64_t seed : {1, 2, 3}) {
    for (const bool directed : {false, true}) {
      const View plain = random_graph(9, 22, seed, directed);
      const View view = directed ? simple(plain) : simple_undirected(plain);
      for (const bool missing : {false, true}) {
        const Params params = with(few, "convention", std::string(missing ? "missing" : "full"));
        const double best = slow_best(view, missing);
        CHECK(column(run_analysis("core-periphery", plain, params), "correlation", "summary")[0] ==
              Approx(best).margin(1e-12));
        const Result climbed = run_analysis(
            "core-periphery", plain,
            with(with(params, "exact", std::int64_t{0}), "restarts", std::int64_t{200}));
        CHECK(column(climbed, "correlation", "summary")[0] == Approx(best).margin(1e-12));
        CHECK(column(climbed, "exact", "summary") == Values{0});
      }
    }
  }
}

TEST_CASE("core-periphery of a two-mode graph is a block", "[core-periphery]") {
  const Result block = run_analysis("core-periphery", two_mode({"1100", "1100", "0000"}), few);
  CHECK(column(block, "core") == Values{1, 1, 0, 1, 1, 0, 0});
  CHECK(column(block, "correlation", "summary")[0] == Approx(1));
  for (const std::uint64_t seed : {1, 2, 3}) {
    for (const double hidden : {0.0, 0.2}) {
      const View view =
          random_two_mode({.actors = 4, .items = 6, .density = 0.4, .hidden = hidden}, seed);
      for (const bool missing : {false, true}) {
        const Result result =
            run_analysis("core-periphery", view,
                         with(few, "convention", std::string(missing ? "missing" : "full")));
        CHECK(column(result, "correlation", "summary")[0] ==
              Approx(slow_best(view, missing)).margin(1e-12));
      }
    }
  }
}

TEST_CASE("a core that is more than its degrees is significant", "[core-periphery]") {
  // Two cliques of six: no core, whatever the degrees. A clique of six and a matching of twenty:
  // degrees 5 and 1, and where the clique is cut the correlation falls.
  std::vector<std::pair<Vertex, Vertex>> edges;
  for (Vertex u = 0; u < 6; ++u) {
    for (Vertex v = u + 1; v < 6; ++v) edges.emplace_back(u, v);
  }
  for (Vertex u = 6; u < 26; u += 2) edges.emplace_back(u, u + 1);
  const Params missing =
      with({{"samples", std::int64_t{199}}}, "convention", std::string("missing"));
  const Result clique = run_analysis("core-periphery", graph(26, edges), missing);
  CHECK(column(clique, "p_value", "summary")[0] <= 0.01);
  CHECK(column(clique, "z", "summary")[0] > 3);
  // A random graph is one of its own null graphs.
  const Result chance = run_analysis("core-periphery", random_graph(30, 60, 8, false),
                                     {{"samples", std::int64_t{99}}});
  CHECK(column(chance, "p_value", "summary")[0] > 0.01);
}

TEST_CASE("core-periphery has the same bits on any number of threads", "[core-periphery]") {
  for (const View& view : {random_graph(30, 70, 2, true), southern_women()}) {
    const Result one = run_analysis("core-periphery", view, few, 1);
    for (const unsigned threads : {2U, 8U}) {
      const Result many = run_analysis("core-periphery", view, few, threads);
      CHECK(column(many, "core") == column(one, "core"));
      CHECK(column(many, "p_value", "summary") == column(one, "p_value", "summary"));
      CHECK(column(many, "mean", "summary") == column(one, "mean", "summary"));
    }
  }
}

TEST_CASE("core-periphery where nothing differs", "[core-periphery]") {
  for (const View& view : {View(), graph(1, {}), graph(4, {}), complete(4), path(2)}) {
    const Result result = run_analysis("core-periphery", view, few);
    CHECK(std::isnan(column(result, "correlation", "summary")[0]));
    CHECK(column(result, "core") == Values(view.vertex_count(), 0));
    CHECK(has_note(result, "S141"));
  }
}

TEST_CASE("a search for a core can be stopped", "[core-periphery]") {
  std::stop_source source;
  source.request_stop();
  std::vector<std::pair<Vertex, Vertex>> edges{{0, 1}, {1, 2}, {3, 19}};
  const CoreCells cells(20, false, edges);
  for (const std::uint32_t exact : {0U, 20U}) {
    CHECK_THROWS_AS(find_core(cells, Rng(1), {.exact = exact, .stop = source.get_token()}),
                    Stopped);
  }
}

TEST_CASE("core-periphery refuses wrong parameters", "[core-periphery]") {
  CHECK(failure("core-periphery", path(3), {{"convention", std::string("zeros")}}).front().code ==
        "P104");
  CHECK(failure("core-periphery", path(3), {{"exact", std::int64_t{30}}}).front().code == "P103");
  CHECK(failure("core-periphery", path(3), {{"samples", std::int64_t{-1}}}).front().code == "P103");
}
