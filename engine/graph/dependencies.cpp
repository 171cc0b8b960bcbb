// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/dependencies.hpp"

#include <cmath>

namespace entente {
namespace {

constexpr double one_shift = 0x1.0p512;

}  // namespace

void Dependencies::PathCount::add(const PathCount& other) noexcept {
  if (other.shift == shift) {
    value += other.value;
  } else if (other.shift > shift) {
    value = other.value + (other.shift == shift + 1 ? value / one_shift : 0);
    shift = other.shift;
  } else if (other.shift + 1 == shift) {
    value += other.value / one_shift;
  }  // what is two shifts smaller is lost in rounding
  if (value >= one_shift) {
    value /= one_shift;
    ++shift;
  }
}

double Dependencies::PathCount::over(const PathCount& larger) const noexcept {
  if (larger.shift == shift) return value / larger.value;
  return larger.shift == shift + 1 ? value / one_shift / larger.value : 0;
}

Dependencies::Dependencies(const PathGraph& graph)
    : graph_(&graph),
      search_(graph),
      sigma_(graph.vertex_count()),
      delta_(graph.vertex_count()),
      rank_(graph.vertex_count()) {}

bool Dependencies::behind(Vertex v, Vertex w, double length) const noexcept {
  if (rank_[w] <= rank_[v]) return false;
  const double through = search_.distance(v) + length, direct = search_.distance(w);
  return graph_->weighted() ? std::abs(through - direct) <= 1e-12 * direct : through == direct;
}

void Dependencies::from(Vertex source) {
  search_.from(source);
  const auto reached = search_.reached();
  for (std::uint32_t k = 0; k < reached.size(); ++k) {
    rank_[reached[k]] = k;
    sigma_[reached[k]] = {};
    delta_[reached[k]] = 0;
  }
  const auto for_each_behind = [&](Vertex v, auto&& act) {
    const auto next = graph_->next(v);
    const auto lengths = graph_->lengths(v);
    for (std::size_t k = 0; k < next.size(); ++k) {
      if (behind(v, next[k], lengths.empty() ? 1.0 : lengths[k])) act(next[k]);
    }
  };
  sigma_[source].value = 1;
  for (const Vertex v : reached) {
    for_each_behind(v, [&](Vertex w) { sigma_[w].add(sigma_[v]); });
  }
  for (std::size_t k = reached.size(); k-- > 0;) {
    const Vertex v = reached[k];
    for_each_behind(v, [&](Vertex w) { delta_[v] += sigma_[v].over(sigma_[w]) * (1 + delta_[w]); });
  }
}

}  // namespace entente
