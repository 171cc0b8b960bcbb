// SPDX-License-Identifier: Apache-2.0
#include "engine/report/answer_json.hpp"

#include "engine/io/json.hpp"
#include "engine/report/json.hpp"

namespace entente {
namespace {

void write_texts(io::JsonWriter& json, const std::vector<std::string>& texts) {
  json.begin_array();
  for (const std::string& text : texts) json.text(text);
  json.end_array();
}

void write_claim(io::JsonWriter& json, const KnowledgeGraph& graph, ClaimId id) {
  const Claim& claim = graph.claim(id);
  const Source& source = graph.source(claim.source);
  json.begin_object().key("id").text(graph.text(claim.id));
  json.key("subject").text(graph.id(claim.subject));
  json.key("relation").text(graph.text(claim.verb));
  json.key("object").text(graph.id(claim.object));
  json.key("value").text(graph.text(claim.value));
  json.key("stance");
  if (claim.stance == no_stance) {
    json.null();
  } else {
    json.number(std::int64_t{claim.stance});
  }
  json.key("from").text(to_text(claim.from)).key("until").text(to_text(claim.until));
  json.key("recorded").text(to_text(claim.recorded)).key("status").text(word(claim.status));
  json.key("source").text(graph.text(source.id)).key("title").text(graph.text(source.title));
  json.key("locator").text(graph.text(claim.locator)).key("url").text(graph.text(source.url));
  json.end_object();
}

void write_uncertainty(io::JsonWriter& json, const std::vector<Measure>& measures) {
  json.key("uncertainty").begin_array();
  for (const Measure& m : measures) {
    json.begin_object().key("measure").text(m.measure).key("of").text(m.of);
    json.key("value").number(m.value).key("low").number(m.low).key("high").number(m.high);
    json.key("says").text(m.says).end_object();
  }
  json.end_array();
}

void write_sensitivity(io::JsonWriter& json, const KnowledgeGraph& graph,
                       const QuestionAnswer& answer) {
  json.key("sensitivity").begin_object().key("choices").begin_array();
  for (const OtherChoice& other : answer.choices) {
    json.begin_object().key("choice").text(other.choice).key("setting").text(other.setting);
    json.key("holds").boolean(other.holds).key("agreement").number(other.agreement);
    json.key("shared").number(other.shared);
    json.key("finding").text(other.finding).key("moved").begin_array();
    for (const Moved& moved : other.moved) {
      json.begin_object().key("what").text(moved.what).key("was").text(moved.was);
      json.key("is").text(moved.is).key("turns").boolean(moved.turns).end_object();
    }
    json.end_array().end_object();
  }
  json.end_array();
  json.key("choices_left_out").number(std::int64_t{answer.choices_left_out});
  json.key("flip").begin_object().key("claims").begin_array();
  for (const ClaimId claim : answer.flip.claims) json.text(graph.text(graph.claim(claim).id));
  json.end_array();
  json.key("size").number(static_cast<std::int64_t>(answer.flip.claims.size()));
  json.key("exact").boolean(answer.flip.exact).key("says").text(answer.flip.says).end_object();
  json.end_object();
}

void write_answer(io::JsonWriter& json, const KnowledgeGraph& graph, const QuestionAnswer& answer) {
  json.begin_object().key("id").text(answer.id).key("question").text(answer.asks);
  json.key("finding").text(answer.finding).key("told").boolean(answer.told);
  json.key("tables").begin_array();
  for (const Table& table : answer.tables) write_table(json, table, View());
  json.end_array();
  write_uncertainty(json, answer.uncertainty);
  write_sensitivity(json, graph, answer);
  json.key("claims").begin_array();
  for (const ClaimId claim : answer.claims) write_claim(json, graph, claim);
  json.end_array();
  write_texts(json.key("missing"), answer.missing);
  json.key("command").text(answer.command).end_object();
}

}  // namespace

std::string questions_json(const std::vector<Question>& questions) {
  std::string text;
  {
    io::JsonWriter json(text);
    json.begin_array();
    for (const Question& question : questions) {
      json.begin_object().key("id").text(question.id).key("question").text(question.asks);
      write_texts(json.key("needs"), needs_of(question));
      json.end_object();
    }
    json.end_array();
  }
  return text + '\n';
}

std::string answers_json(const KnowledgeGraph& graph, const std::vector<QuestionAnswer>& answers) {
  std::string text;
  {
    io::JsonWriter json(text);
    if (answers.size() != 1) json.begin_array();
    for (const QuestionAnswer& answer : answers) write_answer(json, graph, answer);
    if (answers.size() != 1) json.end_array();
  }
  return text + '\n';
}

}  // namespace entente
