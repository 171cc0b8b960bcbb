// SPDX-License-Identifier: Apache-2.0
#include "engine/study/words.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

TEST_CASE("lists and numbers read as a person writes them", "[study][words]") {
  CHECK(join({}).empty());
  CHECK(join({"a"}) == "a");
  CHECK(join({"a", "b", "c"}) == "a, b and c");
  CHECK(p_text(0.0004) == "< 0.001");
  CHECK(p_text(0.00498) == "0.005");
  CHECK(p_text(0.05) == "0.05");
  CHECK(percent(0.934) == "93 %");
}
