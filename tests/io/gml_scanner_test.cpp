// SPDX-License-Identifier: Apache-2.0
#include "engine/io/gml_scanner.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;
using Kind = io::GmlToken::Kind;

TEST_CASE("GML falls into keys, values and brackets", "[io][gml]") {
  io::GmlScanner scanner("# a comment\ngraph[a -1 b 2.5e3 c \"x # [y\"\n]");
  const Kind kinds[] = {Kind::key,  Kind::open, Kind::key,  Kind::integer, Kind::key,
                        Kind::real, Kind::key,  Kind::text, Kind::close,   Kind::end};
  for (const Kind kind : kinds) CHECK(scanner.next().kind == kind);
  CHECK(scanner.next().kind == Kind::end);
  CHECK(io::GmlScanner("\"open").next().kind == Kind::wrong);
  CHECK(io::GmlScanner("?").next().kind == Kind::wrong);
  CHECK(io::GmlScanner("nan").next().kind == Kind::key);
  CHECK(io::GmlScanner("+7").next().text == "+7");
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
