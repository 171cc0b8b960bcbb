// SPDX-License-Identifier: Apache-2.0
// The ties of each node to the others as a profile, and how alike two profiles are.
//
// One-mode: W_ik for all k and, of a digraph, W_ki; a pair is compared over third parties only.
// Two-mode: the rows of actors or the columns of items, over the cells known for both.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "engine/bipartite/incidence.hpp"
#include "engine/bipartite/overlaps.hpp"
#include "engine/graph/view.hpp"

namespace entente::structure {

enum class Comparison : std::uint8_t { euclid, hamming, correlation };

class Profiles {
 public:
  explicit Profiles(const View& view);  // one-mode
  Profiles(const bipartite::Incidence& table, bipartite::Mode mode);

  std::uint32_t size() const noexcept { return std::uint32_t(rows_.size()); }
  std::uint32_t positions() const noexcept { return positions_; }
  // Where the profile is not 0, ascending. One-mode: k for W_ik, and size() + k for W_ki.
  const std::vector<std::pair<std::uint32_t, double>>& row(std::uint32_t node) const noexcept {
    return rows_[node];
  }
  // i and j differ. Distances are 0 over no position; a correlation is NaN where one of the
  // profiles does not vary.
  double compare(std::uint32_t i, std::uint32_t j, Comparison comparison) const;

 private:
  bool is_position(std::uint32_t position, std::uint32_t i, std::uint32_t j) const;

  bool third_parties_ = false;
  std::uint32_t positions_ = 0;
  std::vector<std::vector<std::pair<std::uint32_t, double>>> rows_;
  std::vector<std::vector<std::uint32_t>> hidden_;  // by node, ascending; empty: nothing is
};

}  // namespace entente::structure
