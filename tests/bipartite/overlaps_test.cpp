// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/overlaps.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::bipartite;

TEST_CASE("overlaps count what a node shares with later ones", "[bipartite][overlaps]") {
  const Incidence table(test::two_mode({"110", "011", "110"}));
  const SideOf actors(table, Mode::actor);
  Overlaps overlaps(actors);
  overlaps.from(0, std::vector<double>{0.5, 2, 8});
  CHECK(overlaps.partners() == std::vector<std::uint32_t>{1, 2});
  CHECK(overlaps.shared(1) == 1);
  CHECK(overlaps.sum(1) == 2);
  CHECK(overlaps.shared(2) == 2);
  CHECK(overlaps.sum(2) == 2.5);
  overlaps.from(1);
  CHECK(overlaps.partners() == std::vector<std::uint32_t>{2});
  CHECK(overlaps.shared(2) == 1);
  CHECK(overlaps.sum(2) == 0);
}

TEST_CASE("the item side reads the table by columns", "[bipartite][overlaps]") {
  const Incidence table(test::two_mode({"11?", "01?"}));
  const SideOf items(table, Mode::item);
  CHECK(items.size() == 3);
  CHECK(items.other_size() == 2);
  CHECK_FALSE(items.known(2, 0));
  CHECK(items.known(0, 1));
  Overlaps overlaps(items);
  overlaps.from(0);
  CHECK(overlaps.partners() == std::vector<std::uint32_t>{1});
}
