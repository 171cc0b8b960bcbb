// SPDX-License-Identifier: Apache-2.0
#include "engine/report/display_width.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

TEST_CASE("width counts what a terminal shows, not bytes", "[report][display_width]") {
  CHECK(display_width("Paris") == 5);
  CHECK(display_width("C\xc3\xb4te d'Ivoire") == 13);     // one column for a precomposed letter
  CHECK(display_width("Co\xcc\x82te") == 4);              // none for a combining circumflex
  CHECK(display_width("\xe6\x97\xa5\xe6\x9c\xac") == 4);  // two for each East Asian character
  CHECK(display_width("") == 0);
  CHECK(display_width("a\xff") == 2);  // a broken byte takes a column
}

TEST_CASE("a text is cut between characters and ends in an ellipsis", "[report][display_width]") {
  CHECK(cut_to_width("Microsoft", 9) == "Microsoft");
  CHECK(cut_to_width("Microsoft", 6) == "Micro\xe2\x80\xa6");
  CHECK(cut_to_width("\xe6\x97\xa5\xe6\x9c\xac\xe5\x9b\xbd", 4) == "\xe6\x97\xa5\xe2\x80\xa6");
  CHECK(cut_to_width("New Zealand", 5) == "New\xe2\x80\xa6");
  CHECK(cut_to_width("abc", 0).empty());
}

TEST_CASE("a padded text has the width that was asked for", "[report][display_width]") {
  CHECK(pad_to_width("\xc3\xa9", 3) == "\xc3\xa9  ");
  CHECK(pad_to_width("12", 4, Align::right) == "  12");
  CHECK(pad_to_width("long", 2) == "long");
}

TEST_CASE("lines break at blanks and keep their own ends", "[report][display_width]") {
  CHECK(wrap("one two three", 7) == std::vector<std::string>{"one two", "three"});
  CHECK(wrap("a\nb", 7) == std::vector<std::string>{"a", "b"});
  CHECK(wrap("unbreakable", 4) == std::vector<std::string>{"unbreakable"});
  CHECK(wrap("  kept", 10) == std::vector<std::string>{"  kept"});
  CHECK(wrap("", 10) == std::vector<std::string>{""});
}

TEST_CASE("what follows a lead stands below its end", "[report][display_width]") {
  CHECK(wrapped("note: ", "this line is too long for one", 26) ==
        "note: this line is too\n      long for one\n");
}
