// SPDX-License-Identifier: Apache-2.0
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

// The same graph with a property of the nodes, "" where it is not known.
View with_property(const View& view, const std::string& name,
                   const std::vector<std::string>& texts) {
  EdgeList list = vertices_of(view);
  list.directed = view.directed();
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    list.source.push_back(view.source(e));
    list.target.push_back(view.target(e));
  }
  list.columns.push_back({name, texts});
  return View(std::move(list));
}

std::vector<std::string> letters(const std::string& text) {
  std::vector<std::string> result;
  for (const char c : text) result.emplace_back(c == '.' ? "" : std::string(1, c));
  return result;
}

double assortativity(const View& view, const Params& params = {}) {
  return column(run_analysis("assortativity", view, params), "assortativity")[0];
}

const Params by_group{{"attribute", std::string("group")}};

// Both definitions as they stand, over a list of directed edges.
double slow_numeric(const Values& x, const Values& y) {
  const auto n = double(x.size());
  double mx = 0, my = 0, xy = 0, xx = 0, yy = 0;
  for (std::size_t i = 0; i < x.size(); ++i) {
    mx += x[i] / n;
    my += y[i] / n;
  }
  for (std::size_t i = 0; i < x.size(); ++i) {
    xy += (x[i] - mx) * (y[i] - my);
    xx += (x[i] - mx) * (x[i] - mx);
    yy += (y[i] - my) * (y[i] - my);
  }
  return xy / std::sqrt(xx * yy);
}

double slow_nominal(const std::vector<std::pair<int, int>>& edges, int groups) {
  double same = 0, chance = 0;
  const auto n = double(edges.size());
  for (int g = 0; g < groups; ++g) {
    double from = 0, to = 0;
    for (const auto& [a, b] : edges) {
      from += a == g ? 1 / n : 0;
      to += b == g ? 1 / n : 0;
      same += a == g && b == g ? 1 / n : 0;
    }
    chance += from * to;
  }
  return (same - chance) / (1 - chance);
}

struct Ends {
  std::vector<std::pair<Vertex, Vertex>> edges;  // in the directions that count
};

Ends ends_of(const View& view, std::uint32_t left_out) {
  Ends ends;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    if (e == left_out) continue;
    ends.edges.emplace_back(view.source(e), view.target(e));
    if (!view.directed()) ends.edges.emplace_back(view.target(e), view.source(e));
  }
  return ends;
}

constexpr std::uint32_t none_left_out = 0xffffffff;

}  // namespace

TEST_CASE("assortativity of a path of three with groups a, a, b by hand", "[assortativity]") {
  // Ends: aa, aa, ab, ba. e_aa = 1/2, a_a = 3/4: (1/2 - 10/16) / (1 - 10/16) = -1/3.
  const View view = with_property(path(3), "group", letters("aab"));
  const Result result = run_analysis("assortativity", view, by_group);
  CHECK(column(result, "assortativity")[0] == Approx(-1.0 / 3));
  CHECK(column(result, "share", "mixing") == Values{0.5, 0.25, 0.25});
  CHECK(column(result, "edges") == Values{2});
  // By degree: (1,2), (2,1), (2,1), (1,2).
  CHECK(assortativity(path(3)) == Approx(-1));
}

TEST_CASE("assortativity of two cliques is 1, of a complete two-colouring -1", "[assortativity]") {
  const View apart = graph(4, {{0, 1}, {2, 3}});
  CHECK(assortativity(with_property(apart, "group", letters("xxyy")), by_group) == 1);
  CHECK(assortativity(with_property(cycle(4), "group", letters("xyxy")), by_group) == -1);
}

TEST_CASE("degree assortativity of Zachary's club", "[assortativity]") {
  // As networkx 2.8.8 and igraph 0.10.2 have it.
  CHECK(assortativity(zachary()) == Approx(-0.47561309768461413).epsilon(1e-12));
}

TEST_CASE("assortativity of couples by ethnicity is Newman's", "[assortativity]") {
  // Newman (2003), table I: shares of couples in San Francisco, men's groups in rows, women's in
  // columns, in thousandths; r = 0.621.
  const std::vector<std::vector<int>> couples{
      {258, 16, 35, 13}, {12, 157, 58, 19}, {13, 23, 306, 35}, {5, 7, 24, 16}};
  EdgeList list;
  list.directed = true;
  list.columns = {{"group", {}}};
  for (int v = 0; v < 8; ++v) {
    list.keys.push_back(std::to_string(v));
    list.columns[0].texts.push_back(std::to_string(v % 4));
  }
  for (Vertex g = 0; g < 4; ++g) {
    for (Vertex h = 0; h < 4; ++h) {
      for (int c = 0; c < couples[g][h]; ++c) {
        list.source.push_back(g);
        list.target.push_back(4 + h);
      }
    }
  }
  CHECK(assortativity(View(list), by_group) == Approx(0.621).margin(0.003));  // of rounded shares
}

