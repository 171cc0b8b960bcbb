// SPDX-License-Identifier: Apache-2.0
#include "engine/question/ask.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/io/read_data_set.hpp"
#include "engine/question/other_choices.hpp"
#include "engine/question/read_question.hpp"
#include "engine/question/sentence.hpp"
#include "engine/report/answer_json.hpp"
#include "engine/report/answer_markdown.hpp"
#include "engine/report/answer_text.hpp"
#include "engine/report/display_width.hpp"
#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

Question question_of(const std::string& part, const std::string& answer,
                     const std::string& view = "{}", const std::string& compare = "{}") {
  const auto question = read_question(
      "{\"id\": \"q\", \"question\": \"Who?\", \"view\": " + view + ", \"method\": {\"" + part +
          "\": {}}, \"compare\": " + compare + ", \"answer\": \"" + answer + "\"}",
      "q.json");
  REQUIRE(question);
  return *question;
}

Context quick() {
  Context context;
  context.effort = Effort::quick;
  return context;
}

// States a and b sign the pact, a votes yes and b no; company c signs the pact, says a disputed
// claim.
KnowledgeGraph small_graph() {
  auto builder = test::tiny_builder();
  const test::NoPlace place;
  const auto add = [&](const char* id, const char* subject, const char* relation,
                       const char* object, const char* value, const char* status) {
    builder.add_claim({.id = id,
                       .subject = subject,
                       .relation = relation,
                       .object = object,
                       .value = value,
                       .from = "2017",
                       .recorded = "2019",
                       .source = "src.one",
                       .status = status},
                      place);
  };
  add("1", "state.a", "signed", "agreement.pact", "", "asserted");
  add("2", "state.b", "signed", "agreement.pact", "", "asserted");
  add("3", "company.c", "signed", "agreement.pact", "", "disputed");
  add("4", "state.a", "voted", "vote.one", "yes", "asserted");
  add("5", "state.b", "voted", "vote.one", "no", "asserted");
  return test::built(std::move(builder));
}

}  // namespace

TEST_CASE("an answer says who supports what, and under which choices that stays",
          "[question][ask]") {
  const KnowledgeGraph graph = small_graph();
  Asking asking;
  asking.command = "entente ask q";
  const auto answer = ask(graph,
                          question_of("support-counts", "{several} of {supporters}, {one} once",
                                      "{}", R"({"disputed": true, "sources": true})"),
                          asking, quick());
  REQUIRE(answer);
  CHECK(answer->finding == "1 of 3, 2 once");  // a: the pact and a yes; a no is no support
  CHECK(answer->told);
  CHECK(answer->command == "entente ask q");
  REQUIRE(answer->choices.size() == 2);
  CHECK(answer->choices[0].choice == "disputed claims");
  CHECK(answer->choices[0].finding == "1 of 2, 1 once");
  // As many support one as several now: the headline is another one, and the counts go with it.
  CHECK_FALSE(answer->choices[0].holds);
  REQUIRE(answer->choices[0].moved.size() == 2);
  CHECK(answer->choices[0].moved[0].is == "one only is no majority");
  CHECK(answer->choices[0].moved[0].turns);
  CHECK(answer->choices[0].moved[1].is ==
        "1 of 2 support two or more of 2 items, nobody more than 2");
  CHECK_FALSE(answer->choices[0].moved[1].turns);
  CHECK(answer->choices[1].setting == "src.one");
  CHECK_FALSE(answer->choices[1].told);
  CHECK_FALSE(answer->choices[1].holds);
}

TEST_CASE("what a finding states is compared piece by piece", "[question][ask]") {
  const KnowledgeGraph graph = small_graph();
  const Context context = quick();
  Projection projection;
  projection.as_of = parse_date("2020-01-01")->first;
  const Inquiry inquiry{.graph = graph,
                        .projection = projection,
                        .params = {},
                        .null_model = "",
                        .from = {},
                        .to = {},
                        .context = context};
  Question question;
  question.compare.dates = true;
  const auto compared = [&](const Finding& base, const Finding& other) {
    const auto found = other_choices(
        question, inquiry, base, [&](const Inquiry&) -> Expected<Finding> { return other; },
        [](const Inquiry&, const Finding&) { return std::string("all of it"); });
    REQUIRE(found);
    return found->choices.front();
  };
  Finding base;
  base.headline = "some";
  base.stated = {{"verdict", "more", "more, p 0.01"},
                 {"leaders", "a|b", "leaders a and b"},
                 {"counts", "5 of 9", "5 of 9", false}};
  OtherChoice choice = compared(base, base);
  CHECK(choice.holds);
  CHECK(choice_words(choice) == "dates certain: the finding holds");

  Finding other = base;
  other.stated[0].says = "more, p 0.02";  // the same verdict
  other.stated[2] = {"counts", "3 of 4", "3 of 4", false};
  choice = compared(base, other);
  CHECK(choice.holds);
  CHECK(choice_words(choice) == "dates certain: the finding holds: 3 of 4");

  other.stated[0] = {"verdict", "chance", "chance, p 0.7"};
  choice = compared(base, other);
  CHECK_FALSE(choice.holds);
  CHECK(choice_words(choice) == "dates certain: the finding does NOT hold: chance, p 0.7; 3 of 4");

  other = base;
  other.stated[1] = {"leaders", "a|c", "leaders a and c"};
  choice = compared(base, other);
  CHECK_FALSE(choice.holds);
  CHECK(choice_words(choice) == "dates certain: the finding does NOT hold: leaders a and c");
  CHECK(choice.moved.front().was == "leaders a and b");

  other = base;
  base.named = {"a", "b"};
  other.named = {"a", "c", "d"};
  choice = compared(base, other);
  CHECK(choice_words(choice) ==
        "dates certain: the finding does NOT hold (25 % of what either names): all of it");
}

