// SPDX-License-Identifier: Apache-2.0
#include "engine/io/gml_scanner.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;
using Kind = io::GmlToken::Kind;

namespace {

struct First {
  Kind kind;
  std::string text;
};

First first_token(const std::string& text) {
  const io::SourceText source("g.gml", text);
  const io::GmlToken token = io::GmlScanner(source).next();
  return {token.kind, std::string(token.text)};
}

}  // namespace

TEST_CASE("GML falls into keys, values and brackets", "[io][gml]") {
  const io::SourceText source("g.gml", "# a comment\ngraph[a -1 b 2.5e3 c \"x # [y\"\n]");
  io::GmlScanner scanner(source);
  const Kind kinds[] = {Kind::key,  Kind::open, Kind::key,  Kind::integer, Kind::key,
                        Kind::real, Kind::key,  Kind::text, Kind::close,   Kind::end};
  for (const Kind kind : kinds) CHECK(scanner.next().kind == kind);
  CHECK(scanner.next().kind == Kind::end);
  CHECK(first_token("\"open").kind == Kind::wrong);
  CHECK(first_token("?").kind == Kind::word);
  CHECK(first_token("nan").kind == Kind::key);
  CHECK(first_token("+7").text == "+7");
}

TEST_CASE("entities become characters, what is none stays", "[io][gml]") {
  bool unknown = false;
  CHECK(io::without_entities("R&amp;D &#233;&#x1F600; &quot;&lt;&gt;&apos;", unknown) ==
        "R&D \xC3\xA9\xF0\x9F\x98\x80 \"<>'");
  CHECK(io::without_entities("a & b; c", unknown) == "a & b; c");
  CHECK(unknown);
  unknown = false;
  CHECK(io::without_entities("&eacute;&#0;&#xD800;&#;", unknown) == "&eacute;&#0;&#xD800;&#;");
  CHECK(unknown);
}

TEST_CASE("a quote ends a text where the list goes on behind it", "[io][gml]") {
  const auto text = [](const std::string& gml) {
    return io::without_backslashes(first_token(gml).text);
  };
  // Of R igraph and graph-tool.
  CHECK(text("\"say \"x\" now\"\n") == R"(say "x" now)");
  CHECK(text("\"a \"c\"\"\n") == R"(a "c")");
  CHECK(text(R"("say \"x\" now")") == R"(say "x" now)");
  CHECK(text(R"("a \\ \"c\"")") == R"(a \ "c")");
  // GML knows no such thing: a backslash is one.
  CHECK(text("\"back\\slash\\\"\n") == "back\\slash\\");
  CHECK(text("\"line\\\nbreak\"\n") == "line\\\nbreak");
  CHECK(text(R"("a\\b")") == R"(a\\b)");
  for (const char* next : {R"( kind "folder" ])", " graphics [ x 1 ]", " graphics[ x 1 ]", " x -1",
                           " x .5", " ]", "]", "", "\t\n x 1", "\r\n"}) {
    CHECK(text(std::string(R"("C:\")") + next) == R"(C:\)");
    CHECK(text(std::string(R"("plain")") + next) == "plain");
  }
  CHECK(first_token("\"open\\\" and").kind == Kind::wrong);
}
