// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::test;
using Values = std::vector<double>;

namespace {

const Params asynchronous{{"convention", std::string("asynchronous")}};

std::map<std::string, std::string> labels_of(const View& view, const Params& params) {
  const Result result = run_analysis("label-propagation", view, params);
  std::map<std::string, std::string> labels;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    labels[view.key(v)] = view.key(Vertex(column(result, "label")[v]));
  }
  return labels;
}

// One round over pairs, each label as its place among the ids.
std::vector<Vertex> slow_round(const View& view, const std::vector<Vertex>& label) {
  std::vector<Vertex> next = label;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    std::map<Vertex, double> votes;
    for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
      const Vertex s = view.source(e), t = view.target(e);
      if (s == t) continue;
      if (s == v) votes[label[t]] += view.strength(e);
      if (t == v) votes[label[s]] += view.strength(e);
    }
    double most = -1;
    for (const auto& [l, count] : votes) {
      if (count > most) {
        most = count;
        next[v] = l;
      }
    }
  }
  return next;
}

}  // namespace

// The published cases of LDBC Graphalytics are replayed in tests/peers/graphalytics_test.cpp.

TEST_CASE("label-propagation of two triangles by hand", "[label-propagation]") {
  // Vertex 2 hears 0, 1 and 3 once each, and so on; the third round is the last that changes any.
  const View view = graph(6, {{0, 1}, {0, 2}, {1, 2}, {3, 4}, {3, 5}, {4, 5}, {2, 3}});
  const auto after = [&](std::int64_t rounds) {
    return column(run_analysis("label-propagation", view, {{"iterations", rounds}}), "label");
  };
  CHECK(after(1) == Values{1, 0, 0, 2, 3, 3});
  CHECK(after(2) == Values{0, 0, 0, 3, 2, 2});
  const Result result = run_analysis("label-propagation", view);
  CHECK(column(result, "label") == Values{0, 0, 0, 2, 2, 2});
  CHECK(column(result, "group") == Values{1, 1, 1, 2, 2, 2});
  CHECK(column(result, "iterations", "summary") == Values{4});
  CHECK(column(result, "settled", "summary") == Values{1});
}

TEST_CASE("label-propagation compares ids as numbers where all are", "[label-propagation]") {
  // 5 hears 10 and 9 once each.
  EdgeList list;
  list.keys = {"10", "9", "5"};
  list.source = {0, 1};
  list.target = {2, 2};
  CHECK(labels_of(View(list), {{"iterations", std::int64_t{1}}}).at("5") == "9");
  list.keys = {"a10", "a9", "a5"};
  CHECK(labels_of(View(list), {{"iterations", std::int64_t{1}}}).at("a5") == "a10");
}

TEST_CASE("label-propagation agrees with slow rounds", "[label-propagation]") {
  for (const bool directed : {false, true}) {
    for (const WeightRole role : {WeightRole::ignore, WeightRole::strength}) {
      const View view = random_graph(60, 110, 7, directed, role);
      std::vector<Vertex> label(60);
      for (Vertex v = 0; v < 60; ++v) label[v] = v;
      for (std::int64_t round = 1; round <= 6; ++round) {
        label = slow_round(view, label);
        CHECK(column(run_analysis("label-propagation", view, {{"iterations", round}}), "label") ==
              Values(label.begin(), label.end()));
      }
    }
  }
}

TEST_CASE("asynchronous labels end where every node agrees with most neighbours",
          "[label-propagation]") {
  for (const bool directed : {false, true}) {
    const View view = random_graph(80, 160, 4, directed);
    const Result result = run_analysis("label-propagation", view, asynchronous);
    CHECK(column(result, "settled", "summary") == Values{1});
    const Values label = column(result, "label");
    for (Vertex v = 0; v < 80; ++v) {
      std::map<double, int> votes;
      for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
        const Vertex s = view.source(e), t = view.target(e);
        if (s == t) continue;
        if (s == v) ++votes[label[t]];
        if (t == v) ++votes[label[s]];
      }
      for (const auto& [l, count] : votes) CHECK(count <= votes[label[v]]);
    }
  }
}

TEST_CASE("asynchronous labels part two cliques", "[label-propagation]") {
  std::vector<std::pair<Vertex, Vertex>> edges{{5, 6}};
  for (Vertex u = 0; u < 12; ++u) {
    for (Vertex v = u + 1; v < 12; ++v) {
      if (u / 6 == v / 6) edges.emplace_back(u, v);
    }
  }
  const Values group =
      column(run_analysis("label-propagation", graph(12, edges), asynchronous), "group");
  CHECK(group == Values{1, 1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2});
}

TEST_CASE("label-propagation at once never settles on a single edge", "[label-propagation]") {
  const Result result = run_analysis("label-propagation", path(2));
  CHECK(column(result, "settled", "summary") == Values{0});
  CHECK(column(result, "iterations", "summary") == Values{100});
  CHECK(has_note(result, "A364"));
  CHECK(column(run_analysis("label-propagation", path(2), asynchronous), "settled", "summary") ==
        Values{1});
}

TEST_CASE("label-propagation leaves nodes without neighbours alone", "[label-propagation]") {
  for (const Params& params : {Params{}, asynchronous}) {
    const Result result = run_analysis("label-propagation", graph(3, {{1, 1}}), params);
    CHECK(column(result, "label") == Values{0, 1, 2});
    CHECK(column(result, "groups", "summary") == Values{3});
    CHECK(column(run_analysis("label-propagation", View(), params), "label").empty());
  }
}

TEST_CASE("label-propagation refuses what it cannot use", "[label-propagation]") {
  CHECK(failure("label-propagation", two_mode({"10", "01"})).front().code == "R103");
  CHECK(failure("label-propagation", path(3), {{"convention", std::string("fast")}}).front().code ==
        "P104");
  CHECK(failure("label-propagation", path(3), {{"iterations", std::int64_t{-1}}}).front().code ==
        "P103");
  CHECK(failure("label-propagation", weighted_graph(2, {{0, 1, -1}}, WeightRole::strength))
            .front()
            .code == "G102");
}
