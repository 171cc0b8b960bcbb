// SPDX-License-Identifier: Apache-2.0
#include "engine/study/second_opinions.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/support/two_mode.hpp"

using namespace entente;

namespace {

// Two camps of `each` actors with six items of their own each; every actor lacks one of its six,
// and takes one of the other camp's.
std::vector<std::string> camps(std::uint32_t each) {
  std::vector<std::string> rows;
  for (std::uint32_t camp = 0; camp < 2; ++camp) {
    for (std::uint32_t k = 0; k < each; ++k) {
      std::string row(12, '0');
      for (std::uint32_t j = 0; j < 6; ++j) {
        if (j != k % 6) row[camp * 6 + j] = '1';
      }
      row[(1 - camp) * 6 + k % 6] = '1';
      rows.push_back(row);
    }
  }
  return rows;
}

SecondOpinions of(const View& view, const std::vector<std::uint32_t>& groups) {
  Coalitions coalitions;
  coalitions.of_actor = groups;
  return second_opinions(view, bipartite::Incidence(view), coalitions, {});
}

}  // namespace

TEST_CASE("two clear camps are what every method finds", "[study][second_opinions]") {
  const View view = test::two_mode(camps(12));
  std::vector<std::uint32_t> groups(24, 0);
  for (std::size_t i = 12; i < 24; ++i) groups[i] = 1;
  const SecondOpinions found = of(view, groups);
  REQUIRE(found.first_axis);
  CHECK(*found.first_axis == 1);
  REQUIRE(found.backbone);
  CHECK(found.backbone_actors == 24);
  CHECK(*found.backbone > 0);  // small groups within each camp, none across
  // Coalitions that cut through the camps agree with nobody.
  for (std::size_t i = 0; i < 24; ++i) groups[i] = i % 2;
  CHECK(*of(view, groups).first_axis < 0.1);
}

TEST_CASE("a lone dissenter makes no axis", "[study][second_opinions]") {
  // One of 48 actors holds the last item and no other: without the rule it would be the first axis.
  auto rows = camps(24);
  for (auto& row : rows) row += '0';
  rows[0].back() = '1';
  const View view = test::two_mode(rows);
  std::vector<std::uint32_t> groups(48, 0);
  for (std::size_t i = 24; i < 48; ++i) groups[i] = 1;
  CHECK(*of(view, groups).first_axis == 1);
}

TEST_CASE("where no pair is beyond chance the backbone has no opinion",
          "[study][second_opinions]") {
  const View view = test::two_mode({"1100", "0110", "0011", "1001"});
  const SecondOpinions found = of(view, {0, 0, 1, 1});
  CHECK_FALSE(found.backbone);
  CHECK(found.backbone_actors == 0);
}
