// SPDX-License-Identifier: Apache-2.0
// Where an observation stands among draws of a null model: their mean and standard deviation, z,
// and the chance of as much or more and of as much or less, (1 + #) / (1 + N).
#pragma once

#include <cstdint>
#include <span>

namespace entente::statistics {

struct AgainstDraws {
  double mean = 0, sd = 0;
  double z = 0;  // (observed - mean) / sd; NaN where the draws do not differ
  double p_upper = 1, p_lower = 1;
};

// Draws within a billionth of the observation count as equal to it: equal values may be sums in
// another order. No draws: z is NaN and both p are 1.
AgainstDraws against_draws(double observed, std::span<const double> draws);

}  // namespace entente::statistics
