// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_schema.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;

namespace {
std::vector<std::string> complaints(const std::string& text) {
  const auto schema = io::read_schema(text, "schema.json");
  std::vector<std::string> texts;
  if (schema) return texts;
  for (Diagnostic problem : schema.error()) {
    problem.hint.clear();
    texts.push_back(to_text(problem));
  }
  return texts;
}
using Texts = std::vector<std::string>;
}  // namespace

TEST_CASE("a schema says the roles of kinds and the rules of relations", "[io][read_schema]") {
  const auto schema = io::read_schema(
      R"({"kinds": {"state": {"role": "actor"}, "vote": {"role": "item"}, "topic": {"role": "around"}},
          "relations": {"backed": {"subjects": ["state"], "objects": ["vote"], "aspect": "support",
                                   "stance": 1, "meaning": "stood behind it"},
                        "voted": {"aspect": "vote", "stance": null,
                                  "stance_of_value": {"yes": 1, "no": -1}},
                        "about": {"aspect": null}}})",
      "schema.json");
  REQUIRE(schema);
  CHECK(schema->role("state") == Role::actor);
  CHECK(schema->role("vote") == Role::item);
  CHECK(schema->role("topic") == Role::around);
  CHECK(schema->relation("backed")->subjects == Texts{"state"});
  CHECK(schema->relation("backed")->objects == Texts{"vote"});
  CHECK(schema->relation("backed")->default_stance == 1);
  CHECK(schema->relation("backed")->aspect == Aspect::support);
  CHECK(schema->relation("voted")->default_stance == no_stance);
  CHECK(schema->relation("voted")->stance_of_value.at("no") == -1);
  CHECK(schema->relation("about")->aspect == Aspect::none);
}

TEST_CASE("what is wrong with a schema is said, with its place", "[io][read_schema]") {
  CHECK(complaints("[]") ==
        Texts{"schema.json:1:1: error[K601]: the schema is an array, not an object"});
  CHECK(complaints("{}") == Texts{"schema.json:1:1: error[K601]: the schema lacks 'kinds'",
                                  "schema.json:1:1: error[K601]: the schema lacks 'relations'"});
  const std::string head = R"({"kinds": {"state": {"role": "actor"}},)"
                           "\n";
  CHECK(complaints(head + R"("relations": {"r": {"aspekt": "vote"}}})") ==
        Texts{"schema.json:2:21: error[K601]: relation 'r' has no 'aspekt'"});
  CHECK(complaints(R"({"kinds": {"state": {"role": "hero"}, "b": {}}, "relations": {}})") ==
        Texts{"schema.json:1:30: error[K602]: unknown role 'hero'",
              "schema.json:1:39: error[K602]: kind 'b' has no role"});
  CHECK(complaints(head + R"("relations": {"r": {"subjects": ["state", "stat"]}}})") ==
        Texts{"schema.json:2:43: error[K603]: unknown kind 'stat'"});
  CHECK(complaints(head + R"("relations": {"r": {"aspect": "mood"}}})") ==
        Texts{"schema.json:2:31: error[K604]: unknown aspect 'mood'"});
  CHECK(complaints(head + R"("relations": {"r": {"stance": 2}}})") ==
        Texts{"schema.json:2:31: error[K605]: a stance is 1, 0, -1 or null"});
  CHECK(complaints("{\"kinds\": ").size() == 1);
}

TEST_CASE("a relation says that nothing was signed, or that its subject could sign",
          "[io][read_schema]") {
  const auto schema = io::read_schema(
      R"({"kinds": {}, "relations": {"not-signed": {}, "invited": {}, "refused": {"says_absent": true},
                                     "asked": {"makes_eligible": true}, "signed": {}}})",
      "schema.json");
  REQUIRE(schema);
  CHECK(schema->relation("not-signed")->says_absent);  // these two verbs mean it everywhere
  CHECK(schema->relation("invited")->makes_eligible);
  CHECK(schema->relation("refused")->says_absent);
  CHECK(schema->relation("asked")->makes_eligible);
  CHECK_FALSE(schema->relation("signed")->says_absent);
  CHECK_FALSE(schema->relation("signed")->makes_eligible);
  const auto otherwise = io::read_schema(
      R"({"kinds": {}, "relations": {"not-signed": {"says_absent": false}}})", "schema.json");
  REQUIRE(otherwise);
  CHECK_FALSE(otherwise->relation("not-signed")->says_absent);
  CHECK(complaints(R"({"kinds": {}, "relations": {"r": {"says_absent": 1}}})") ==
        Texts{"schema.json:1:50: error[K601]: says_absent is a number, not true or false"});
}
