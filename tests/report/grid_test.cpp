// SPDX-License-Identifier: Apache-2.0
#include "engine/report/grid.hpp"

#include <catch2/catch_test_macros.hpp>
#include <sstream>

using namespace entente;

namespace {

std::size_t widest_line(const std::string& text) {
  std::istringstream lines(text);
  std::size_t widest = 0;
  for (std::string line; std::getline(lines, line);) widest = std::max(widest, display_width(line));
  return widest;
}

}  // namespace

TEST_CASE("texts stand left and numbers right", "[report][grid]") {
  CHECK(grid({{"node", Align::left, {"France", "Togo"}}, {"k", Align::right, {"12", "3"}}},
             {.width = 80}) ==
        "node     k\n"
        "------  --\n"
        "France  12\n"
        "Togo     3\n");
}

TEST_CASE("long texts are cut before anything else gives way", "[report][grid]") {
  const std::string text = grid({{"node", Align::left, {"state.fra"}},
                                 {"because", Align::left, {std::string(100, 'x')}},
                                 {"p", Align::right, {"0.01"}}},
                                {.width = 60});
  CHECK(widest_line(text) == 60);
  CHECK(text.find("state.fra") != std::string::npos);
  CHECK(text.find("x\xe2\x80\xa6  0.01") != std::string::npos);
}

TEST_CASE("columns that do not fit follow in blocks that repeat the keys", "[report][grid]") {
  CHECK(grid({{"a", Align::left, {"x"}},
              {"first", Align::right, {"1"}},
              {"second", Align::right, {"2"}},
              {"third", Align::right, {"3"}}},
             {.width = 16, .keys = 1}) ==
        "a  first  second\n"
        "-  -----  ------\n"
        "x      1       2\n"
        "\n"
        "a  third\n"
        "-  -----\n"
        "x      3\n");
}

TEST_CASE("a line break inside a cell does not break the row", "[report][grid]") {
  CHECK(grid({{"a", Align::left, {"x\ny"}}}, {}) == "a\n---\nx y\n");
}
