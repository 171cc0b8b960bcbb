// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/view.hpp"

#include <catch2/catch_test_macros.hpp>
#include <stdexcept>

namespace {

using entente::DayRange;
using entente::EdgeList;
using entente::no_item;
using entente::Vertex;
using entente::View;

std::vector<std::string> out_keys(const View& view, const char* key) {
  std::vector<std::string> keys;
  for (const Vertex v : view.out(view.find(key).value())) keys.push_back(view.key(v));
  return keys;
}

EdgeList two_by_two() {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"y", "b", "a", "x"};
  list.is_item = {1, 0, 0, 1};
  list.source = {1, 2};
  list.target = {0, 3};
  return list;
}

}  // namespace

TEST_CASE("an undirected edge stands in both rows, a loop once, parallels each", "[graph][view]") {
  EdgeList list;
  list.keys = {"c", "a", "b"};
  list.source = {0, 1, 1, 2};
  list.target = {1, 2, 2, 2};
  const View view(std::move(list));
  CHECK(view.edge_count() == 4);
  CHECK(out_keys(view, "a") == std::vector<std::string>{"b", "b", "c"});
  CHECK(out_keys(view, "b") == std::vector<std::string>{"a", "a", "b"});
  CHECK(out_keys(view, "c") == std::vector<std::string>{"a"});
}

TEST_CASE("a directed edge stands in one row of each direction", "[graph][view]") {
  EdgeList list;
  list.directed = true;
  list.keys = {"a", "b"};
  list.source = {1};
  list.target = {0};
  list.weight = {2.5};
  const View view(std::move(list));
  CHECK(view.out(0).empty());
  CHECK(view.in(0).size() == 1);
  CHECK(view.out(1)[0] == 0);
  CHECK(view.weight(view.in_edges(0)[0]) == 2.5);
  CHECK(view.strength(0) == 1.0);  // weights count only in the role that the caller named
}

TEST_CASE("the order of the input is forgotten", "[graph][view]") {
  EdgeList one, two;
  one.keys = {"a", "b", "c"};
  one.source = {0, 1, 0};
  one.target = {1, 2, 1};
  one.weight = {1, 2, 3};
  two.keys = {"c", "b", "a"};
  two.source = {1, 2, 1};
  two.target = {2, 1, 0};
  two.weight = {3, 1, 2};
  CHECK(View(one).digest() == View(two).digest());
  two.weight[0] = 4;
  CHECK(View(one).digest() != View(two).digest());
}

TEST_CASE("actors stand before items, with mask and roll calls in their places", "[graph][view]") {
  EdgeList list = two_by_two();
  list.unknown = {{1, 3}};
  list.impossible = {{2, 0}};
  list.other_answer = {3, no_item, no_item, 0};
  const View view(std::move(list));
  REQUIRE(view.actor_count() == 2);
  CHECK(view.key(0) == "a");
  CHECK(view.key(2) == "x");
  REQUIRE(view.mask() != nullptr);
  CHECK_FALSE(view.mask()->known(1, 0));  // b and x
  CHECK(view.mask()->impossible(0, 1));   // a and y
  CHECK(view.mask()->known(0, 0));
  CHECK(view.other_answer(0) == 1);
  CHECK(view.other_answer(1) == 0);
}

TEST_CASE("a broken promise of the edge list is a defect, not a graph", "[graph][view]") {
  EdgeList same_mode = two_by_two();
  same_mode.target[0] = 2;
  CHECK_THROWS_AS(View(same_mode), std::logic_error);
  EdgeList twice;
  twice.keys = {"a", "a"};
  CHECK_THROWS_AS(View(twice), std::logic_error);
  EdgeList beyond;
  beyond.keys = {"a"};
  beyond.source = {0};
  beyond.target = {1};
  CHECK_THROWS_AS(View(beyond), std::logic_error);
}

TEST_CASE("the simple version has no loops and no parallel edges", "[graph][view]") {
  EdgeList list;
  list.directed = true;
  list.keys = {"a", "b"};
  list.source = {0, 0, 1, 0};
  list.target = {1, 1, 0, 0};
  list.weight = {1, 2, 4, 8};
  const View view(std::move(list));
  const View undirected = simple_undirected(view);
  CHECK_FALSE(undirected.directed());
  REQUIRE(undirected.edge_count() == 1);
  CHECK(undirected.weight(0) == 7);
  const View directed = simple(view);
  REQUIRE(directed.edge_count() == 2);
  CHECK(directed.weight(0) == 3);
}

TEST_CASE("properties and days of the input are found at their places", "[graph][view]") {
  EdgeList list;
  list.directed = true;
  list.keys = {"b", "a", "c"};
  list.source = {0, 0, 1};
  list.target = {2, 2, 0};
  list.columns = {{"country", {"FRA", "", "FRA"}}};
  list.days = {{5, 9}, {3, 3}, {1, 2}};
  list.life = {{0, 10}, {1, 11}, {2, 12}};
  list.as_of = 20;
  const View view(list);
  REQUIRE(view.column("country") != nullptr);
  CHECK(view.column("country")->text(0).empty());
  CHECK(view.column("country")->text(1) == "FRA");
  CHECK(view.column("country")->code[1] == view.column("country")->code[2]);
  CHECK(view.column("region") == nullptr);
  CHECK(view.days(0) == DayRange{1, 2});
  CHECK(view.days(1) == DayRange{3, 3});  // parallel edges: the earlier first
  CHECK(view.life(0) == DayRange{1, 11});
  CHECK(view.as_of() == 20);
  std::swap(list.days[0], list.days[1]);
  CHECK(View(list).digest() == view.digest());
  list.days[2] = {1, 3};
  CHECK(View(list).digest() != view.digest());
  const View simple_view = simple(view);
  CHECK(*simple_view.column("country") == *view.column("country"));
  CHECK(simple_view.days(1) == DayRange{3, 3});
  CHECK(simple_view.life(2) == DayRange{2, 12});
  CHECK(View().days(0) == DayRange{});
}

TEST_CASE("the empty graph is a graph", "[graph][view]") {
  CHECK(View().vertex_count() == 0);
  CHECK(View().digest() == View(EdgeList{}).digest());
  CHECK_FALSE(View().find("a").has_value());
}
