// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "engine/analysis/result.hpp"
#include "engine/study/study.hpp"

namespace entente {

// One row for each headline and each other choice: whether the headline survives it.
Table sensitivity_table(const KnowledgeGraph& graph, const Study& study);

}  // namespace entente
