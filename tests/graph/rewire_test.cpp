// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/rewire.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <set>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::vector<Ends> edges_of(const View& view) {
  std::vector<Ends> edges;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    edges.emplace_back(view.source(e), view.target(e));
  }
  return edges;
}

std::set<Ends> as_set(const std::vector<Ends>& edges, bool directed) {
  std::set<Ends> set;
  for (const auto& [a, b] : edges) set.insert(directed || a < b ? Ends{a, b} : Ends{b, a});
  return set;
}

// How often each graph comes out of so many chains.
std::map<std::set<Ends>, int> outcomes(const std::vector<Ends>& edges, bool directed, int chains) {
  std::map<std::set<Ends>, int> count;
  for (int k = 0; k < chains; ++k) {
    Rng rng = Rng(17).split(std::uint64_t(k));
    ++count[as_set(rewired(edges, directed, 60, rng), directed)];
  }
  return count;
}

}  // namespace

TEST_CASE("rewired graphs are simple and have the degrees of the data", "[rewire]") {
  for (const bool directed : {false, true}) {
    const View plain = random_graph(30, 90, 2, directed);
    const View view = directed ? simple(plain) : simple_undirected(plain);
    Rng rng(4);
    const auto edges = rewired(edges_of(view), directed, 900, rng);
    CHECK(as_set(edges, directed).size() == view.edge_count());
    CHECK(as_set(edges, directed) != as_set(edges_of(view), directed));
    std::vector<std::size_t> out(30, 0), in(30, 0);
    for (const auto& [a, b] : edges) {
      CHECK(a != b);
      ++(directed ? out : in)[a];
      ++in[b];
    }
    for (Vertex v = 0; v < 30; ++v) {
      CHECK(in[v] == view.in(v).size());
      if (directed) CHECK(out[v] == view.out(v).size());
    }
  }
}

TEST_CASE("every graph with these degrees comes out as often", "[rewire]") {
  // Two cycles of three edges or one of six: 10 and 60 graphs with six nodes of degree 2. 14,000
  // chains, 200 each: seven standard deviations are 100.
  const auto cycles = outcomes(edges_of(cycle(6)), false, 14'000);
  CHECK(cycles.size() == 70);
  for (const auto& [edges, count] : cycles) CHECK(std::abs(count - 200) < 100);
}

TEST_CASE("every digraph with these degrees comes out as often", "[rewire]") {
  // Of three nodes only the two cycles have one arc in and one out; swaps alone reach one of them.
  const auto three = outcomes({{0, 1}, {1, 2}, {2, 0}}, true, 2'000);
  CHECK(three.size() == 2);
  for (const auto& [edges, count] : three) CHECK(std::abs(count - 1'000) < 160);
  // Of four nodes: the nine derangements.
  const auto four = outcomes({{0, 1}, {1, 2}, {2, 3}, {3, 0}}, true, 3'600);
  CHECK(four.size() == 9);
  for (const auto& [edges, count] : four) CHECK(std::abs(count - 400) < 140);
}

TEST_CASE("what cannot be rewired stays", "[rewire]") {
  Rng rng(1);
  CHECK(rewired({}, false, 10, rng).empty());
  CHECK(rewired({{0, 1}}, true, 10, rng) == std::vector<Ends>{{0, 1}});
  CHECK(as_set(rewired(edges_of(complete(5)), false, 100, rng), false) ==
        as_set(edges_of(complete(5)), false));
}
