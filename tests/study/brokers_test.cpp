// SPDX-License-Identifier: Apache-2.0
#include "engine/study/brokers.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

TEST_CASE("a broker is between others and meets another kind", "[study][brokers]") {
  // s1 and s2 hold p; s2 and the company c hold q; s3 and s1 hold r.
  EdgeList list;
  list.two_mode = true;
  list.keys = {"c", "s1", "s2", "s3", "p", "q", "r"};
  list.kinds = {"company", "state", "state", "state", "agreement", "agreement", "agreement"};
  list.is_item = {0, 0, 0, 0, 1, 1, 1};
  list.source = {1, 2, 2, 0, 3, 1};
  list.target = {4, 4, 5, 5, 6, 6};
  TwoMode two_mode;
  two_mode.view = View(std::move(list));
  const auto brokers = find_brokers(two_mode, {0, 3, 2, 0, 0, 0, 0});
  REQUIRE(brokers.size() == 1);  // s1 is between more, but meets states alone
  CHECK(two_mode.view.key(brokers[0].actor) == "s2");
  CHECK(brokers[0].outside_share == 0.5);
  CHECK(brokers[0].met == std::map<std::string, std::size_t>{{"company", 1}, {"state", 1}});
}
