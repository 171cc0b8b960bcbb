// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/pair_null.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace entente::bipartite;
using Catch::Approx;

TEST_CASE("tails of a law add up from their far ends", "[bipartite][pair_null]") {
  const OverlapLaw law = law_of({0.5, 0.25, 0.25});
  CHECK(law.expected == 0.75);
  CHECK(law.beyond == 0);
  const Tails tails = tails_of(law);
  CHECK(tails.upper == std::vector<double>{1, 0.5, 0.25});
  CHECK(tails.lower == std::vector<double>{0.5, 0.75, 1});
}

TEST_CASE("what cannot be less or more is sure, whatever rounding says", "[bipartite][pair_null]") {
  // 0.1 added ten times is less than 1; nothing below 1 and nothing above 10 can be.
  std::vector<double> chance(12, 0.1);
  chance.front() = chance.back() = 0;
  const Tails tails = tails_of(law_of(chance));
  CHECK(tails.upper[0] == 1);
  CHECK(tails.upper[1] == 1);
  CHECK(tails.upper[2] == Approx(0.9));
  CHECK(tails.upper[11] == 0);
  CHECK(tails.lower[0] == 0);
  CHECK(tails.lower[9] == Approx(0.9));
  CHECK(tails.lower[10] == 1);
  CHECK(tails.lower[11] == 1);
}

TEST_CASE("the chance of more than a law lists counts above alone", "[bipartite][pair_null]") {
  OverlapLaw law = law_of({0.5, 0.25});
  law.beyond = 0.25;
  const Tails tails = tails_of(law);
  CHECK(tails.upper == std::vector<double>{1, 0.5});
  CHECK(tails.lower == std::vector<double>{0.5, 0.75});
}
