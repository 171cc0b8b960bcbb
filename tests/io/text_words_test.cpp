// SPDX-License-Identifier: Apache-2.0
#include "engine/io/text_words.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace entente;

namespace {

// Words between bars; quoted ones with their quotes, or with dots where the second one is missing.
std::string words(std::string_view line, const io::WordRules& rules = {}) {
  std::vector<io::Word> found;
  io::append_words(line, 7, rules, found);
  std::string text = "|";
  for (const io::Word& word : found) {
    CHECK(word.line == 7);
    text.append(word.quoted ? "\"" : "").append(word.text);
    text.append(!word.closed ? "..." : word.quoted ? "\"" : "").append("|");
  }
  return text;
}

}  // namespace

TEST_CASE("a line falls into words, and what is quoted is one", "[io][text_words]") {
  CHECK(words("") == "|");
  CHECK(words(" \t ") == "|");
  CHECK(words("1 \"New York\"\t0.5") == "|1|\"New York\"|0.5|");
  CHECK(words("\"\"x") == "|\"\"|x|");
  CHECK(words("a\"b c\"") == "|a\"b|c\"|");
  CHECK(words("1 \"open a") == "|1|\"open a...|");
  CHECK(words("\"") == "|\"...|");
  CHECK(words("n=4, m = 2", {.separators = " ,", .alone = "="}) == "|n|=|4|m|=|2|");
  CHECK(words("==", {.alone = "="}) == "|=|=|");
}

TEST_CASE("the first quote that is not closed is told", "[io][text_words]") {
  std::vector<io::Word> found;
  io::append_words("1 \"closed\"", 1, {}, found);
  CHECK_FALSE(io::unclosed_quote(found, "f", "G507"));
  io::append_words("2 \"open to the end", 2, {}, found);
  io::append_words("3 \"as well", 3, {}, found);
  CHECK(to_text(*io::unclosed_quote(found, "f", "G507")) ==
        "f:2: error[G507]: the quote before 'open to the end' is not closed\n"
        "  hint: expected another quote on the same line");
}

TEST_CASE("lines have numbers and any of three ends", "[io][text_words]") {
  std::string seen;
  const io::SourceText source("f", "a\nb\r\n\rc\n");
  io::for_each_line(source, [&](std::string_view line, std::uint32_t number) {
    seen.append(std::to_string(number)).append(line).append(" ");
    return number < 4;
  });
  CHECK(seen == "1a 2b 3 4c ");
  seen.clear();
  io::for_each_line(source, [&](std::string_view line, std::uint32_t) {
    seen += line;
    return false;
  });
  CHECK(seen == "a");
}

TEST_CASE("NUL and what is not UTF-8 are no text", "[io][text_words]") {
  CHECK_FALSE(io::not_text({"f", "T\xC3\xBCr"}, "G506"));
  CHECK(io::not_text({"f", "a\nb\xFF"}, "G506")->where.line == 2);
  CHECK(io::not_text({"f", std::string("a\0", 2)}, "G506")->code == "G506");
}
