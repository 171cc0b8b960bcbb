// SPDX-License-Identifier: Apache-2.0
#include "engine/study/group_changes.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace entente;

namespace {

// Actors a, b, c, ... in the groups that the digits name; '-': not in the core.
ViewGroups groups(const std::string& digits) {
  ViewGroups result;
  EdgeList list;
  list.two_mode = true;
  std::vector<std::uint32_t> of_actor;
  std::size_t count = 0;
  for (std::size_t k = 0; k < digits.size(); ++k) {
    if (digits[k] == '-') continue;
    list.keys.emplace_back(1, static_cast<char>('a' + k));
    list.is_item.push_back(0);
    of_actor.push_back(static_cast<std::uint32_t>(digits[k] - '0'));
    count = std::max<std::size_t>(count, of_actor.back() + 1);
  }
  result.core.view = View(std::move(list));
  Coalitions found;
  found.coalitions.resize(count);
  found.of_actor = of_actor;
  found.confidence.assign(of_actor.size(), 0.5);
  result.coalitions = std::move(found);
  return result;
}

using Parts = std::vector<std::vector<std::uint32_t>>;

}  // namespace

TEST_CASE("groups that stay are matched whatever their numbers", "[study][group_changes]") {
  const GroupChanges changes = match_groups(groups("000111"), groups("111000"));
  CHECK(changes.common == 6);
  CHECK(changes.adjusted_rand == 1.0);
  CHECK(changes.movers.empty());
  CHECK(changes.splits == Parts{{}, {}});
  CHECK(changes.merges == Parts{{}, {}});
}

TEST_CASE("a group splits, and two merge", "[study][group_changes]") {
  const GroupChanges split = match_groups(groups("00001111"), groups("00221111"));
  CHECK(split.splits == Parts{{0, 2}, {}});
  CHECK(split.movers.size() == 2);
  CHECK(split.movers[0].actor == "c");
  const GroupChanges merged = match_groups(groups("00221111"), groups("00001111"));
  CHECK(merged.merges == Parts{{0, 2}, {}});
  CHECK(merged.movers.empty());
}

TEST_CASE("one actor that goes is no split", "[study][group_changes]") {
  const GroupChanges changes = match_groups(groups("0000111"), groups("0001111"));
  CHECK(changes.splits == Parts{{}, {}});
  REQUIRE(changes.movers.size() == 1);
  CHECK(changes.movers[0].actor == "d");
  CHECK(changes.movers[0].from == 0);
  CHECK(changes.movers[0].to == 1);
}

TEST_CASE("who is in one core alone is not matched", "[study][group_changes]") {
  const GroupChanges changes = match_groups(groups("00-11"), groups("000-1"));
  CHECK(changes.common == 3);
  CHECK(changes.came == std::vector<std::string>{"c"});
  CHECK(changes.went == std::vector<std::string>{"d"});
  CHECK(match_groups(ViewGroups{}, groups("01")).adjusted_rand == std::nullopt);
}
