// SPDX-License-Identifier: Apache-2.0
// How many of `drawn` things, drawn without putting any back, are among the `marked` ones of a
// population.
//
//   P(X = x) = C(marked, x) C(population - marked, drawn - x) / C(population, drawn)
//
// Cost     O(size of the law). Ratios of neighbours from the most likely number on, so that every
//          chance has its digits.
#pragma once

#include <cstdint>
#include <vector>

namespace entente::statistics {

struct Draw {
  std::uint32_t population = 0, marked = 0, drawn = 0;  // the last two at most the first
};
// By x = 0 .. min(marked, drawn).
std::vector<double> hypergeometric(const Draw& draw);

}  // namespace entente::statistics
