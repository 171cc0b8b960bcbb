// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/strengths.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;
using namespace entente::bipartite;
using Values = std::vector<double>;

namespace {

View weighted(WeightRole role, bool directed) {
  EdgeList list;
  list.two_mode = true;
  list.directed = directed;
  list.weight_role = role;
  list.keys = {"a", "b", "x", "y"};
  list.is_item = {0, 0, 1, 1};
  list.source = {0, 3, 1, 0};  // b-y from the item's side; a-x twice
  list.target = {2, 1, 2, 2};
  list.weight = {2, 5, 3, 4};
  return View(std::move(list));
}

}  // namespace

TEST_CASE("strengths stand beside the ones and parallel edges add up", "[bipartite][strengths]") {
  for (const bool directed : {false, true}) {
    const View view = weighted(WeightRole::strength, directed);
    const Incidence table(view);
    REQUIRE(table.cells() == 3);  // a-x, b-x, b-y
    CHECK(strengths(view, table) == Values{6, 3, 5});
  }
}

TEST_CASE("weights that are no strengths are not used", "[bipartite][strengths]") {
  for (const auto role : {WeightRole::ignore, WeightRole::distance}) {
    const View view = weighted(role, false);
    CHECK(strengths(view, Incidence(view)).empty());
  }
}
