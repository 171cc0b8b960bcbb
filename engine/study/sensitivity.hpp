// SPDX-License-Identifier: Apache-2.0
// How the headlines of a view fare under other reasonable choices: another null model, a finer or a
// coarser resolution, the other reading of the dates, disputed claims left out, and each list left
// out in turn. A headline that does not survive them all says which it does not.
//
// Headlines, of each view those that the story tells:
//   beyond_chance    whether there are coalitions (p <= 0.05)
//   same_coalitions  that they are the same (the adjusted Rand index over the actors of both is at
//                    least 0.8)
//   absentees        for each agreement with named absentees, which of them stand inside its
//                    supporters' coalition and which outside
//   absences         that no absence is unexpected (p <= 0.05), or which one is the least expected
//   unusual          who is the most unusual, p <= 0.05
//   brokers          who the first brokers_told are, in any order; of the view of all actors, whose
//                    coalitions are not told
// Absences and unusual actors have one model, bicm; they, and brokers, have no resolution.
// Cost: for each choice a search for coalitions and one on each of its null draws; a fit and its
// draws; two-mode betweenness.
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
  // For each list left out; 0: there only the coalitions and the absentees are asked again.
  std::uint32_t draws_without_list = 19;
  bool refine_draws = true;  // never where a list is left out
  std::uint32_t unusual_draws = 1000;
};

Expected<Sensitivity> find_sensitivity(const KnowledgeGraph& graph, const ViewStudy& view,
                                       const SensitivityOptions& options, const Context& context);

}  // namespace entente