TEST_CASE("assortativity agrees with its definitions, and so does its error", "[assortativity]") {
  for (const bool directed : {false, true}) {
    const View plain = random_graph(12, 30, directed ? 3 : 4, directed);
    std::vector<std::string> texts;
    for (int v = 0; v < 12; ++v) texts.push_back(std::to_string(v * v % 5));
    const View view = with_property(plain, "wave", texts);
    const auto nominal = [&](std::uint32_t left_out) {
      std::vector<std::pair<int, int>> edges;
      for (const auto& [s, t] : ends_of(view, left_out).edges) {
        edges.emplace_back(std::stoi(texts[s]), std::stoi(texts[t]));
      }
      return slow_nominal(edges, 5);
    };
    const auto numeric = [&](std::uint32_t left_out) {
      Values x, y;
      for (const auto& [s, t] : ends_of(view, left_out).edges) {
        x.push_back(std::stod(texts[s]));
        y.push_back(std::stod(texts[t]));
      }
      return slow_numeric(x, y);
    };
    const auto check = [&](const char* scale, const auto& slow) {
      const Result result =
          run_analysis("assortativity", view,
                       {{"attribute", std::string("wave")}, {"scale", std::string(scale)}});
      const double r = slow(none_left_out);
      double squares = 0;
      for (std::uint32_t e = 0; e < view.edge_count(); ++e) squares += std::pow(slow(e) - r, 2);
      CHECK(column(result, "assortativity")[0] == Approx(r).epsilon(1e-12));
      CHECK(column(result, "standard_error")[0] == Approx(std::sqrt(squares)).epsilon(1e-10));
    };
    check("nominal", nominal);
    check("numeric", numeric);
    CHECK(assortativity(view, {{"attribute", std::string("wave")}}) ==
          Approx(numeric(none_left_out)).epsilon(1e-12));  // all are numbers
  }
}

TEST_CASE("degrees of a digraph are those that were asked for", "[assortativity]") {
  const View view = random_graph(15, 50, 9, true);
  const auto slow = [&](const auto& from, const auto& to) {
    Values x, y;
    for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
      x.push_back(from(view.source(e)));
      y.push_back(to(view.target(e)));
    }
    return slow_numeric(x, y);
  };
  const auto out = [&](Vertex v) { return double(view.out(v).size()); };
  const auto in = [&](Vertex v) { return double(view.in(v).size()); };
  const auto total = [&](Vertex v) { return in(v) + out(v); };
  const auto asked = [&](const char* source, const char* target) {
    return assortativity(
        view, {{"source_degree", std::string(source)}, {"target_degree", std::string(target)}});
  };
  CHECK(assortativity(view) == Approx(slow(out, in)));
  CHECK(asked("in", "out") == Approx(slow(in, out)));
  CHECK(asked("total", "total") == Approx(slow(total, total)));
}

TEST_CASE("assortativity does not depend on names or places", "[assortativity]") {
  const View view = random_graph(20, 50, 1, false);
  const View moved = relabelled(view, shuffled(20, 5));
  CHECK(assortativity(view) == Approx(assortativity(moved)).epsilon(1e-12));
  const View a = with_property(view, "kin", letters("xyzxyzxyzxyzxyzxyzxy"));
  const View b = with_property(view, "kin", letters("qpoqpoqpoqpoqpoqpoqp"));
  const Params by_kin{{"attribute", std::string("kin")}};
  CHECK(assortativity(a, by_kin) == assortativity(b, by_kin));
}

TEST_CASE("assortativity is null where the ends do not vary, with a note", "[assortativity]") {
  const Result same = run_analysis("assortativity", cycle(5));
  CHECK(std::isnan(column(same, "assortativity")[0]));
  CHECK(has_note(same, "S131"));
  const View one_group = with_property(path(4), "group", letters("aaaa"));
  CHECK(has_note(run_analysis("assortativity", one_group, by_group), "S131"));
  // Without the edge from a to b, all ends are a.
  const View one_out = with_property(path(3), "group", letters("aab"));
  CHECK(has_note(run_analysis("assortativity", one_out, by_group), "S132"));
}

TEST_CASE("edges without a value at both ends are left out and counted", "[assortativity]") {
  const View view = with_property(path(4), "group", letters("aab."));
  const Result result = run_analysis("assortativity", view, by_group);
  CHECK(column(result, "left_out") == Values{1});
  CHECK(column(result, "assortativity")[0] == Approx(-1.0 / 3));
}

TEST_CASE("a partition file gives the groups", "[assortativity]") {
  const View view = path(3);
  NodeTable table{"g.csv", {{view.key(0), "a"}, {view.key(1), "a"}, {view.key(2), "b"}}};
  CHECK(assortativity(view, {{"partition", std::make_shared<const NodeTable>(table)}}) ==
        Approx(-1.0 / 3));
}

TEST_CASE("assortativity refuses what it cannot use", "[assortativity]") {
  CHECK(failure("assortativity", two_mode({"1"})).front().code == "R103");
  CHECK(failure("assortativity", path(3), {{"attribute", std::string("height")}}).front().code ==
        "G125");
  CHECK(failure("assortativity", path(3), {{"scale", std::string("ordinal")}}).front().code ==
        "P104");
  const View named = with_property(path(2), "size", {"1", "big"});
  CHECK(failure("assortativity", named,
                {{"attribute", std::string("size")}, {"scale", std::string("numeric")}})
            .front()
            .code == "S133");
}
