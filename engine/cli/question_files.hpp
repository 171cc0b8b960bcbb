// SPDX-License-Identifier: Apache-2.0
// Where questions are found: files by their path; named ones in the folder questions/ of the data
// set, then in that of the shipped cyber-norms.
#pragma once

#include <string>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/question/question.hpp"

namespace entente::cli {

struct QuestionFolder {
  std::vector<Question> questions;  // by file name
  // What is wrong with the files that are none, by their names without .json.
  std::vector<std::pair<std::string, Diagnostics>> broken;
};

// What is wrong with the question files of a data set.
Diagnostics broken_questions(const std::string& data_set);

// `data_set` and `folder` are where the data set and others are looked for.
QuestionFolder questions_for(const std::string& data_set, const std::string& folder);

// Throws CommandLineError, with a suggestion, where there is no question of this name; diagnostics
// where its file is wrong.
Expected<Question> question_named(const std::string& name, const QuestionFolder& known);

}  // namespace entente::cli
