// SPDX-License-Identifier: Apache-2.0
#include "engine/io/json_schema.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

namespace {
using Texts = std::vector<std::string>;

Texts problems(const std::string& text, const std::string& schema) {
  const auto document = io::parse_json(text, "a.json");
  const auto rules = io::parse_json(schema, "schema.json");
  REQUIRE(document);
  REQUIRE(rules);
  Texts texts;
  for (const Diagnostic& problem : io::schema_problems(*document, rules->root))
    texts.push_back(to_text(problem));
  return texts;
}
}  // namespace

TEST_CASE("what a schema asks for has no problems", "[io][json_schema]") {
  const std::string schema =
      R"({"type": "object", "required": ["n"], "additionalProperties": false, "properties": {
          "n": {"type": "integer", "minimum": 1, "maximum": 3}, "w": {"$ref": "#/$defs/word"},
          "l": {"type": "array", "minItems": 1, "uniqueItems": true, "items": {"enum": ["a", 1, null]}}},
          "$defs": {"word": {"type": ["string", "null"], "pattern": "^[a-z]+$"}}})";
  CHECK(problems(R"({"n": 3, "w": "abc", "l": ["a", 1, null]})", schema) == Texts{});
  CHECK(problems(R"({"n": 1, "w": null})", schema) == Texts{});
}

TEST_CASE("each way of not meeting a schema has its code and its place", "[io][json_schema]") {
  CHECK(problems("[1]", R"({"type": "object", "description": "a thing"})") ==
        Texts{"a.json:1:1: error[J201]: the file is an array, expected object\n  hint: a thing"});
  CHECK(
      problems("{}", R"({"required": ["n"], "properties": {"n": {"description": "how many"}}})") ==
      Texts{"a.json:1:1: error[J202]: the file lacks 'n'\n  hint: how many"});
  CHECK(problems("{\n \"kind\": 1}",
                 R"({"additionalProperties": false, "properties": {"kinds": {}}})") ==
        Texts{"a.json:2:2: error[J203]: the file has no 'kind'\n  hint: did you mean 'kinds'?"});
  CHECK(problems(R"({"d": "certian"})",
                 R"({"properties": {"d": {"enum": ["possible", "certain"]}}})") ==
        Texts{"a.json:1:7: error[J204]: 'd' is 'certian', expected one of possible, certain\n"
              "  hint: did you mean 'certain'?"});
  CHECK(problems(R"(["A"])", R"({"items": {"pattern": "^[a-z]$", "description": "a letter"}})") ==
        Texts{"a.json:1:2: error[J205]: an entry of the file is 'A', expected the form ^[a-z]$\n"
              "  hint: a letter"});
  CHECK(problems(R"({"n": 0.5})", R"({"properties": {"n": {"minimum": 1}}})") ==
        Texts{"a.json:1:7: error[J206]: 'n' is 0.5, expected at least 1"});
  CHECK(problems(R"({"n": 5})", R"({"properties": {"n": {"maximum": 4}}})") ==
        Texts{"a.json:1:7: error[J206]: 'n' is 5, expected at most 4"});
  CHECK(problems("[]", R"({"minItems": 1})") ==
        Texts{"a.json:1:1: error[J207]: the file is empty"});
  CHECK(problems("{}", R"({"minProperties": 1})") ==
        Texts{"a.json:1:1: error[J207]: the file is empty"});
  CHECK(problems(R"(["a", "a"])", R"({"uniqueItems": true})") ==
        Texts{"a.json:1:7: error[J208]: the file has 'a' twice\n  hint: once will do"});
}

TEST_CASE("names and members that no property describes are checked, too", "[io][json_schema]") {
  const std::string schema = R"({"propertyNames": {"pattern": "^[a-z]+$"},
                                 "additionalProperties": {"type": "object"}})";
  CHECK(problems(R"({"abc": {}})", schema) == Texts{});
  CHECK(problems(R"({"Abc": {}, "b": 1})", schema) ==
        Texts{"a.json:1:2: error[J205]: the name is 'Abc', expected the form ^[a-z]+$",
              "a.json:1:18: error[J201]: 'b' is a number, expected object"});
}
