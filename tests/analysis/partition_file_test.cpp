// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/partition_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;

TEST_CASE("groups are numbered in the order of the vertices", "[analysis][partition]") {
  const View view = test::graph(3, {});
  const auto table = std::make_shared<const NodeTable>(
      NodeTable{"groups.csv", {{view.key(2), "red"}, {view.key(0), "blue"}, {view.key(1), "red"}}});
  const auto groups = read_partition(view, table);
  REQUIRE(groups);
  CHECK(*groups == std::vector<std::uint32_t>{0, 1, 1});
}

TEST_CASE("a file without rows fits the empty graph alone", "[analysis][partition]") {
  const auto empty = std::make_shared<const NodeTable>(NodeTable{"groups.csv", {}});
  CHECK(read_partition(View(), empty));
  CHECK_FALSE(read_partition(test::graph(1, {}), empty));
}
