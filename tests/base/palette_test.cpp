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
}

TEST_CASE("the seven are those of Okabe and Ito, black left out", "[palette]") {
  // Color Universal Design (2008): the values of RGB.
  const Rgb orange{230, 159, 0}, sky_blue{86, 180, 233}, bluish_green{0, 158, 115},
      yellow{240, 228, 66}, blue{0, 114, 178}, vermillion{213, 94, 0},
      reddish_purple{204, 121, 167};
  CHECK(group_color(0) == blue);
  CHECK(group_color(1) == vermillion);
  CHECK(group_color(2) == bluish_green);
  CHECK(group_color(3) == reddish_purple);
  CHECK(group_color(4) == orange);
  CHECK(group_color(5) == sky_blue);
  CHECK(group_color(6) == yellow);
}
