// SPDX-License-Identifier: Apache-2.0
#include "engine/question/read_question.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/io/json_schema.hpp"
#include "engine/question/part.hpp"

using namespace entente;

namespace {
using Texts = std::vector<std::string>;

// A question with other members: `rest` follows the method.
std::string file(const std::string& method, const std::string& rest) {
  return "{\"id\": \"q\", \"question\": \"Who?\", \"view\": {},\n\"method\": " + method + ",\n" +
         rest + "}";
}

Texts problems(const std::string& text) {
  const auto question = read_question(text, "q.json");
  Texts texts;
  if (question) return texts;
  for (const Diagnostic& problem : question.error()) texts.push_back(to_text(problem));
  return texts;
}
}  // namespace

TEST_CASE("a question file says view, method, comparison and answer", "[question][read_question]") {
  const auto question = read_question(
      R"({"id": "mine", "question": "Who?", "view": {"kinds": ["state"], "items": ["agreement.x"],
          "relations": ["signed"], "as_of": "2018-12", "dates": "certain"},
          "method": {"support-counts": {"level": 0.01}, "two-mode-degree": {}},
          "compare": {"dates": true, "null_models": ["bicm"]}, "null_model": "popularity",
          "answer": "{several} and {two-mode-degree}"})",
      "mine.json");
  REQUIRE(question);
  CHECK(question->id == "mine");
  CHECK(question->view.kinds == Texts{"state"});
  CHECK(question->view.relations == Texts{"signed"});
  CHECK(question->view.as_of == parse_date("2018-12-31")->last);
  CHECK(question->view.certain_dates);
  CHECK(question->part == "support-counts");
  CHECK(std::get<double>(question->params.at("level")) == 0.01);
  REQUIRE(question->methods.size() == 1);
  CHECK(question->methods.front().id == "two-mode-degree");
  CHECK(question->compare.dates);
  CHECK_FALSE(question->compare.sources);
  CHECK(question->compare.null_models == Texts{"bicm"});
  CHECK(needs_of(*question) ==
        Texts{"actors: state", "items: agreement.x", "relations: signed", "dates: certain"});
}

TEST_CASE("what the schema cannot say is checked with its place", "[question][read_question]") {
  CHECK(problems(file(R"({"support-count": {}})", R"("answer": "x")")) ==
        Texts{"q.json:2:12: error[Q201]: unknown part or method 'support-count'\n"
              "  hint: did you mean 'support-counts'?"});
  CHECK(problems(file(R"({"support-counts": {"levle": 1}})", R"("answer": "x")"))
            .at(0)
            .find("q.json:2:30: error[P101]") == 0);
  CHECK(
      problems(file(R"({"support-counts": {}, "degree": {}, "camps": {}})", R"("answer": "x")")) ==
      Texts{"q.json:2:48: error[Q202]: 'camps' is a second part beside 'support-counts'\n"
            "  hint: a question has one part, and any number of methods"});
  CHECK(problems(file(R"({"support-counts": {}})", R"("null_model": "fdsm", "answer": "x")")) ==
        Texts{"q.json:3:15: error[Q203]: 'support-counts' has no null model 'fdsm'\n"
              "  hint: it has popularity, bicm"});
  CHECK(problems(file(R"({"support-counts": {}})", R"("answer": "{sevral}")")) ==
        Texts{"q.json:3:11: error[Q204]: the answer has a slot 'sevral' that nothing fills\n"
              "  hint: did you mean 'several'?"});
  CHECK(problems(file(R"({"support-counts": {}})",
                      R"("compare": {"from": "2018-02-30"}, "answer": "x")"))
            .at(0)
            .find("q.json:3:21: error[Q205]: '2018-02-30' is not a date") == 0);
  CHECK(problems(file(R"({"support-counts": {}})", R"("compare": {"from": "2018"}, "answer": "x")"))
            .at(0)
            .find("q.json:3:12: error[Q206]") == 0);
}

TEST_CASE("the schema's own form is checked first", "[question][read_question]") {
  CHECK(problems("{}").size() == 5);
  CHECK(problems("{").at(0).find("q.json:1:2: error[J101]") == 0);
  CHECK(problems(file("{}", R"("answer": "x")")).at(0).find("q.json:2:11: error[J207]") == 0);
}

TEST_CASE("the schema names every part and null model", "[question][read_question]") {
  const std::string schema(question_schema());
  for (const Part& part : parts()) {
    CAPTURE(part.id);
    CHECK(schema.find(std::string(part.id) + " (") != std::string::npos);
    for (const std::string_view model : part.null_models)
      CHECK(schema.find('"' + std::string(model) + '"') != std::string::npos);
  }
}
