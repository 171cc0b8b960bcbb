// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/draw_table.hpp"

#include <utility>
#include <vector>

namespace entente::bipartite {

Incidence draw_table(const BicmFit& fit, Rng& rng) {
  const Incidence& data = fit.table();
  std::vector<std::vector<std::uint32_t>> rows(data.actors());
  std::vector<std::uint8_t> held(data.items());
  for (std::uint32_t i = 0; i < data.actors(); ++i) {
    held.assign(data.items(), 0);
    for (std::uint32_t j = 0; j < data.items(); ++j) {
      const std::uint32_t other = data.other_answer(j);
      if (other != no_item && other < j) continue;  // drawn with the other answer
      const double u = rng.uniform();
      const double p = fit.probability(i, j);
      if (u < p) {
        held[j] = 1;
      } else if (other != no_item && u < p + fit.probability(i, other)) {
        held[other] = 1;
      }
    }
    for (std::uint32_t j = 0; j < data.items(); ++j) {
      if (held[j] != 0) rows[i].push_back(j);
    }
  }
  return {data, rows};
}

}  // namespace entente::bipartite
