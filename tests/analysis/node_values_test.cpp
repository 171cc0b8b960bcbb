// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/node_values.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("nodes that a table of values does not list have 0", "[node_values]") {
  const auto values = node_values(path(3), {"v.csv", {{"v000002", "-1.5"}, {"v000000", "2"}}});
  REQUIRE(values);
  CHECK(*values == std::vector<double>{2, 0, -1.5});
}

TEST_CASE("all that is wrong in a table of values is said with its line", "[node_values]") {
  const auto values = node_values(
      path(2),
      {"v.csv", {{"nobody", "1"}, {"v000000", "1"}, {"v000000", "2"}, {"v000001", "much"}}},
      {.low = 0});
  REQUIRE_FALSE(values);
  REQUIRE(values.error().size() == 3);
  CHECK(values.error()[0].code == "G103");
  CHECK(values.error()[1].code == "G104");
  CHECK(values.error()[2].code == "G105");
  CHECK(values.error()[2].where.line == 5);
  CHECK(values.error()[2].message.find("from 0") != std::string::npos);
}

TEST_CASE("values below the range and without end are refused", "[node_values]") {
  CHECK_FALSE(node_values(path(2), {"v.csv", {{"v000000", "-1"}}}, {.low = 0}));
  CHECK_FALSE(node_values(path(2), {"v.csv", {{"v000000", "inf"}}}));
  CHECK_FALSE(node_values(path(2), {"v.csv", {{"v000000", "nan"}}}));
}
