// SPDX-License-Identifier: Apache-2.0
#include "engine/io/csv_field.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

TEST_CASE("a field is quoted where it must be", "[io][csv_field]") {
  std::string text;
  for (const char* field : {"plain", "a,b", "say \"x\"", "two\nlines", "cr\r", ""}) {
    io::append_csv_field(text, field);
    text += ';';
  }
  CHECK(text == "plain;\"a,b\";\"say \"\"x\"\"\";\"two\nlines\";\"cr\r\";;");
}
