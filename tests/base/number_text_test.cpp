// SPDX-License-Identifier: Apache-2.0
#include "engine/base/number_text.hpp"

#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <limits>

#include "engine/base/random.hpp"

using entente::number_text;
using entente::parse_double;
using entente::parse_integer;

TEST_CASE("a number's text is short and reads back to the same bits", "[base][number_text]") {
  CHECK(number_text(0.1) == "0.1");
  CHECK(number_text(1.0) == "1");
  CHECK(number_text(1e300) == "1e+300");
  CHECK(number_text(std::int64_t{-9007199254740993}) == "-9007199254740993");
  entente::Rng rng(7);
  for (int k = 0; k < 1000; ++k) {
    const double value = std::ldexp(rng.uniform() - 0.5, static_cast<int>(rng.below(2000)) - 1000);
    CHECK(parse_double(number_text(value)) == value);
  }
}

TEST_CASE("only the whole of a text is a number", "[base][number_text]") {
  CHECK(parse_double("+1.5") == 1.5);
  CHECK(parse_double("1e3") == 1000.0);
  CHECK(std::isinf(parse_double("Infinity").value()));
  CHECK(std::isnan(parse_double("NaN").value()));
  for (const char* text : {"", "+", "1,5", "1.5x", " 1", "1 ", "0x10", "--1", "+-1"}) {
    INFO(text);
    CHECK_FALSE(parse_double(text).has_value());
  }
  CHECK(parse_integer("42") == 42);
  CHECK_FALSE(parse_integer("42.0").has_value());
  CHECK_FALSE(parse_integer("9223372036854775808").has_value());
}
