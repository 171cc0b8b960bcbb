// SPDX-License-Identifier: Apache-2.0
// A research question as data: what is looked at, by which part or methods, against which null
// model, under which other choices it is asked again, and the sentence that answers it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "engine/base/date.hpp"
#include "engine/base/value.hpp"

namespace entente {

struct QuestionView {
  std::vector<std::string> kinds, item_kinds, items, relations, countries, without;  // empty: all
  std::optional<Day> as_of, known_by;
  bool certain_dates = false;
};

struct MethodCall {
  std::string id;
  Params params;
};

// Other choices under which the question is asked again, and the two days that are compared.
struct ComparedWith {
  bool dates = false;     // the other reading of dates
  bool disputed = false;  // without disputed claims
  bool sources = false;   // without each source in turn
  std::vector<std::string> null_models;
  std::optional<Day> from, to;
};

struct Question {
  std::string id, asks;
  QuestionView view;
  std::string part;                 // empty: registry methods alone
  Params params;                    // of the part
  std::vector<MethodCall> methods;  // of the registry
  ComparedWith compare;
  std::string null_model;  // empty: the part's default
  std::string answer;      // a template with {slots}
};

// What a data set must hold for it: "actors: state", "items: agreement.paris-call", "two dates".
std::vector<std::string> needs_of(const Question& question);

}  // namespace entente
