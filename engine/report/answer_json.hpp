// SPDX-License-Identifier: Apache-2.0
// Questions and answers as JSON, complete and stable.
//
//   list    [{"id","question","needs":[...]}]
//   answer  {"id","question","finding","told","tables":[{"name","columns"}],
//            "uncertainty":[{"measure","of","value","low","high","says"}],
//            "sensitivity":{"choices":[{"choice","setting","holds","agreement","shared",
//                                       "finding","moved":[{"what","was","is","turns"}]}],
//                           "choices_left_out","flip":{"claims":[ids],"size","exact","says"}},
//            "claims":[{"id","subject","relation","object","value","stance","from","until",
//                       "recorded","status","source","title","locator","url"}],
//            "missing":[...],"command"}
#pragma once

#include <string>
#include <vector>

#include "engine/question/answer.hpp"

namespace entente {

std::string questions_json(const std::vector<Question>& questions);
// One answer as an object, several as an array.
std::string answers_json(const KnowledgeGraph& graph, const std::vector<QuestionAnswer>& answers);

}  // namespace entente
