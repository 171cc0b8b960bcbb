// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/grouping.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using Numbers = std::vector<std::int64_t>;

TEST_CASE("group 1 is the largest, and ties go by the smallest key", "[graph][grouping]") {
  const std::vector<std::uint32_t> groups{9, 4, 4, 9, 0};
  CHECK(group_numbers(test::graph(5, {}), groups) == Numbers{1, 2, 2, 1, 3});
  const std::vector<std::uint32_t> larger{9, 4, 4, 4, 0};
  CHECK(group_numbers(test::graph(5, {}), larger) == Numbers{2, 1, 1, 1, 3});
}

TEST_CASE("keys of items and actors are compared with each other", "[graph][grouping]") {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"zoe", "act"};
  list.is_item = {0, 1};
  CHECK(group_numbers(View(std::move(list)), std::vector<std::uint32_t>{0, 1}) == Numbers{2, 1});
}
