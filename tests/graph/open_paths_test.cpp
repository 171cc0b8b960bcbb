// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/open_paths.hpp"

#include <catch2/catch_test_macros.hpp>
#include <tuple>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

namespace {

using Path = std::tuple<Vertex, Vertex, std::uint64_t, std::uint64_t>;

std::vector<Path> around(const Ties& ties, Vertex middle, std::vector<std::uint8_t> counts = {}) {
  if (counts.empty()) counts.assign(ties.node_count(), 1);
  std::vector<Path> paths;
  OpenPaths(ties).around(middle, counts, [&](const OpenPaths::Path& path) {
    paths.emplace_back(path.first, path.last, path.ways, path.ways_back);
  });
  return paths;
}

}  // namespace

TEST_CASE("ties are edges without loops, each pair once", "[graph][open_paths]") {
  const Ties ties = ties_of(graph(3, {{0, 1}, {0, 1}, {1, 1}, {2, 1}}, true));
  CHECK(ties.out(0).size() == 1);
  CHECK(ties.out(1).empty());
  REQUIRE(ties.in(1).size() == 2);
  CHECK(ties.in(1)[1] == Ties::End{2, 1});
  CHECK(ties_of(graph(2, {{0, 1}}, true), Side::either).out(1).size() == 1);
  CHECK(ties_of(graph(2, {{0, 1}})).in(0).size() == 1);
}

TEST_CASE("an undirected path is open both ways, a triangle is not", "[graph][open_paths]") {
  CHECK(around(ties_of(path(3)), 1) == std::vector<Path>{{0, 2, 1, 1}, {2, 0, 1, 1}});
  CHECK(around(ties_of(complete(3)), 1).empty());
}

TEST_CASE("a path may be open one way alone", "[graph][open_paths]") {
  // 0 <-> 1 <-> 2 and 2 -> 0: only 0 -> 1 -> 2 is open.
  const View view = graph(3, {{0, 1}, {1, 0}, {1, 2}, {2, 1}, {2, 0}}, true);
  CHECK(around(ties_of(view), 1) == std::vector<Path>{{0, 2, 1, 0}});
}

TEST_CASE("a path counts as often as its ties allow", "[graph][open_paths]") {
  const Ties ties(3, {{0, 1, 2}, {1, 2, 3}, {2, 1, 5}, {1, 0, 7}});
  CHECK(around(ties, 1) == std::vector<Path>{{0, 2, 6, 35}, {2, 0, 35, 6}});
  CHECK(around(ties, 1, {1, 1, 0}).empty());
}
