// SPDX-License-Identifier: Apache-2.0
// How much the parts of a question compute at each effort; `brief` where they are asked again under
// another choice.
#pragma once

#include "engine/analysis/context.hpp"
#include "engine/study/coalitions.hpp"

namespace entente::question {

inline CoalitionOptions coalition_amounts(Effort effort, bool brief) {
  switch (effort) {
    case Effort::quick:
      if (brief) return {.restarts = 4, .restarts_of_draw = 1, .draws = 39, .replicates = 0};
      return {.restarts = 10, .restarts_of_draw = 2, .draws = 99, .replicates = 30};
    case Effort::thorough:
      if (brief) return {.restarts = 20, .restarts_of_draw = 4, .draws = 199, .replicates = 0};
      return {.restarts = 100, .restarts_of_draw = 20, .draws = 999, .replicates = 500};
    case Effort::normal:
      break;
  }
  if (brief) return {.restarts = 10, .restarts_of_draw = 2, .draws = 99, .replicates = 0};
  return {.restarts = 20, .restarts_of_draw = 4, .draws = 199, .replicates = 60};
}

inline std::uint32_t broker_draws(Effort effort, bool brief) {
  switch (effort) {
    case Effort::quick:
      return brief ? 39 : 99;
    case Effort::thorough:
      return brief ? 199 : 1999;
    case Effort::normal:
      break;
  }
  return brief ? 99 : 499;
}

}  // namespace entente::question