TEST_CASE("a data set that lacks what a question names cannot tell", "[question][ask]") {
  const KnowledgeGraph graph = small_graph();
  const auto answer = ask(graph,
                          question_of("support-counts", "{several}",
                                      R"({"kinds": ["academia"], "items": ["agreement.other"]})"),
                          {}, quick());
  REQUIRE(answer);
  CHECK_FALSE(answer->told);
  CHECK(answer->finding ==
        "The data cannot tell: the data set has no actors of kind academia; the data set has no "
        "item 'agreement.other'.");
  CHECK(answer->missing.size() == 2);
  CHECK(answer->claims.empty());
}

TEST_CASE("options rule over the view of a question", "[question][ask]") {
  const KnowledgeGraph graph = small_graph();
  const Question question = question_of(
      "support-counts", "x", R"({"kinds": ["state"], "item_kinds": ["agreement"], "as_of": "2018",
                                 "dates": "certain", "relations": ["signed"]})");
  Asking asking;
  Projection projection = projection_of(graph, question, asking);
  CHECK(projection.actor_kinds == std::vector<std::string>{"state"});
  CHECK(projection.items == std::vector<std::string>{"agreement.pact"});
  CHECK(projection.relations == std::vector<std::string>{"signed"});
  CHECK(projection.certain_dates);
  CHECK(to_text(*projection.as_of) == "2018-12-31");
  asking.projection.actor_kinds = {"company"};
  asking.projection.as_of = parse_date("2020-05-06")->first;
  asking.dates_given = true;
  projection = projection_of(graph, question, asking);
  CHECK(projection.actor_kinds == std::vector<std::string>{"company"});
  CHECK_FALSE(projection.certain_dates);
  CHECK(to_text(*projection.as_of) == "2020-05-06");
}

TEST_CASE("every part fills every slot that it promises", "[question][part]") {
  const auto data = io::read_data_set(ENTENTE_SOURCE_DIR "/graph_data/cyber-norms");
  REQUIRE(data);
  const Context context = quick();
  for (const Part& part : parts()) {
    CAPTURE(part.id);
    Projection projection;
    projection.actor_kinds = {"state"};
    projection.items = {"agreement.paris-call", "agreement.budapest-convention",
                        "agreement.freedom-online-coalition"};
    projection.as_of = parse_date("2020-01-01")->first;
    const Inquiry inquiry{
        .graph = data->graph,
        .projection = projection,
        .params = *complete({}, part.params),
        .null_model = part.null_models.empty() ? "" : std::string(part.null_models.front()),
        .from = parse_date("2017-01-01")->first,
        .to = projection.as_of,
        .context = context};
    const auto finding = part.find(inquiry);
    REQUIRE(finding);
    REQUIRE(finding->told);
    CHECK_FALSE(finding->headline.empty());
    CHECK_FALSE(finding->uncertainty.empty());
    CHECK_FALSE(finding->flip.says.empty());
    for (const SlotSpec& slot : part.slots) {
      CAPTURE(slot.name);
      CHECK(finding->slots.contains(slot.name));
    }
    CHECK(finding->slots.size() == part.slots.size());
    for (const char* measure : {"interval", "p_value", "q_value", "stability"}) {
      // Each part says how sure it is in one of these ways at least.
      if (std::any_of(finding->uncertainty.begin(), finding->uncertainty.end(),
                      [&](const Measure& m) { return m.measure == measure; }))
        break;
      CHECK(std::string(measure) != "stability");
    }
  }
}

TEST_CASE("the faces of an answer keep to their forms", "[report][answer]") {
  const KnowledgeGraph graph = small_graph();
  const auto answer =
      ask(graph, question_of("support-counts", "{several} of {supporters}"), {}, quick());
  REQUIRE(answer);
  const std::string text = answer_text(graph, *answer, 60);
  CHECK(text.find("Who?\n\n  1 of 3\n") == 0);
  CHECK(text.find("Rests on 4 claims") != std::string::npos);
  for (const std::string& line : wrap(text, 10'000)) CHECK(display_width(line) <= 60);
  const std::string page = answer_markdown(graph, *answer);
  CHECK(page.find("# Who?\n\n1 of 3\n\n## How sure\n\n- interval: ") == 0);
  CHECK(page.find("| node | label |") != std::string::npos);
  CHECK(page.find("state.a signed agreement.pact, 2017") != std::string::npos);
  const std::string json = answers_json(graph, {*answer});
  CHECK(json.find(R"({"id":"q","question":"Who?","finding":"1 of 3","told":true,"tables":[)") == 0);
  CHECK(answers_json(graph, {*answer, *answer}).front() == '[');
  CHECK(questions_json({question_of("camps", "{count}", R"({"kinds": ["state"]})")}) ==
        "[{\"id\":\"q\",\"question\":\"Who?\",\"needs\":[\"actors: state\"]}]\n");
  CHECK(needs_of(question_of("changes", "{joined}")) ==
        std::vector<std::string>{"dates: of what held on two days"});
}
