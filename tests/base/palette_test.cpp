// SPDX-License-Identifier: Apache-2.0
#include "engine/base/palette.hpp"

#include <catch2/catch_test_macros.hpp>
#include <set>

using namespace entente;

TEST_CASE("seven groups have colours of their own, the others are grey", "[palette]") {
  std::set<Rgb> colors;
  for (std::uint32_t group = 0; group < 7; ++group) colors.insert(group_color(group));
  CHECK(colors.size() == 7);
  CHECK(group_color(7) == group_color(0xffffffff));
  CHECK_FALSE(colors.contains(group_color(7)));
  CHECK(group_color(0) == Rgb{0, 114, 178});
}
