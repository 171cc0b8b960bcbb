// SPDX-License-Identifier: Apache-2.0
#include "engine/report/progress_line.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/report/display_width.hpp"

using namespace entente;

TEST_CASE("the bar, the rate and the time that remains", "[report][progress_line]") {
  CHECK(progress_line({.step = "trades", .done = 25, .total = 100, .seconds = 5}, 80) ==
        "[######                  ]  25%  5.0/s  15 s left  trades");
  CHECK(progress_line({.step = "trades", .done = 1e6, .total = 1e8, .seconds = 1}, 80) ==
        "[                        ]   1%  1.0M/s  1:39 min left  trades");
  CHECK(progress_line({.step = "pairs", .done = 10, .total = 1e5, .seconds = 1}, 80) ==
        "[                        ]   0%  10/s  2:46 h left  pairs");
}

TEST_CASE("a step that has just begun or ended promises nothing", "[report][progress_line]") {
  CHECK(progress_line({.step = "read", .done = 0, .total = 10, .seconds = 0}, 80) ==
        "[                        ]   0%  read");
  CHECK(progress_line({.step = "read", .done = 10, .total = 10, .seconds = 2}, 80) ==
        "[########################] 100%  5.0/s  read");
}

TEST_CASE("the line leaves the last column of a narrow terminal free", "[report][progress_line]") {
  const std::string line =
      progress_line({.step = "a long name of a step", .done = 1, .total = 9, .seconds = 3}, 50);
  CHECK(display_width(line) == 49);
}
