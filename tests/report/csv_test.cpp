// SPDX-License-Identifier: Apache-2.0
#include "engine/report/csv.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/report/result_for_tests.hpp"

using namespace entente;

TEST_CASE("a table is CSV with empty cells for absent values", "[report][csv]") {
  const Result result = test::small_result();
  CHECK(to_csv(result.tables[0], result.view) ==
        "node,two_words,count,why\n"
        "a,0.1,1,\n"
        "b,,,\"a, b\"\n"
        "c,0.6666666666666666,30,\"said \"\"no\"\"\"\n");
}

TEST_CASE("a lone empty cell is quoted, or its row would be lost", "[report][csv]") {
  CHECK(to_csv({"t", "", {{"x", "", "", std::vector<std::string>{"", "y"}}}}, View()) ==
        "x\n\"\"\ny\n");
}

TEST_CASE("line breaks inside a field are kept in quotes", "[report][csv]") {
  std::string text;
  append_csv_field(text, "two\nlines");
  CHECK(text == "\"two\nlines\"");
}
