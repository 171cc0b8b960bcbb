// SPDX-License-Identifier: Apache-2.0
// Answers a question about a data set.
#pragma once

#include <string>

#include "engine/base/expected.hpp"
#include "engine/question/answer.hpp"

namespace entente {

// What a user asks for beside the question itself.
struct Asking {
  Projection projection;     // of the command line: what it names rules over the question's view
  bool dates_given = false;  // whether projection.certain_dates is the user's choice
  std::optional<Day> reference_day;  // of the data set
  std::optional<Day> from, to;       // rule over the question's
  std::string command;               // that gives this answer
};

// The projection that the question is about: its view, the user's options, and a day.
Projection projection_of(const KnowledgeGraph& graph, const Question& question,
                         const Asking& asking);

// An answer, also where the data set lacks what the question needs: then it says so. Diagnostics
// where a method fails.
Expected<QuestionAnswer> ask(const KnowledgeGraph& graph, const Question& question,
                             const Asking& asking, const Context& context);

}  // namespace entente
