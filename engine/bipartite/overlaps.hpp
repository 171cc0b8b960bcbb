// SPDX-License-Identifier: Apache-2.0
// What two nodes of one side of a two-mode table share, for every pair that shares anything: the
// loop behind projections and butterflies.
//
// Cost: the sum of the squared degrees of the other side, half of it where pairs are unordered.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "engine/bipartite/incidence.hpp"

namespace entente::bipartite {

enum class Mode : std::uint8_t { actor, item };

// The table seen from one side: its own nodes, and what each is joined to.
class SideOf {
 public:
  SideOf(const Incidence& table, Mode mode) : table_(&table), actor_(mode == Mode::actor) {}
  std::uint32_t size() const noexcept { return actor_ ? table_->actors() : table_->items(); }
  std::uint32_t other_size() const noexcept { return actor_ ? table_->items() : table_->actors(); }
  std::span<const std::uint32_t> joined(std::uint32_t own) const noexcept {
    return actor_ ? table_->row(own) : table_->column(own);
  }
  std::span<const std::uint32_t> members(std::uint32_t other) const noexcept {
    return actor_ ? table_->column(other) : table_->row(other);
  }
  bool known(std::uint32_t own, std::uint32_t other) const noexcept {
    return actor_ ? table_->known(own, other) : table_->known(other, own);
  }

 private:
  const Incidence* table_;
  bool actor_;
};

// Sums over what u shares with each later node of its side; one object serves many nodes.
class Overlaps {
 public:
  explicit Overlaps(const SideOf& side)
      : side_(&side), shared_(side.size(), 0), sum_(side.size(), 0) {}

  // term: what a node of the other side adds to a pair's sum; empty: nothing is summed.
  void from(std::uint32_t u, std::span<const double> term = {});

  // After from(u): the nodes after u that share anything with it, ascending.
  const std::vector<std::uint32_t>& partners() const noexcept { return partners_; }
  std::uint32_t shared(std::uint32_t partner) const noexcept { return shared_[partner]; }
  double sum(std::uint32_t partner) const noexcept { return sum_[partner]; }

 private:
  const SideOf* side_;
  std::vector<std::uint32_t> shared_, partners_;
  std::vector<double> sum_;
};

}  // namespace entente::bipartite
