// SPDX-License-Identifier: Apache-2.0
#include "engine/bipartite/incidence.hpp"

#include <algorithm>
#include <numeric>

#include "engine/base/assert.hpp"

namespace entente::bipartite {

Incidence::Incidence(const View& view) : actors_(view.actor_count()), items_(view.item_count()) {
  ENTENTE_ASSERT(view.two_mode());
  auto shape = std::make_shared<Shape>();
  if (const Mask* mask = view.mask()) {
    shape->hidden.assign(std::size_t{actors_} * items_, 0);
    for (std::uint32_t i = 0; i < actors_; ++i) {
      for (std::uint32_t j = 0; j < items_; ++j) {
        shape->hidden[std::size_t{i} * items_ + j] = mask->known(i, j) ? 0 : 1;
      }
    }
  }
  if (view.has_roll_calls()) {
    for (std::uint32_t j = 0; j < items_; ++j) shape->other_answer.push_back(view.other_answer(j));
  }
  std::vector<std::vector<std::uint32_t>> rows(actors_);
  for (Vertex i = 0; i < actors_; ++i) {
    auto& row = rows[i];
    for (const Vertex j : view.out(i)) row.push_back(j - actors_);
    if (view.directed()) {
      for (const Vertex j : view.in(i)) row.push_back(j - actors_);
    }
    std::sort(row.begin(), row.end());
    row.erase(std::unique(row.begin(), row.end()), row.end());
    if (!shape->hidden.empty()) {
      for (const std::uint32_t j : row) shape->hidden[std::size_t{i} * items_ + j] = 0;
    }
  }
  if (!shape->hidden.empty() && view.has_roll_calls()) know_both_answers(*shape, rows);
  shape_ = std::move(shape);
  fill(rows);
}

Incidence::Incidence(std::uint32_t items, const std::vector<std::vector<std::uint32_t>>& rows,
                     std::vector<std::uint8_t> hidden, std::vector<std::uint32_t> other_answer)
    : actors_(static_cast<std::uint32_t>(rows.size())), items_(items) {
  ENTENTE_ASSERT(hidden.empty() || hidden.size() == std::size_t{actors_} * items);
  ENTENTE_ASSERT(other_answer.empty() || other_answer.size() == items);
  shape_ = std::make_shared<Shape>(Shape{std::move(hidden), std::move(other_answer)});
  fill(rows);
}

Incidence::Incidence(const Incidence& shape, const std::vector<std::vector<std::uint32_t>>& rows)
    : actors_(shape.actors_), items_(shape.items_), shape_(shape.shape_) {
  ENTENTE_ASSERT(rows.size() == actors_);
  fill(rows);
}

Incidence Incidence::turned() const {
  Incidence result;
  auto shape = std::make_shared<Shape>();
  std::vector<std::vector<std::uint32_t>> rows;
  for (std::uint32_t j = 0; j < items_; ++j) {
    const std::uint32_t other = other_answer(j);
    if (other != no_item && other < j) continue;
    auto& row = rows.emplace_back(column(j).begin(), column(j).end());
    if (other != no_item) row.insert(row.end(), column(other).begin(), column(other).end());
    std::sort(row.begin(), row.end());
    for (std::uint32_t i = 0; masked() && i < actors_; ++i) {
      shape->hidden.push_back(known(i, j) ? 0 : 1);
    }
  }
  result.actors_ = static_cast<std::uint32_t>(rows.size());
  result.items_ = actors_;
  result.shape_ = std::move(shape);
  result.fill(rows);
  return result;
}

// An actor whose answer is known has not given the other one; without it, half of a roll call says
// nothing about the actor.
void Incidence::know_both_answers(Shape& shape,
                                  const std::vector<std::vector<std::uint32_t>>& rows) const {
  const auto hidden = [&](std::uint32_t i, std::uint32_t j) -> std::uint8_t& {
    return shape.hidden[std::size_t{i} * items_ + j];
  };
  for (std::uint32_t i = 0; i < actors_; ++i) {
    for (std::uint32_t j = 0; j < items_; ++j) {
      const std::uint32_t other = shape.other_answer[j];
      if (other != no_item && hidden(i, j) != 0) hidden(i, other) = 1;
    }
    for (const std::uint32_t j : rows[i]) {
      hidden(i, j) = 0;
      if (shape.other_answer[j] != no_item) hidden(i, shape.other_answer[j]) = 0;
    }
  }
}

void Incidence::fill(const std::vector<std::vector<std::uint32_t>>& rows) {
  row_begin_.assign(1, 0);
  column_begin_.assign(items_ + 1, 0);
  for (const auto& row : rows) {
    row_items_.insert(row_items_.end(), row.begin(), row.end());
    row_begin_.push_back(row_items_.size());
  }
  for (const std::uint32_t j : row_items_) ++column_begin_[j + 1];
  std::partial_sum(column_begin_.begin(), column_begin_.end(), column_begin_.begin());
  column_actors_.resize(row_items_.size());
  std::vector<std::size_t> next(column_begin_.begin(), column_begin_.end() - 1);
  for (std::uint32_t i = 0; i < actors_; ++i) {
    for (const std::uint32_t j : row(i)) column_actors_[next[j]++] = i;
  }
}

bool Incidence::has(std::uint32_t actor, std::uint32_t item) const noexcept {
  const auto items = row(actor);
  return std::binary_search(items.begin(), items.end(), item);
}

}  // namespace entente::bipartite
