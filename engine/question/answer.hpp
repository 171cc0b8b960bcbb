// SPDX-License-Identifier: Apache-2.0
// An answer as a value: the finding in a sentence, the tables behind it, how sure it is, what would
// change it, the claims that it rests on, what is missing, and the command that gives it again.
#pragma once

#include <string>
#include <vector>

#include "engine/question/part.hpp"
#include "engine/question/question.hpp"

namespace entente {

// A piece of the finding that is another one under another choice.
struct Moved {
  std::string what, was, is;
  bool turns = true;  // the finding does not hold; false: only numbers are others
};

// The question asked again under one other choice.
struct OtherChoice {
  std::string choice, setting;  // "dates", "certain"
  bool told = true;             // whether the data can tell under it
  bool holds = true;            // whether the finding does
  std::string finding;
  double agreement = no_number;  // of the groups of actors: adjusted Rand index
  double shared = no_number;     // of what either finding names: the share that both do
  std::vector<Moved> moved{};
};

struct QuestionAnswer {
  std::string id, asks, finding;
  bool told = true;  // false: the data cannot tell
  std::vector<Table> tables;
  std::vector<Measure> uncertainty;
  std::vector<OtherChoice> choices;
  std::uint32_t choices_left_out = 0;  // sources that were not left out in turn for want of effort
  Flip flip;
  std::vector<ClaimId> claims;
  std::vector<std::string> missing;
  std::string command;
};

}  // namespace entente
