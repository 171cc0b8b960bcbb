// SPDX-License-Identifier: Apache-2.0
#include "engine/io/appearance.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>

using namespace entente;
using io::Appearance;

using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;
using Texts = std::vector<std::string>;

TEST_CASE("place, size and colour come from their attributes", "[io][appearance]") {
  const std::vector<Attribute> attributes{
      {.name = "x", .values = Reals{1.5, 0}, .present = {1, 0}},
      {.name = "y", .values = Integers{-2, 0}, .present = {1, 0}},
      {.name = "size", .values = Reals{4, 5}},
      {.name = "r", .values = Integers{31, 0}},
      {.name = "g", .values = Integers{119, 0}},
      {.name = "b", .values = Integers{180, 255}}};
  const Appearance look = Appearance::of_nodes(attributes);
  REQUIRE(look.position(0));
  CHECK(look.position(0)->x == 1.5);
  CHECK(look.position(0)->y == -2);
  CHECK_FALSE(look.position(1));
  CHECK(look.size(1) == 5.0);
  CHECK(io::hex_color(*look.color(0)) == "#1f77b4");
  for (const Attribute& attribute : attributes) CHECK(look.draws(attribute));
  const Appearance edges = Appearance::of_edges(attributes);
  CHECK_FALSE(edges.draws(attributes[0]));
  CHECK(edges.color(1) == io::Color{0, 0, 255});
}

TEST_CASE("what cannot be drawn is a plain attribute", "[io][appearance]") {
  const std::vector<Attribute> attributes{
      {.name = "x", .values = Reals{1, 2}},
      {.name = "y", .values = Reals{1, 2}, .present = {1, 0}},
      {.name = "size", .values = Reals{1, std::numeric_limits<double>::infinity()}},
      {.name = "r", .values = Integers{256, 0}},
      {.name = "color", .values = Texts{"#1F77b4", "red"}}};
  const Appearance look = Appearance::of_nodes(attributes);
  for (const Attribute& attribute : attributes) CHECK_FALSE(look.draws(attribute));
  CHECK_FALSE(look.position(0));
  CHECK_FALSE(look.color(0));
}

TEST_CASE("a colour may be written in hexadecimal", "[io][appearance]") {
  CHECK(io::parse_hex_color("#1F77b4") == io::Color{31, 119, 180});
  for (const char* wrong : {"1f77b4", "#1f77b", "#1f77bg", "#-f77b4", "rgb(1,2)"})
    CHECK_FALSE(io::parse_hex_color(wrong));
}
