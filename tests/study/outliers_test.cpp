// SPDX-License-Identifier: Apache-2.0
#include "engine/study/outliers.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/two_mode.hpp"

using namespace entente;
using bipartite::Incidence;

TEST_CASE("peers are the actors most like one over what is known of both", "[study][outliers]") {
  const Incidence table(test::two_mode({"1110", "1101", "1100", "0001", "11??"}));
  // With a000: a004 2/2 (the rest is unknown), a002 2/3, a001 2/4; a003 shares nothing.
  CHECK(peers_of(table, 0) == std::vector<std::uint32_t>{4, 2, 1});
  // Only who holds the last item, and without it in the likeness: a001 2/3; a003 shares nothing.
  CHECK(peers_of(table, 0, 3) == std::vector<std::uint32_t>{1});
}

TEST_CASE("an absence names the items that carry it and the peers that hold the item",
          "[study][outliers]") {
  // Six of one mind hold the first four items; the last of them lacks the fourth. Two others.
  const Incidence table(
      test::two_mode({"11110", "11110", "11110", "11110", "11110", "11100", "00001", "00011"}));
  const auto fit = bipartite::fit_bicm(table);
  REQUIRE(fit);
  const std::vector<Answer> answers(5, Answer::support);
  const Outliers found = find_outliers(*fit, answers, 50, {});
  REQUIRE_FALSE(found.absences.empty());
  CHECK(found.cells_tested >= found.absences.size());
  const AbsenceFinding& first = found.absences.front();
  CHECK(first.actor == 5);
  CHECK(first.item == 3);
  CHECK(first.probability >= 0.5);
  CHECK(first.p_value == 1 - first.probability);
  CHECK(first.q_value >= first.p_value);
  CHECK(first.carried_by == std::vector<std::uint32_t>{0, 1, 2});
  CHECK(first.peers == std::vector<std::uint32_t>{0, 1, 2});
  // Every actor with a choice is tested once; the rarest comes first.
  for (std::size_t k = 1; k < found.unusual.size(); ++k)
    CHECK(found.unusual[k - 1].actor.p_value <= found.unusual[k].actor.p_value);
}

TEST_CASE("an answer in a roll call is no absence", "[study][outliers]") {
  const Incidence table(
      test::two_mode({"11110", "11110", "11110", "11110", "11110", "11100", "00001", "00011"}));
  const auto fit = bipartite::fit_bicm(table);
  REQUIRE(fit);
  const Outliers found = find_outliers(*fit, std::vector<Answer>(5, Answer::yes), 20, {});
  CHECK(found.absences.empty());
  CHECK(found.cells_tested == 0);
  CHECK_FALSE(found.unusual.empty());
}
