// SPDX-License-Identifier: Apache-2.0
#include "engine/null_model/pair_table.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

TEST_CASE("pairs that are too many to list are noted", "[null_model][pair_table]") {
  const auto notes = [](std::uint64_t tested) {
    Diagnostics found;
    null_model::note_unlisted({.pairs = {}, .tested = tested}, found);
    return found;
  };
  CHECK(notes(5'000'000).empty());
  REQUIRE(notes(5'000'001).size() == 1);
  CHECK(to_text(notes(5'000'001)[0]) ==
        "note[N103]: more than 5 million pairs: those without overlap, with p = 1, are counted as "
        "tests and not listed");
}
