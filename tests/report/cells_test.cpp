// SPDX-License-Identifier: Apache-2.0
#include "engine/report/cells.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>

using namespace entente;

TEST_CASE("rounding keeps four digits and every digit before the point", "[report][cells]") {
  CHECK(rounded(0) == "0");
  CHECK(rounded(0.5) == "0.5");
  CHECK(rounded(2.0 / 3) == "0.6667");
  CHECK(rounded(0.0123456) == "0.01235");
  CHECK(rounded(-12.34567) == "-12.35");
  CHECK(rounded(1234567.8) == "1234568");
  CHECK(rounded(1e-7) == "1e-07");
  CHECK(rounded(1.23456e-7) == "1.235e-07");
  CHECK(rounded(3.2e20) == "3.2e+20");
  CHECK(rounded(9.99996) == "10");
  CHECK(rounded(1.0) == "1");
  CHECK(rounded(std::numeric_limits<double>::quiet_NaN()) == "-");
  CHECK(rounded(-std::numeric_limits<double>::infinity()) == "-inf");
}

TEST_CASE("data files have numbers that read back and nothing where nothing is",
          "[report][cells]") {
  const View view;
  const double nan = std::numeric_limits<double>::quiet_NaN();
  const Column reals{"x", "", "", std::vector<double>{0.1, nan}};
  CHECK(cell_text(reals, 0, view) == "0.1");
  CHECK(is_absent(reals, 1));
  CHECK(cell_text(reals, 1, view).empty());
  const Column wholes{"x", "", "", std::vector<std::int64_t>{-3, no_integer}};
  CHECK(cell_text(wholes, 0, view) == "-3");
  CHECK(cell_text(wholes, 1, view).empty());
  const Column vertices{"x", "", "", std::vector<Vertex>{no_item}};
  CHECK(cell_text(vertices, 0, view).empty());
}

TEST_CASE("a parameter's value as text", "[report][cells]") {
  CHECK(value_text(true) == "true");
  CHECK(value_text(std::int64_t{7}) == "7");
  CHECK(value_text(0.85) == "0.85");
  CHECK(value_text(std::string("wf")) == "wf");
  CHECK(value_text(std::shared_ptr<const NodeTable>()).empty());
  CHECK(value_text(std::make_shared<const NodeTable>(NodeTable{"groups.csv", {}})) == "groups.csv");
}
