// SPDX-License-Identifier: Apache-2.0
#include "engine/question/sentence.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

namespace {
using Found = std::vector<std::pair<std::string, std::size_t>>;
}

TEST_CASE("slots are filled by name", "[question][sentence]") {
  const Slots slots{{"n", "3"}, {"what", "camps"}, {"none", ""}};
  CHECK(filled("There are {n} {what}.", slots) == "There are 3 camps.");
  CHECK(filled("{n}{n}", slots) == "33");
  CHECK(filled("a {{n}} b", slots) == "a {n} b");
  CHECK(filled("", slots).empty());
}

TEST_CASE("an empty slot leaves no second blank", "[question][sentence]") {
  const Slots slots{{"none", ""}};
  CHECK(filled("One. {none} Two.", slots) == "One. Two.");
  CHECK(filled("{none} Two. {none}", slots) == "Two.");
}

TEST_CASE("slots are found with their places, broken ones, too", "[question][sentence]") {
  CHECK(slots_in("a {b} {c}") == Found{{"b", 2}, {"c", 6}});
  CHECK(slots_in("{{b}}").empty());
  CHECK(slots_in("a { b") == Found{{"{", 2}});
  CHECK(slots_in("a } b") == Found{{"}", 2}});
}
