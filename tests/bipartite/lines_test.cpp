// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/lines.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/null_tables.hpp"
#include "tests/support/two_mode.hpp"

using namespace entente;
using namespace entente::bipartite;

TEST_CASE("overlaps of three actors and of their items", "[bipartite][lines]") {
  const Incidence table(test::two_mode({"110", "011", "100"}));
  const auto actors = pair_overlaps(table, Mode::actor);
  REQUIRE(actors.size() == 2);
  CHECK((actors[0].a == 0 && actors[0].b == 1 && actors[0].count == 1));
  CHECK((actors[1].a == 0 && actors[1].b == 2 && actors[1].count == 1));
  CHECK(pair_overlaps(table, Mode::actor, true).size() == 3);
  CHECK(pair_overlaps(table, Mode::item).size() == 2);
  CHECK(pair_count(table, Mode::item) == 3);
}

TEST_CASE("the two answers of a roll call are no pair", "[bipartite][lines]") {
  const Incidence table(test::votes({"y1", "n1", "a0"}));
  CHECK(pair_count(table, Mode::item) == 2);
  CHECK(pair_overlaps(table, Mode::item, true).size() == 2);
  CHECK(pair_count(table, Mode::actor) == 3);
}

TEST_CASE("lines of one kind have one degree and know the same cells", "[bipartite][lines]") {
  const Incidence table(test::two_mode({"110?", "011?", "11?0", "1000"}));
  const LineKinds kinds = line_kinds(table, Mode::actor);
  CHECK(kinds.kind == std::vector<std::uint32_t>{0, 0, 1, 2});
  CHECK(kinds.first == std::vector<std::uint32_t>{0, 2, 3});
}

TEST_CASE("overlaps are those of the definition", "[bipartite][lines]") {
  const Incidence table(test::random_two_mode({.actors = 20, .items = 15}, 4));
  for (const Overlap& pair : pair_overlaps(table, Mode::item, true)) {
    std::uint32_t both = 0;
    for (std::uint32_t i = 0; i < 20; ++i) {
      both += table.has(i, pair.a) && table.has(i, pair.b) ? 1 : 0;
    }
    CHECK(pair.count == both);
  }
  CHECK(pair_overlaps(Incidence(test::two_mode({}, 0)), Mode::actor, true).empty());
  CHECK(pair_count(Incidence(test::two_mode({}, 0)), Mode::actor) == 0);
}
