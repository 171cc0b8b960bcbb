// SPDX-License-Identifier: Apache-2.0
// A two-mode View as a 0/1 table with rows (actors), columns (items) and cells that could not be
// seen: what two-mode statistics and null models read. Parallel edges count once.
#pragma once

#include <memory>
#include <span>
#include <vector>

#include "engine/graph/view.hpp"

namespace entente::bipartite {

class Incidence {
 public:
  // Two-mode Views only. Direction and signs are not looked at: every edge is a 1.
  explicit Incidence(const View& view);
  // For replicates: the items of each actor, ascending; what is hidden, by row (empty: nothing);
  // the other answers, by item (empty: none).
  Incidence(std::uint32_t items, const std::vector<std::vector<std::uint32_t>>& rows,
            std::vector<std::uint8_t> hidden, std::vector<std::uint32_t> other_answer);
  // For samples of null models: the same shape, mask and roll calls with other cells
  // (items of each actor, ascending).
  Incidence(const Incidence& shape, const std::vector<std::vector<std::uint32_t>>& rows);

  // Items become rows and actors columns; a roll call is one row, that of all who answered.
  Incidence turned() const;

  std::uint32_t actors() const noexcept { return actors_; }
  std::uint32_t items() const noexcept { return items_; }
  std::size_t cells() const noexcept { return row_items_.size(); }  // ones
  std::span<const std::uint32_t> row(std::uint32_t actor) const noexcept {
    return {row_items_.data() + row_begin_[actor], row_items_.data() + row_begin_[actor + 1]};
  }
  std::span<const std::uint32_t> column(std::uint32_t item) const noexcept {
    return {column_actors_.data() + column_begin_[item],
            column_actors_.data() + column_begin_[item + 1]};
  }
  std::uint32_t row_sum(std::uint32_t actor) const noexcept {
    return static_cast<std::uint32_t>(row_begin_[actor + 1] - row_begin_[actor]);
  }
  std::uint32_t column_sum(std::uint32_t item) const noexcept {
    return static_cast<std::uint32_t>(column_begin_[item + 1] - column_begin_[item]);
  }
  bool has(std::uint32_t actor, std::uint32_t item) const noexcept;  // O(log row)

  // A cell that holds a 1 is always known; of a roll call both answers are, or neither.
  bool known(std::uint32_t actor, std::uint32_t item) const noexcept {
    return shape_->hidden.empty() || shape_->hidden[std::size_t{actor} * items_ + item] == 0;
  }
  bool masked() const noexcept { return !shape_->hidden.empty(); }
  // The other answer (yes or no) of the same roll call, or no_item. The two exclude each other.
  std::uint32_t other_answer(std::uint32_t item) const noexcept {
    return shape_->other_answer.empty() ? no_item : shape_->other_answer[item];
  }
  bool has_roll_calls() const noexcept { return !shape_->other_answer.empty(); }

 private:
  Incidence() = default;
  struct Shape {
    std::vector<std::uint8_t> hidden;         // by row; empty: all known
    std::vector<std::uint32_t> other_answer;  // by item; empty: none
  };
  void know_both_answers(Shape& shape, const std::vector<std::vector<std::uint32_t>>& rows) const;
  void fill(const std::vector<std::vector<std::uint32_t>>& rows);

  std::uint32_t actors_ = 0, items_ = 0;
  std::vector<std::size_t> row_begin_, column_begin_;
  std::vector<std::uint32_t> row_items_, column_actors_;
  std::shared_ptr<const Shape> shape_;
};

}  // namespace entente::bipartite
