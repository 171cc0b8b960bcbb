// SPDX-License-Identifier: Apache-2.0
// What run() makes of a signed two-mode graph where a method knows 1 and 0 only.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

namespace {

EdgeList one_roll_call() {
  EdgeList list;
  list.two_mode = true;
  list.keys = {"a", "b", "c", "x"};
  list.is_item = {0, 0, 0, 1};
  list.source = {0, 1};
  list.target = {3, 3};
  list.sign = {1, -1};
  return list;
}

}  // namespace

TEST_CASE("a method of endorsements reads roll calls as yes and no items", "[analysis][run]") {
  const View view{one_roll_call()};
  const Result result = run_analysis("butterflies", view);
  CHECK(result.view.find("x.yes").has_value());
  CHECK(result.view.find("x.no").has_value());
  CHECK(has_note(result, "R110"));
  CHECK(result.input_digest == view.digest());  // the input is the file, not what was made of it
  CHECK(result.nodes == 4);
  CHECK(result.edges == 2);
}

TEST_CASE("contradictory answers are told", "[analysis][run]") {
  EdgeList list = one_roll_call();
  list.source.push_back(0);
  list.target.push_back(3);
  list.sign.push_back(-1);
  CHECK(has_note(run_analysis("butterflies", View(list)), "R111"));
}
