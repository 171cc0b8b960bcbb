// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/shared_ties.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/two_mode.hpp"

using namespace entente;

TEST_CASE("two actors have a tie for each item that they share", "[bipartite][shared_ties]") {
  const Ties ties =
      bipartite::shared_ties(bipartite::Incidence(test::two_mode({"110", "111", "001"})));
  CHECK(ties.node_count() == 3);
  REQUIRE(ties.out(1).size() == 2);
  CHECK(ties.out(1)[0] == Ties::End{0, 2});
  CHECK(ties.in(1)[1] == Ties::End{2, 1});
  CHECK(ties.out(0).size() == 1);
}
