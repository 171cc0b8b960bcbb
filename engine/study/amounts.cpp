// SPDX-License-Identifier: Apache-2.0
#include "engine/study/amounts.hpp"

namespace entente {

Amounts amounts_of(Effort effort) noexcept {
  switch (effort) {
    case Effort::quick:
      return {{.restarts = 5, .restarts_of_draw = 1, .draws = 39, .replicates = 15},
              199,
              200,
              {.restarts = 2,
               .restarts_of_draw = 1,
               .draws = 19,
               .draws_without_list = 0,
               .refine_draws = false,
               .unusual_draws = 200}};
    case Effort::thorough:
      return {{.restarts = 100, .restarts_of_draw = 20, .draws = 1000, .replicates = 500},
              10'000,
              10'000,
              {.restarts = 20,
               .restarts_of_draw = 4,
               .draws = 199,
               .draws_without_list = 199,
               .unusual_draws = 10'000}};
    case Effort::normal:
      break;
  }
  return {{.restarts = 20, .restarts_of_draw = 2, .draws = 200, .replicates = 60}, 1000, 1000, {}};
}

}  // namespace entente
