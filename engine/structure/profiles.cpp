// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/profiles.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/sum.hpp"

namespace entente::structure {
namespace {

using Row = std::vector<std::pair<std::uint32_t, double>>;

// Parallel edges add.
void add_ties(Row& row, std::span<const Vertex> others, std::span<const std::uint32_t> edges,
              std::uint32_t offset, const View& view) {
  for (std::size_t k = 0; k < others.size(); ++k) {
    const std::uint32_t position = offset + others[k];
    if (!row.empty() && row.back().first == position) {
      row.back().second += view.strength(edges[k]);
    } else {
      row.emplace_back(position, view.strength(edges[k]));
    }
  }
}

// Calls use(x, y, position) where one of the two rows has an entry.
template <class Use>
void for_union(const Row& a, const Row& b, Use&& use) {
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() || y != b.end()) {
    const bool of_a = y == b.end() || (x != a.end() && x->first <= y->first);
    const bool of_b = x == a.end() || (y != b.end() && y->first <= x->first);
    const std::uint32_t position = of_a ? x->first : y->first;
    use(of_a ? x->second : 0.0, of_b ? y->second : 0.0, position);
    if (of_a) ++x;
    if (of_b) ++y;
  }
}

struct Range {
  double low = std::numeric_limits<double>::infinity(), high = -low;
  void add(double x) {
    low = std::min(low, x);
    high = std::max(high, x);
  }
  bool varies() const { return low < high; }
};

// Positions where both are 0 are counted, not visited.
double correlation(const std::vector<std::pair<double, double>>& cells, std::size_t zeros) {
  Range in_a, in_b;
  Sum sum_a, sum_b;
  for (const auto& [x, y] : cells) {
    in_a.add(x);
    in_b.add(y);
    sum_a += x;
    sum_b += y;
  }
  if (zeros > 0) {
    in_a.add(0);
    in_b.add(0);
  }
  if (!in_a.varies() || !in_b.varies()) return std::numeric_limits<double>::quiet_NaN();
  const auto count = double(cells.size() + zeros);
  const double mean_a = sum_a.value() / count, mean_b = sum_b.value() / count;
  Sum both, of_a, of_b;
  for (const auto& [x, y] : cells) {
    both += (x - mean_a) * (y - mean_b);
    of_a += (x - mean_a) * (x - mean_a);
    of_b += (y - mean_b) * (y - mean_b);
  }
  both += double(zeros) * mean_a * mean_b;
  of_a += double(zeros) * mean_a * mean_a;
  of_b += double(zeros) * mean_b * mean_b;
  const double found = both.value() / (std::sqrt(of_a.value()) * std::sqrt(of_b.value()));
  return std::clamp(found, -1.0, 1.0);
}

std::size_t union_size(const std::vector<std::uint32_t>& a, const std::vector<std::uint32_t>& b) {
  std::size_t shared = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++shared;
    const bool both = *x == *y, first = *x < *y;
    if (both || first) ++x;
    if (both || !first) ++y;
  }
  return a.size() + b.size() - shared;
}

}  // namespace

Profiles::Profiles(const View& view)
    : third_parties_(true),
      positions_(view.directed() ? 2 * view.vertex_count() : view.vertex_count()),
      rows_(view.vertex_count()) {
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    add_ties(rows_[v], view.out(v), view.out_edges(v), 0, view);
    if (view.directed()) {
      add_ties(rows_[v], view.in(v), view.in_edges(v), view.vertex_count(), view);
    }
  }
}

Profiles::Profiles(const bipartite::Incidence& table, bipartite::Mode mode) {
  const bipartite::SideOf side(table, mode);
  positions_ = side.other_size();
  rows_.resize(side.size());
  if (table.masked()) hidden_.resize(side.size());
  for (std::uint32_t v = 0; v < side.size(); ++v) {
    for (const std::uint32_t position : side.joined(v)) rows_[v].emplace_back(position, 1.0);
    for (std::uint32_t k = 0; table.masked() && k < positions_; ++k) {
      if (!side.known(v, k)) hidden_[v].push_back(k);
    }
  }
}

bool Profiles::is_position(std::uint32_t position, std::uint32_t i, std::uint32_t j) const {
  if (third_parties_) {
    const std::uint32_t k = position < size() ? position : position - size();
    return k != i && k != j;
  }
  const auto hides = [&](std::uint32_t v) {
    return std::binary_search(hidden_[v].begin(), hidden_[v].end(), position);
  };
  return hidden_.empty() || (!hides(i) && !hides(j));
}

double Profiles::compare(std::uint32_t i, std::uint32_t j, Comparison comparison) const {
  std::vector<std::pair<double, double>> cells;
  for_union(rows_[i], rows_[j], [&](double x, double y, std::uint32_t position) {
    if (is_position(position, i, j)) cells.emplace_back(x, y);
  });
  if (comparison == Comparison::hamming) {
    return double(std::count_if(cells.begin(), cells.end(),
                                [](const auto& cell) { return cell.first != cell.second; }));
  }
  if (comparison == Comparison::euclid) {
    Sum squares;
    for (const auto& [x, y] : cells) squares += (x - y) * (x - y);
    return std::sqrt(squares.value());
  }
  std::size_t left_out = hidden_.empty() ? 0 : union_size(hidden_[i], hidden_[j]);
  if (third_parties_) left_out = 2 * std::size_t(positions_ / size());  // those of i and j
  return correlation(cells, positions_ - left_out - cells.size());
}

}  // namespace entente::structure
