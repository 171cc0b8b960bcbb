// SPDX-License-Identifier: Apache-2.0
#include "engine/io/xml_text.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <string>

#include "engine/base/utf8.hpp"
#include "engine/io/xml.hpp"

using namespace entente;

namespace {

std::string in_text(const std::string& text) {
  std::string out;
  io::append_xml_text(out, text);
  return out;
}

std::string in_attribute(const std::string& text) {
  std::string out;
  io::append_xml_attribute(out, text);
  return out;
}

struct Parsed {
  std::string attribute, text;
};

// What a parser makes of <e a="..."> ... </e>.
Parsed parsed(const std::string& text) {
  Parsed result;
  io::NoteLog notes;
  const io::XmlEvents events{
      .start =
          [&](io::XmlCursor&, io::XmlName, const io::XmlAttributes& attributes) {
            result.attribute = *attributes.find("a");
          },
      .end = [](io::XmlCursor&) {},
      .text = [&](io::XmlCursor&, std::string_view piece) { result.text += piece; }};
  const std::string document = "<e a=\"" + in_attribute(text) + "\">" + in_text(text) + "</e>";
  const auto problem = io::parse_xml(io::pieces_of(document), "e.xml", events, notes);
  if (problem) FAIL(to_text(*problem));
  return result;
}

}  // namespace

TEST_CASE("text is escaped where XML asks for it and nowhere else", "[io][xml_text]") {
  CHECK(in_text("R&D \"x\" <y> 'z'") == "R&amp;D \"x\" &lt;y> 'z'");
  CHECK(in_attribute("R&D \"x\" <y> 'z'") == "R&amp;D &quot;x&quot; &lt;y&gt; &apos;z&apos;");
  CHECK(in_text("a]]>b") == "a]]&gt;b");
  CHECK(in_text("tab\tline\nreturn\r") == "tab\tline\nreturn&#13;");
  CHECK(in_attribute("tab\tline\nreturn\r") == "tab&#9;line&#10;return&#13;");
  CHECK(in_text("\xC2\x85\xE2\x80\xA8") == "&#133;&#8232;");
}

TEST_CASE("blanks alone between two escapes are kept from a parser that drops them",
          "[io][xml_text]") {
  CHECK(in_text("a < & b") == "<![CDATA[a < & b]]>");
  CHECK(in_text("a <x& b") == "a &lt;x&amp; b");
}

TEST_CASE("what XML cannot hold is replaced and counted", "[io][xml_text]") {
  std::string out;
  CHECK(io::append_xml_text(out,
                            "a\x01"
                            "b\xEF\xBF\xBE\xEF\xBF\xBF\xED\xA0\x80") == 6);
  CHECK(out ==
        "a\xEF\xBF\xBD"
        "b\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST_CASE("any text comes back from a parser as it was", "[io][xml_text]") {
  const std::string pieces[] = {"&",
                                "<",
                                ">",
                                "]]>",
                                "\"",
                                "'",
                                " ",
                                "\t",
                                "\n",
                                "\r",
                                "x",
                                "T\xC3\xBCrkiye",
                                "\xE6\x97\xA5\xE6\x9C\xAC",
                                "\xF0\x9F\x98\x80",
                                "\xC2\x85",
                                "\xE2\x80\xA8"};
  CHECK(rc::check("pieces in any order", [&] {
    const auto picks = *rc::gen::container<std::vector<int>>(rc::gen::inRange(0, 16));
    std::string text;
    for (const int pick : picks) text += pieces[pick];
    const Parsed result = parsed(text);
    RC_ASSERT(result.text == text);
    RC_ASSERT(result.attribute == text);
  }));
}
