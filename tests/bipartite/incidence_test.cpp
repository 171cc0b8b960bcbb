// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/incidence.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;
using namespace entente::bipartite;

TEST_CASE("both answers of a roll call are known or neither is", "[bipartite][incidence]") {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "b", "c", "x.no", "x.yes"};
  list.is_item = {0, 0, 0, 1, 1};
  list.other_answer = {no_item, no_item, no_item, 4, 3};
  list.source = {0};
  list.target = {4};
  list.unknown = {{0, 3}, {0, 4}, {1, 3}};
  const Incidence table{View(list)};
  CHECK(table.known(0, 0));  // a said yes, so it did not say no
  CHECK(table.known(0, 1));
  CHECK_FALSE(table.known(1, 0));
  CHECK_FALSE(table.known(1, 1));
  CHECK(table.known(2, 0));
  CHECK(table.known(2, 1));
}

TEST_CASE("parallel edges count once and rows are ascending", "[bipartite][incidence]") {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "b", "x", "y"};
  list.is_item = {0, 0, 1, 1};
  list.source = {0, 0, 2, 1};
  list.target = {3, 3, 0, 2};
  const Incidence table{View(list)};
  CHECK(table.cells() == 3);
  CHECK(table.row_sum(0) == 2);
  CHECK(table.row(0)[0] == 0);
  CHECK(table.column_sum(0) == 2);
  CHECK(table.has(1, 0));
  CHECK_FALSE(table.has(1, 1));
}
