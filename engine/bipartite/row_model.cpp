// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/row_model.hpp"

#include <algorithm>

namespace entente::bipartite {

double Trial::none() const noexcept { return std::max(0.0, 1 - (chance[0] + chance[1])); }

double chance_of(const Trial& trial, std::uint8_t outcome) noexcept {
  return outcome == no_answer ? trial.none() : trial.chance[outcome];
}

std::vector<Trial> trials_of_row(const BicmFit& fit, std::uint32_t actor) {
  const Incidence& table = fit.table();
  std::vector<Trial> trials;
  for (std::uint32_t j = 0; j < table.items(); ++j) {
    const std::uint32_t other = table.other_answer(j);
    if (!table.known(actor, j) || (other != no_item && other < j)) continue;
    Trial trial;
    trial.item = {j, other};
    trial.chance[0] = fit.probability(actor, j);
    if (other != no_item) trial.chance[1] = fit.probability(actor, other);
    trials.push_back(trial);
  }
  return trials;
}

ConditionalRow::ConditionalRow(std::vector<Trial> trials, std::uint32_t ones)
    : trials_(std::move(trials)), ones_(ones) {
  const std::size_t width = std::size_t{ones} + 1;
  left_.assign((trials_.size() + 1) * width, 0.0);
  left_[trials_.size() * width] = 1;
  for (std::size_t t = trials_.size(); t-- > 0;) {
    const double none = trials_[t].none(), one = trials_[t].chance[0] + trials_[t].chance[1];
    double largest = 0;
    for (std::size_t c = 0; c < width; ++c) {
      double& value = left_[t * width + c];
      value = none * left(t + 1, c) + (c > 0 ? one * left(t + 1, c - 1) : 0.0);
      largest = std::max(largest, value);
    }
    if (largest == 0) break;
    for (std::size_t c = 0; c < width; ++c) left_[t * width + c] /= largest;
  }
  possible_ = left(0, ones) > 0;
}

void ConditionalRow::draw(Rng& rng, RowOutcome& outcome) const {
  outcome.assign(trials_.size(), no_answer);
  std::size_t ones = ones_;
  for (std::size_t t = 0; t < trials_.size() && ones > 0; ++t) {
    const Trial& trial = trials_[t];
    const double none = trial.none() * left(t + 1, ones);
    const double first = trial.chance[0] * left(t + 1, ones - 1);
    const double second = trial.chance[1] * left(t + 1, ones - 1);
    const double u = rng.uniform() * (none + first + second);
    if (u < first) {
      outcome[t] = 0;
    } else if (u < first + second) {
      outcome[t] = 1;
    } else {
      continue;
    }
    --ones;
  }
}

}  // namespace entente::bipartite
