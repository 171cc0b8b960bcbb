// SPDX-License-Identifier: Apache-2.0
#include "engine/io/json.hpp"

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>

using namespace entente;
using io::JsonDocument;
using io::JsonWriter;
using io::parse_json;

namespace {

JsonDocument parse(const std::string& text) {
  auto document = parse_json(text, "q.json");
  if (!document) FAIL(to_text(document.error().front()));
  return *std::move(document);
}

std::string complaint(const std::string& text) {
  const auto document = parse_json(text, "q.json");
  return document ? "none" : to_text(document.error().front());
}

}  // namespace

TEST_CASE("JSON values know their kind and their place", "[io][json]") {
  const JsonDocument document = parse(
      "{\n  \"name\": \"a \\\"quoted\\\" \\\\\",\n  \"list\": [1, -2.5, true, null, {}],\n"
      "  \"wide\": 9007199254740993\n}\n");
  const io::JsonValue& root = document.root;
  CHECK(*root.find("name")->text() == "a \"quoted\" \\");
  CHECK(document.at(*root.find("name")).line == 2);
  CHECK(document.at(*root.find("name")).column == 11);
  CHECK(document.source.position(root.object()->at(1).key_offset).column == 3);
  const auto& list = *root.find("list")->array();
  CHECK(*list[0].integer() == 1);
  CHECK(list[1].integer() == nullptr);
  CHECK(list[1].number() == -2.5);
  CHECK(*list[2].boolean());
  CHECK(list[3].is_null());
  CHECK(list[4].kind() == "an object");
  CHECK(document.at(list[1]).column == 15);
  CHECK(document.at(list[2]).column == 21);
  CHECK(document.at(list[3]).column == 27);
  CHECK(document.at(list[4]).column == 33);
  CHECK(*root.find("wide")->integer() == 9007199254740993);  // no double holds it
  CHECK(root.find("absent") == nullptr);
  CHECK(list[0].find("name") == nullptr);
}

TEST_CASE("JSON numbers keep all their digits", "[io][json]") {
  // Without full precision the last digit of each is off by one.
  for (const double value : {0.1, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308,
                             123456789.12345679, 0.30000000000000004}) {
    std::string text;
    JsonWriter(text).number(value);
    CHECK(parse(text).root.number() == value);
  }
  CHECK(parse("18446744073709551615").root.number() == 18446744073709551615.0);
}

TEST_CASE("a real is told from an integer", "[io][json]") {
  std::string text;
  JsonWriter json(text);
  json.begin_array().real(3).real(-0.0).real(0.5).real(1e20).real(1e-7).number(3.0).end_array();
  CHECK(text == "[3.0,-0.0,0.5,1e+20,1e-07,3]");
  const auto document = parse(text);
  for (std::size_t i = 0; i < 5; ++i) CHECK(document.root.array()->at(i).integer() == nullptr);
}

TEST_CASE("a zero is a zero, whatever its exponent", "[io][json]") {
  for (const char* zero :
       {"0", "-0", "0.0", "0e77", "0E+300", "-0e77", "0e-400", "1e-400", "-1.5e-400"}) {
    CAPTURE(zero);
    const auto parsed = parse_json(zero, "z.json");
    REQUIRE(parsed);
    CHECK(parsed->root.number() == 0.0);
  }
  const std::string tiny = "0." + std::string(400, '0') + "1";  // too near to 0 for a double
  for (const std::string& zero : {tiny, tiny + "e5", "-" + tiny}) {
    const auto parsed = parse_json(zero, "z.json");
    REQUIRE(parsed);
    CHECK(parsed->root.number() == 0.0);
  }
  for (const char* large : {"[1e400]", "[9.9e308]", "[-9.9e308]", "[9999e306]"}) {
    CAPTURE(large);
    const auto parsed = parse_json(large, "z.json");
    REQUIRE_FALSE(parsed);
    CHECK(
        to_text(parsed.error().front()).find("z.json:1:2: error[J101]: not JSON: number too big") ==
        0);
  }
}

TEST_CASE("wrong JSON is explained with its place", "[io][json]") {
  CHECK(complaint("").starts_with("q.json:1:1: error[J101]: the file is empty"));
  CHECK(complaint("{\n  \"a\": 1,\n}").starts_with("q.json:3:1: error[J101]: not JSON"));
  CHECK(complaint("{\"a\": 1, \"b\": 2, \"a\": 3}")
            .starts_with("q.json:1:18: error[J102]: the key 'a' stands twice"));
  CHECK(complaint("[NaN]").starts_with("q.json:1:2: error[J101]"));
  CHECK(complaint("[1] [2]").starts_with("q.json:1:5: error[J101]"));
  CHECK(complaint("\"\xC3\x28\"").starts_with("q.json:1:2: error[J101]"));
  CHECK(complaint("[1, 2").starts_with("q.json:1:6: error[J101]"));
  CHECK(complaint(std::string("[1]\0[2]", 7)).starts_with("q.json:1:4: error[J101]"));
  CHECK(complaint(std::string(1'000'000, '[')).starts_with("q.json:1:65: error[J102]: nested"));
  CHECK(complaint("\xEF\xBB\xBF[1]") == "none");
}

TEST_CASE("JSON is written compactly, exactly and as valid UTF-8", "[io][json]") {
  std::string text;
  JsonWriter writer(text);
  writer.begin_object().key("a").begin_array();
  writer.number(0.1).number(std::int64_t{-9007199254740993}).boolean(true).null();
  writer.number(std::numeric_limits<double>::quiet_NaN());
  writer.number(-std::numeric_limits<double>::infinity());
  writer.end_array().key("b\n").text("T\xC3\xBCrkiye \"\xFF\"").end_object();
  CHECK(text ==
        "{\"a\":[0.1,-9007199254740993,true,null,null,null],\"b\\n\":"
        "\"T\xC3\xBCrkiye \\\"\xEF\xBF\xBD\\\"\"}");
}
