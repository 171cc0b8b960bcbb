// SPDX-License-Identifier: Apache-2.0
#include "engine/time/spells.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;
using time::Reading;

namespace {

// a joined on one of the days 3 to 8, b on day 5, c waits, d was not there yet; the item began on
// day 2.
EdgeList list_of_four() {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "b", "c", "d", "item"};
  list.is_item = {0, 0, 0, 0, 1};
  list.source = {0, 1, 1};
  list.target = {4, 4, 4};
  list.days = {{3, 8}, {5, 5}, {6, 9}};
  const std::int32_t before = DayRange::unbounded_below, after = DayRange::unbounded_above;
  list.life = {{4, after}, {before, after}, {before, 7}, {30, after}, {2, after}};
  return list;
}

NodeGroups one_group(std::size_t nodes) {
  return {"test", std::vector<std::uint32_t>(nodes, 0), {"all"}, 0};
}

}  // namespace

TEST_CASE("the history of an item has its adopters once, and who waits", "[spells]") {
  const auto histories = time::item_histories(View(list_of_four()), 20);
  REQUIRE(histories.size() == 1);
  const auto& history = histories[0];
  REQUIRE(history.adopters.size() == 2);
  CHECK(history.adopters[1].day == DayRange{5, 5});  // the earlier of two edges
  CHECK(history.opened == 2);
  CHECK(history.waiting == std::vector<Vertex>{2});
  CHECK(time::item_histories(View(list_of_four()), 4)[0].adopters.size() == 1);
}

TEST_CASE("a spell ends on a bound of the day, and begins when its actor does", "[spells]") {
  const View view(list_of_four());
  const auto history = time::item_histories(view, 20)[0];
  const auto early = time::item_spells(view, history, one_group(5), 20, Reading::earliest).spells;
  const auto late = time::item_spells(view, history, one_group(5), 20, Reading::latest).spells;
  REQUIRE(early.size() == 3);
  CHECK(early[0].last == 3);
  CHECK(early[0].first == 3);  // joined before the day from which it is known to be there
  CHECK(late[0].last == 8);
  CHECK(late[0].first == 4);
  CHECK(early[1].first == 2);
  CHECK_FALSE(early[2].event);
  CHECK(early[2].last == 7);  // it ended
}

TEST_CASE("a joining that is only possible by the end of the observation is no event", "[spells]") {
  const View view(list_of_four());
  const auto history = time::item_histories(view, 6)[0];
  CHECK(time::item_spells(view, history, one_group(5), 6, Reading::earliest).spells[0].event);
  const auto late = time::item_spells(view, history, one_group(5), 6, Reading::latest).spells;
  CHECK_FALSE(late[0].event);
  CHECK(late[0].last == 6);
}

TEST_CASE("a group with an unseen cell has no spells", "[spells]") {
  EdgeList list = list_of_four();
  list.unknown = {{2, 4}};
  const View view(list);
  NodeGroups groups{"test", {0, 1, 0, 1, no_group}, {"x", "y"}, 0};
  const auto history = time::item_histories(view, 20)[0];
  CHECK(history.unseen == std::vector<Vertex>{2});
  const auto spells = time::item_spells(view, history, groups, 20, Reading::earliest);
  CHECK(spells.seen_groups == std::vector<std::uint32_t>{1});
  CHECK(spells.unseen_groups == std::vector<std::uint32_t>{0});
  CHECK(spells.spells.size() == 1);
}
