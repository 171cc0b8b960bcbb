// SPDX-License-Identifier: Apache-2.0
// Cells whose chance the degrees alone decide in every model with the right expectations: empty and
// full rows and columns, again and again, each lowering the degrees of the other side. What is left
// open has finite multipliers, but for a few tables whose degrees leave no choice in other ways.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/bipartite/bicm_classes.hpp"

namespace entente::bipartite {

struct BicmPeel {
  explicit BicmPeel(const BicmClasses& classes);

  // By row class, unit class and answer.
  std::size_t cell(std::size_t r, std::size_t u, std::size_t answer) const noexcept {
    return (r * unit_count + u) * 2 + answer;
  }
  std::size_t unit_count;
  std::vector<double> chance;             // of decided cells; 0 elsewhere
  std::vector<std::uint8_t> row_open;     // by row class
  std::vector<std::uint8_t> answer_open;  // by unit class and answer: 2 u + answer
  std::vector<std::uint32_t> row_degree;  // what the open cells have to add up to
  std::vector<std::uint32_t> answer_degree;
};

}  // namespace entente::bipartite
