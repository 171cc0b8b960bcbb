// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/table_columns.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/text_table.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("columns of a table are found by name", "[analysis][table_columns]") {
  const TextTable table = text_table({"id", "x"}, {{"a", "1"}, {"b", "-2.5e1"}});
  CHECK(*number_column(table, "x", -30, 1) == std::vector<double>{1, -25});
  CHECK(*id_column(table, "id") == std::vector<std::string>{"a", "b"});
}

TEST_CASE("every cell that does not fit is named by its line", "[analysis][table_columns]") {
  const TextTable table = text_table({"id", "x"}, {{"a", "nan"}, {"", "1"}, {"a", "31"}});
  const auto numbers = number_column(table, "x", -30, 30);
  REQUIRE(numbers.error().size() == 2);
  CHECK(numbers.error()[0].code == "A321");
  CHECK(numbers.error()[1].where.line == 4);
  const auto ids = id_column(table, "id");
  REQUIRE(ids.error().size() == 2);
  CHECK(ids.error()[0].code == "A322");
  CHECK(ids.error()[1].code == "A323");
  const auto none = id_column(table, "node");
  CHECK(none.error().front().code == "A320");
  CHECK(none.error().front().hint == "its header is id,x");
}
