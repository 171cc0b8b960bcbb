// SPDX-License-Identifier: Apache-2.0
// What a view cannot tell, in sentences: undated signatures, lists that are incomplete (those
// with most names first), memberships in blocs that were read after the day, too few items,
// coalitions that another optimum or another reading would draw otherwise.
#pragma once

#include <string>
#include <vector>

#include "engine/study/study.hpp"

namespace entente {

std::vector<std::string> cautions(const KnowledgeGraph& graph, const ViewStudy& study);

}  // namespace entente
