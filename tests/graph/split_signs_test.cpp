// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/split_signs.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

namespace {

// Actors a, b, c; a roll call x that a endorses, b refuses and c misses; an agreement t.
EdgeList small() {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "b", "c", "t", "x"};
  list.is_item = {0, 0, 0, 1, 1};
  list.source = {0, 1, 0, 2};
  list.target = {4, 4, 3, 3};
  list.sign = {1, -1, 1, 1};
  return list;
}

std::uint32_t position(const View& view, std::string_view key) {
  return *view.find(key) - view.actor_count();
}

}  // namespace

TEST_CASE("a roll call becomes a yes and a no item", "[graph][split_signs]") {
  const SplitSigns split = split_signs(View(small()));
  const View& view = split.view;
  CHECK(split.roll_calls == 1);
  CHECK(split.contradictions == 0);
  CHECK_FALSE(view.has_signs());
  REQUIRE(view.item_count() == 3);  // t, x.no, x.yes
  const std::uint32_t t = position(view, "t"), no = position(view, "x.no"),
                      yes = position(view, "x.yes");
  CHECK(view.label(*view.find("x.yes")) == "x: yes");
  CHECK(view.label(*view.find("x.no")) == "x: no");
  CHECK(view.other_answer(yes) == no);
  CHECK(view.other_answer(no) == yes);
  CHECK(view.other_answer(t) == no_item);
  CHECK(view.edge_count() == 4);
  CHECK(view.out(0)[1] == 3 + yes);
  CHECK(view.out(1)[0] == 3 + no);
  REQUIRE(view.mask() != nullptr);
  CHECK_FALSE(view.mask()->known(2, yes));  // c did not vote
  CHECK_FALSE(view.mask()->known(2, no));
  CHECK(view.mask()->known(1, yes));
  CHECK(view.mask()->known(1, t));  // silence about an agreement stays what it was
}

TEST_CASE("an abstention is 0 in both answers", "[graph][split_signs]") {
  EdgeList list = small();
  list.sign[1] = 0;
  const View view = split_signs(View(list)).view;
  CHECK(view.edge_count() == 3);
  CHECK(view.mask()->known(1, position(view, "x.yes")));
  CHECK(view.mask()->known(1, position(view, "x.no")));
}

TEST_CASE("an item of kind vote is a roll call though nobody opposed it", "[graph][split_signs]") {
  EdgeList list = small();
  list.sign[1] = 1;
  CHECK(split_signs(View(list)).roll_calls == 0);
  list.kinds = {"state", "state", "state", "agreement", "vote"};
  const SplitSigns split = split_signs(View(list));
  CHECK(split.roll_calls == 1);
  CHECK(split.view.kind(*split.view.find("x.no")) == "vote");
}

TEST_CASE("who declined an agreement is known not to have signed", "[graph][split_signs]") {
  EdgeList list = small();
  list.kinds = {"state", "state", "state", "agreement", "agreement"};
  list.unknown = {{1, 4}, {2, 4}};
  const SplitSigns split = split_signs(View(list));
  CHECK(split.roll_calls == 0);
  CHECK(split.left_out == 1);
  const std::uint32_t x = position(split.view, "x");
  CHECK(split.view.mask()->known(1, x));
  CHECK_FALSE(split.view.mask()->known(2, x));
  CHECK(split.view.edge_count() == 3);
}

TEST_CASE("an impossible vote stays impossible in both answers", "[graph][split_signs]") {
  EdgeList list = small();
  list.impossible = {{2, 4}, {1, 3}};
  const View view = split_signs(View(list)).view;
  CHECK(view.mask()->impossible(2, position(view, "x.yes")));
  CHECK(view.mask()->impossible(2, position(view, "x.no")));
  CHECK(view.mask()->impossible(1, position(view, "t")));
}

TEST_CASE("contradictory answers count as unknown", "[graph][split_signs]") {
  EdgeList list = small();
  list.source.push_back(0);
  list.target.push_back(4);
  list.sign.push_back(-1);
  const SplitSigns split = split_signs(View(list));
  CHECK(split.contradictions == 1);
  CHECK_FALSE(split.view.mask()->known(0, position(split.view, "x.yes")));
  CHECK(split.view.out(0).size() == 1);  // t is left
}

TEST_CASE("answers that are items already, and taken keys", "[graph][split_signs]") {
  EdgeList list = small();
  list.keys = {"a", "b", "c", "x.yes", "x"};
  const View view = split_signs(View(list)).view;
  CHECK(view.find("x.yes'").has_value());
  EdgeList whole = small();
  whole.keys = {"a", "b", "c", "v.no", "v.yes"};
  whole.kinds = {"", "", "", "vote", "vote"};
  whole.other_answer = {no_item, no_item, no_item, 4, 3};
  whole.source = {0, 1};
  whole.target = {3, 4};
  whole.sign = {1, 1};
  const SplitSigns split = split_signs(View(whole));
  CHECK(split.roll_calls == 0);
  CHECK(split.view.other_answer(0) == 1);
  CHECK(split.view.mask() == nullptr);
}

TEST_CASE("weights, evidence and direction are kept", "[graph][split_signs]") {
  EdgeList list = small();
  list.directed = true;
  list.source = {0, 4, 0, 2};
  list.target = {4, 1, 3, 3};
  list.weight = {2, 3, 4, 5};
  list.weight_role = WeightRole::strength;
  list.evidence = {10, 11, 12, 13};
  const View view = split_signs(View(list)).view;
  REQUIRE(view.edge_count() == 4);
  CHECK(view.directed());
  CHECK(view.weight_role() == WeightRole::strength);
  const auto no = *view.find("x.no");
  const std::uint32_t edge = view.out_edges(no)[0];
  CHECK(view.target(edge) == 1);
  CHECK(view.weight(edge) == 3);
  CHECK(view.evidence(edge) == 11);
}

TEST_CASE("properties and days follow the answers of a roll call", "[graph][split_signs]") {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "b", "x"};
  list.is_item = {0, 0, 1};
  list.source = {0, 1};
  list.target = {2, 2};
  list.sign = {1, -1};
  list.columns = {{"country", {"FRA", "DEU", ""}}};
  list.days = {{1, 1}, {2, 3}};
  list.life = {{0, 9}, {0, 8}, {0, 7}};
  list.as_of = 5;
  const View split = split_signs(View(list)).view;
  CHECK(split.column("country")->text(0) == "FRA");
  CHECK(split.days(1) == DayRange{2, 3});
  CHECK(split.life(3) == DayRange{0, 7});
  CHECK(split.as_of() == 5);
}

TEST_CASE("an id of the file finds the answers, an answer its roll call", "[graph][split_signs]") {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "x", "x.yes"};  // x.yes is an item of the file
  list.is_item = {0, 1, 1};
  list.kinds = {"", "vote", "agreement"};
  list.source = {0, 0};
  list.target = {1, 2};
  list.sign = {1, 1};
  const View split = split_signs(View(list)).view;
  const auto found = vertices_named(split, "x");
  REQUIRE(found.size() == 2);
  CHECK(split.key(found[0]) == "x.yes'");
  CHECK(split.key(found[1]) == "x.no");
  CHECK(vertices_named(split, "x.yes").size() == 1);
  CHECK(vertices_named(split, "y").empty());
  CHECK(roll_call_of("x.yes'") == "x");
  CHECK(roll_call_of("x.no") == "x");
  CHECK_FALSE(roll_call_of("x.maybe").has_value());
}
