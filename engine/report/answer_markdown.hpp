// SPDX-License-Identifier: Apache-2.0
// An answer as Markdown (CommonMark with pipe tables), to be put into a page as it is.
#pragma once

#include <string>

#include "engine/question/answer.hpp"

namespace entente {

std::string answer_markdown(const KnowledgeGraph& graph, const QuestionAnswer& answer);

}  // namespace entente
