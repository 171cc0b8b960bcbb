// SPDX-License-Identifier: Apache-2.0
#include "engine/question/evidence.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/support/two_mode.hpp"

using namespace entente;

TEST_CASE("a view with more cells than can be drawn is refused by its size",
          "[question][evidence]") {
  const auto refusal = [](std::size_t actors, std::size_t items) {
    std::vector<std::string> rows(actors, std::string(items, '0'));
    rows[0].assign(items, '1');
    TwoMode two_mode;
    two_mode.view = test::two_mode(rows);
    const auto problem = too_large(two_mode);
    return problem ? to_text(*problem) : "";
  };
  CHECK(refusal(1000, 200).empty());
  CHECK(refusal(1000, 201) ==
        "error[Q207]: the view has 1000 actors x 201 items = 201000 cells, more than 200000\n"
        "  hint: name fewer items with --items, or fewer actors with --kinds or --countries");
}
