// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/thinning.hpp"

#include <algorithm>

#include "engine/statistics/hypergeometric.hpp"

namespace entente::bipartite {

std::vector<double> thinned(const std::vector<double>& law, const Taken& set) {
  if (set.taken == set.of) return law;
  std::vector<double> result(std::min<std::size_t>(law.size(), std::size_t{set.taken} + 1), 0.0);
  for (std::size_t marked = 0; marked < law.size(); ++marked) {
    if (law[marked] == 0) continue;
    const auto f = statistics::hypergeometric(
        {.population = set.of, .marked = static_cast<std::uint32_t>(marked), .drawn = set.taken});
    for (std::size_t x = 0; x < f.size(); ++x) result[x] += law[marked] * f[x];
  }
  return result;
}

}  // namespace entente::bipartite
