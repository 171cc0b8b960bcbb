// SPDX-License-Identifier: Apache-2.0
// How the headlines of a view fare under other reasonable choices: another null model, a finer or a
// coarser resolution, the other reading of the dates, disputed claims left out, and each list left
// out in turn. A headline that does not survive them all says which it does not.
//
// Headlines: whether there are coalitions beyond chance (p <= 0.05); that they are the same (the
// adjusted Rand index over the actors of both is at least 0.8); for each agreement with named
// absentees, which of them stand inside its supporters' coalition and which outside.
// Cost: for each choice a search for coalitions and one on each of its null draws.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/study/study.hpp"

namespace entente {

struct SensitivityOptions {
  std::uint32_t restarts = 5, restarts_of_draw = 1;
  std::uint32_t draws = 39;  // at least 19: no p of 0.05 or less otherwise
  // For each list left out; 0: what is beyond chance is not asked again there.
  std::uint32_t draws_without_list = 19;
};

Sensitivity find_sensitivity(const KnowledgeGraph& graph, const ViewStudy& view,
                             const SensitivityOptions& options, const Context& context);

}  // namespace entente
