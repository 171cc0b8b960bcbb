// SPDX-License-Identifier: Apache-2.0
#include "engine/model/repeated.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using entente::Repeated;

TEST_CASE("a text is looked up where it differs from the one before", "[model][repeated]") {
  Repeated<int> length;
  std::vector<std::string> asked;
  const auto look_up = [&](std::string_view text) -> std::optional<int> {
    asked.emplace_back(text);
    if (text == "bad") return std::nullopt;
    return static_cast<int>(text.size());
  };
  CHECK(length("", look_up) == 0);
  CHECK(length("", look_up) == 0);
  CHECK(length("ab", look_up) == 2);
  CHECK(length("ab", look_up) == 2);
  CHECK(length("c", look_up) == 1);
  CHECK(length("ab", look_up) == 2);
  CHECK(asked == std::vector<std::string>{"", "ab", "c", "ab"});
}

TEST_CASE("a text that means nothing is asked for each time", "[model][repeated]") {
  Repeated<int> none;
  int asked = 0;
  const auto look_up = [&](std::string_view) -> std::optional<int> {
    ++asked;
    return std::nullopt;
  };
  CHECK(none("bad", look_up) == std::nullopt);
  CHECK(none("bad", look_up) == std::nullopt);
  CHECK(asked == 2);
}
