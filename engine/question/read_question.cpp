// SPDX-License-Identifier: Apache-2.0
#include "engine/question/read_question.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/analysis/registry.hpp"
#include "engine/base/assert.hpp"
#include "engine/base/suggest.hpp"
#include "engine/io/json_schema.hpp"
#include "engine/question/part.hpp"
#include "engine/question/sentence.hpp"

namespace entente {
namespace {

using io::JsonMember;
using io::JsonValue;
using Words = std::vector<std::string>;

Words words(const JsonValue* list) {
  Words result;
  if (list == nullptr) return result;
  for (const JsonValue& entry : *list->array()) result.push_back(*entry.text());
  return result;
}

// The schema has been met: members have their types.
class Reader {
 public:
  explicit Reader(const io::JsonDocument& document) : document_(document) {}

  Expected<Question> read() {
    const JsonValue& root = document_.root;
    question_.id = *root.find("id")->text();
    question_.asks = *root.find("question")->text();
    read_view(*root.find("view"));
    read_method(*root.find("method"));
    if (!problems_.empty()) return problems_;  // what follows would complain of the same
    if (const JsonValue* const compare = root.find("compare")) read_compare(*compare);
    if (const JsonValue* const model = root.find("null_model"))
      question_.null_model = null_model(*model);
    question_.answer = *root.find("answer")->text();
    check_slots(*root.find("answer"));
    if (!problems_.empty()) return problems_;
    return std::move(question_);
  }

 private:
  void complain(const char* code, std::string message, std::string hint, std::uint64_t offset) {
    problems_.push_back(
        error(code, std::move(message), std::move(hint), document_.source.position(offset)));
  }

  std::optional<Day> day(const JsonValue* value) {
    if (value == nullptr) return std::nullopt;
    const auto span = parse_date(*value->text());
    if (!span) {
      complain("Q205", fmt::format("'{}' is not a date", *value->text()),
               "a day that there is, such as 2018-12-31", value->offset());
      return std::nullopt;
    }
    return span->last;
  }

  void read_view(const JsonValue& view) {
    question_.view = {.kinds = words(view.find("kinds")),
                      .item_kinds = words(view.find("item_kinds")),
                      .items = words(view.find("items")),
                      .relations = words(view.find("relations")),
                      .countries = words(view.find("countries")),
                      .without = words(view.find("without")),
                      .as_of = day(view.find("as_of")),
                      .known_by = day(view.find("known_by"))};
    const JsonValue* const dates = view.find("dates");
    question_.view.certain_dates = dates != nullptr && *dates->text() == "certain";
  }

  void read_method(const JsonValue& method) {
    for (const JsonMember& member : *method.object()) {
      Params given;
      for (const JsonMember& param : *member.value.object()) given[param.key] = value(param.value);
      const Part* const part = find_part(member.key);
      const Analysis* const analysis = find_analysis(member.key);
      if (part == nullptr && analysis == nullptr) {
        complain("Q201", fmt::format("unknown part or method '{}'", member.key),
                 did_you_mean(member.key, known_methods(),
                              "`entente ask --parts` and `entente methods` list them"),
                 member.key_offset);
        continue;
      }
      if (part != nullptr && !question_.part.empty()) {
        complain("Q202",
                 fmt::format("'{}' is a second part beside '{}'", member.key, question_.part),
                 "a question has one part, and any number of methods", member.key_offset);
        continue;
      }
      auto params = complete(given, part != nullptr ? part->params : analysis->params);
      if (!params) {
        for (Diagnostic problem : params.error()) {
          problem.where = document_.at(member.value);
          problems_.push_back(std::move(problem));
        }
        continue;
      }
      if (part != nullptr) {
        question_.part = member.key;
        question_.params = *std::move(params);
      } else {
        question_.methods.push_back({member.key, *std::move(params)});
      }
    }
  }

  static Value value(const JsonValue& given) {
    if (given.boolean() != nullptr) return *given.boolean();
    if (given.integer() != nullptr) return *given.integer();
    if (given.is_number()) return *given.number();
    return *given.text();
  }

  static Words known_methods() {
    Words known;
    for (const Part& part : parts()) known.emplace_back(part.id);
    for (const Analysis& analysis : analyses()) known.emplace_back(analysis.method.id);
    return known;
  }

  void read_compare(const JsonValue& compare) {
    const auto flag = [&](const char* name) {
      const JsonValue* const value = compare.find(name);
      return value != nullptr && *value->boolean();
    };
    ComparedWith& result = question_.compare;
    result = {
        flag("dates"),          flag("disputed"), flag("sources"), {}, day(compare.find("from")),
        day(compare.find("to"))};
    if (const JsonValue* const models = compare.find("null_models")) {
      for (const JsonValue& model : *models->array())
        result.null_models.push_back(null_model(model));
    }
    if ((result.from || result.to) && question_.part != "changes") {
      complain("Q206", "'from' and 'to' are read by 'changes' alone",
               "as_of in the view says a day", compare.offset());
    }
    if (result.from && result.to && *result.to < *result.from) {
      complain("Q205", "'to' is before 'from'", "exchange them", compare.find("to")->offset());
    }
  }

  std::string null_model(const JsonValue& name) {
    const Part* const part = find_part(question_.part);
    const auto& known = part == nullptr ? std::vector<std::string_view>() : part->null_models;
    if (std::find(known.begin(), known.end(), *name.text()) == known.end()) {
      complain(
          "Q203",
          fmt::format("'{}' has no null model '{}'",
                      part == nullptr ? std::string("a method of the registry") : question_.part,
                      *name.text()),
          known.empty() ? "leave it out" : fmt::format("it has {}", fmt::join(known, ", ")),
          name.offset());
    }
    return *name.text();
  }

  void check_slots(const JsonValue& answer) {
    Words known{"day", "data_set", "actors", "items"};
    if (const Part* const part = find_part(question_.part)) {
      for (const SlotSpec& slot : part->slots) known.emplace_back(slot.name);
    }
    for (const MethodCall& call : question_.methods) known.push_back(call.id);
    for (const auto& [name, at] : slots_in(*answer.text())) {
      if (std::find(known.begin(), known.end(), name) != known.end()) continue;
      complain("Q204", fmt::format("the answer has a slot '{}' that nothing fills", name),
               did_you_mean(name, known, fmt::format("it has {}", fmt::join(known, ", "))),
               answer.offset());
    }
  }

  const io::JsonDocument& document_;
  Question question_;
  Diagnostics problems_;
};

}  // namespace

Expected<Question> read_question(std::string text, std::string file) {
  const auto document = io::parse_json(std::move(text), std::move(file));
  if (!document) return document.error();
  const auto schema = io::parse_json(std::string(question_schema()), "question.schema.json");
  ENTENTE_ASSERT(schema);
  if (Diagnostics problems = io::schema_problems(*document, schema->root); !problems.empty())
    return problems;
  return Reader(*document).read();
}

std::vector<std::string> needs_of(const Question& question) {
  Words needs;
  const auto add = [&](const char* what, const Words& words) {
    if (!words.empty()) needs.push_back(fmt::format("{}: {}", what, fmt::join(words, ", ")));
  };
  add("actors", question.view.kinds);
  if (question.view.items.empty()) add("items", question.view.item_kinds);
  add("items", question.view.items);
  add("relations", question.view.relations);
  if (question.view.certain_dates) needs.push_back("dates: certain");
  if (question.part == "changes") needs.push_back("dates: of what held on two days");
  if (needs.empty()) needs.push_back("actors with stances on items");
  return needs;
}

}  // namespace entente
