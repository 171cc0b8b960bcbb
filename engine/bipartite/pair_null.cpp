// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/pair_null.hpp"

#include <algorithm>

#include "engine/base/sum.hpp"

namespace entente::bipartite {

OverlapLaw law_of(std::vector<double> chance) {
  OverlapLaw law{std::move(chance), 0, 0};
  Sum sum;
  for (std::size_t s = 0; s < law.chance.size(); ++s) sum += static_cast<double>(s) * law.chance[s];
  law.expected = sum.value();
  return law;
}

Tails tails_of(const OverlapLaw& law) {
  const std::size_t size = law.chance.size();
  Tails tails{std::vector<double>(size), std::vector<double>(size)};
  double above = law.beyond, below = 0;
  // Rounding may carry a sum of probabilities past 1.
  for (std::size_t s = size; s-- > 0;) tails.upper[s] = std::min(1.0, above += law.chance[s]);
  for (std::size_t s = 0; s < size; ++s) tails.lower[s] = std::min(1.0, below += law.chance[s]);
  // What cannot be less, or more, is sure.
  for (std::size_t s = 0; s < size; ++s) {
    tails.upper[s] = 1;
    if (law.chance[s] > 0) break;
  }
  if (law.beyond > 0) return tails;
  for (std::size_t s = size; s-- > 0;) {
    tails.lower[s] = 1;
    if (law.chance[s] > 0) break;
  }
  return tails;
}

}  // namespace entente::bipartite
