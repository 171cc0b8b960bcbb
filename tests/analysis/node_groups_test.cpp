// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/node_groups.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;
using Numbers = std::vector<std::uint32_t>;
using Names = std::vector<std::string>;

namespace {

EdgeList three() {
  EdgeList list;
  list.keys = {"a", "b", "c"};
  list.kinds = {"state", "company", "state"};
  return list;
}

}  // namespace

TEST_CASE("groups come from the kinds where nothing better is there", "[analysis][node_groups]") {
  const auto groups = node_groups(View(three()), 3, {});
  REQUIRE(groups);
  CHECK(groups->origin == "kind");
  CHECK(groups->names == Names{"company", "state"});
  CHECK(groups->group == Numbers{1, 0, 1});
}

TEST_CASE("a column group goes before kinds unless it is blank", "[analysis][node_groups]") {
  EdgeList list = three();
  list.columns = {{"group", {"x", "", "x"}}};
  const auto groups = node_groups(View(list), 3, {});
  CHECK(groups->origin == "group");
  CHECK(groups->group == Numbers{0, no_group, 0});
  CHECK(groups->without == 1);
  list.columns = {{"group", {"", "", ""}}};
  CHECK(node_groups(View(list), 3, {})->origin == "kind");
}

TEST_CASE("only the first nodes are asked for a group", "[analysis][node_groups]") {
  const auto groups = node_groups(View(three()), 2, {});
  CHECK(groups->names == Names{"company", "state"});
  CHECK(groups->group == Numbers{1, 0, no_group});
  GroupOptions options;
  options.partition =
      std::make_shared<const NodeTable>(NodeTable{"g.csv", {{"a", "x"}, {"b", "y"}}});
  CHECK(node_groups(View(three()), 2, options)->origin == "partition");
  CHECK(node_groups(View(three()), 3, options).error().front().code == "G123");
}

TEST_CASE("a property that is not there is told with those that are", "[analysis][node_groups]") {
  EdgeList list = three();
  list.columns = {{"country", {"FRA", "USA", "DEU"}}};
  const auto missing = node_groups(View(list), 3, {.partition = {}, .attribute = "region"});
  REQUIRE_FALSE(missing);
  CHECK(missing.error().front().code == "G125");
  CHECK(missing.error().front().hint == "known here: kind, country");
  list.kinds.clear();
  CHECK(node_groups(View(list), 3, {}).error().front().code == "G124");
}
