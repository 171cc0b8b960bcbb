// SPDX-License-Identifier: Apache-2.0
// One row of the configuration model as independent trials, and draws of it with a fixed number of
// ones.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/bipartite/bicm_fit.hpp"

namespace entente::bipartite {

// The known items of an actor; a roll call is one trial with both its answers.
struct Trial {
  std::array<std::uint32_t, 2> item{no_item, no_item};
  std::array<double, 2> chance{0, 0};  // of a 1; the answers exclude each other
  double none() const noexcept;        // of neither
};
std::vector<Trial> trials_of_row(const BicmFit& fit, std::uint32_t actor);

// outcome[t]: the answer (0 or 1) that has the 1 in trial t, or no_answer.
using RowOutcome = std::vector<std::uint8_t>;
inline constexpr std::uint8_t no_answer = 2;
double chance_of(const Trial& trial, std::uint8_t outcome) noexcept;

// Draws from the trials given the number of ones, each item's chance being what it is under the
// model given that number.
class ConditionalRow {
 public:
  ConditionalRow(std::vector<Trial> trials, std::uint32_t ones);
  // False where no outcome with that many ones is possible; then there is nothing to draw.
  bool possible() const noexcept { return possible_; }
  void draw(Rng& rng, RowOutcome& outcome) const;

 private:
  double left(std::size_t trial, std::size_t ones) const noexcept {
    return left_[trial * (std::size_t{ones_} + 1) + ones];
  }
  std::vector<Trial> trials_;
  std::uint32_t ones_;
  bool possible_ = true;
  std::vector<double> left_;  // P(the trials from t on have c ones), up to a factor for each t
};

}  // namespace entente::bipartite
