// SPDX-License-Identifier: Apache-2.0
// What a data set holds, for eyes: nodes by kind, claims by relation and how well they are dated,
// and whose silence about which item means anything.
#pragma once

#include <cstddef>
#include <string>

#include "engine/model/summary.hpp"

namespace entente {

struct SummaryTextOptions {
  std::size_t width = 80;
  std::size_t rows = 20;  // of the tables of items and of contradictions
};

std::string to_text(const KnowledgeGraph& graph, const Summary& summary,
                    const SummaryTextOptions& options);

}  // namespace entente
