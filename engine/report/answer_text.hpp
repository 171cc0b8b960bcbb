// SPDX-License-Identifier: Apache-2.0
// Questions and answers for eyes: the finding first, then how sure it is, what would change it, the
// first rows of its tables and the first of its claims, what is missing, and the command.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "engine/question/answer.hpp"

namespace entente {

std::string questions_text(const std::vector<Question>& questions, std::size_t width);
std::string parts_text(std::size_t width);
std::string answer_text(const KnowledgeGraph& graph, const QuestionAnswer& answer,
                        std::size_t width);

// Sentences that the faces of an answer share.
// "dates certain: the finding holds: 23 of 201 ..." or "dates certain: the finding does NOT hold:
// fewer than chance gives ...": what is another one under the choice, the numbers last.
std::string choice_words(const OtherChoice& choice);

}  // namespace entente
