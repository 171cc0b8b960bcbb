// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/springs.hpp"

#include <algorithm>
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <map>
#include <numeric>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;
using Masses = std::vector<double>;

TEST_CASE("parallel edges pull each, loops and edges against do not", "[springs]") {
  const Springs loops = springs(graph(4, {{0, 0}, {0, 1}, {0, 1}, {1, 2}}));
  CHECK(loops.mass == Masses{3, 4, 2, 1});
  CHECK(loops.other == std::vector<std::uint32_t>{1, 1, 0, 0, 2, 1});
  CHECK(loops.strength.empty());
  CHECK(springs(graph(2, {{0, 1}, {1, 0}}, true)).mass == Masses{3, 3});

  EdgeList list;
  list.keys = {"a", "b", "c", "d"};
  list.source = {0, 0, 0};
  list.target = {1, 2, 3};
  list.sign = {1, 0, -1};
  CHECK(springs(View(std::move(list))).mass == Masses{2, 2, 1, 1});
}

TEST_CASE("weights are strengths only where they are called so", "[springs]") {
  CHECK(springs(weighted_graph(2, {{0, 1, 2.5}}, WeightRole::strength)).strength ==
        Masses{2.5, 2.5});
  CHECK(springs(weighted_graph(2, {{0, 1, 2.5}}, WeightRole::distance)).strength.empty());
}

TEST_CASE("parts come by size and keep their springs", "[springs]") {
  const Springs whole = springs(graph(7, {{1, 4}, {2, 3}, {3, 6}, {2, 6}}));
  const auto all = parts(whole);
  REQUIRE(all == std::vector<std::vector<std::uint32_t>>{{2, 3, 6}, {1, 4}, {0}, {5}});
  const Springs triangle = part_of(whole, all[0]);
  CHECK(triangle.mass == Masses{3, 3, 3});
  CHECK(triangle.other == std::vector<std::uint32_t>{1, 2, 0, 2, 0, 1});
  CHECK(triangle.name[2] == whole.name[6]);
}

TEST_CASE("a coarser graph keeps masses and the springs between its vertices", "[springs]") {
  const Springs fine = springs(random_graph(200, 500, 3, false, WeightRole::strength));
  const Coarser coarse = coarser(fine);
  const std::uint32_t n = coarse.springs.vertex_count();
  CHECK(n < 100);
  CHECK(std::accumulate(coarse.springs.mass.begin(), coarse.springs.mass.end(), 0.0) ==
        std::accumulate(fine.mass.begin(), fine.mass.end(), 0.0));
  std::map<std::pair<std::uint32_t, std::uint32_t>, double> expected, found;
  for (std::uint32_t v = 0; v < 200; ++v) {
    REQUIRE(coarse.place[v] < n);
    for (std::size_t k = fine.begin[v]; k < fine.begin[v + 1]; ++k) {
      const auto from = coarse.place[v], to = coarse.place[fine.other[k]];
      if (from != to) expected[{from, to}] += fine.strength[k];
    }
  }
  for (std::uint32_t c = 0; c < n; ++c) {
    for (std::size_t k = coarse.springs.begin[c]; k < coarse.springs.begin[c + 1]; ++k) {
      found[{c, coarse.springs.other[k]}] += coarse.springs.strength[k];
    }
  }
  CHECK(found == expected);  // multiples of 1/8 add up exactly
}

TEST_CASE("a star becomes one vertex, whichever end comes first", "[springs]") {
  CHECK(coarser(springs(star(9))).springs.vertex_count() == 1);
  CHECK(coarser(springs(graph(5, {{4, 0}, {4, 1}, {4, 2}, {4, 3}}))).springs.vertex_count() == 1);
}
