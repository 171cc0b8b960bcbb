// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/dependencies.hpp"

namespace entente {
namespace {

constexpr double one_shift = 0x1.0p512;

}  // namespace

void Dependencies::PathCount::add(const PathCount& other, std::uint32_t copies) noexcept {
  const double added = copies * other.value;
  if (other.shift == shift) {
    value += added;
  } else if (other.shift > shift) {
    value = added + (other.shift == shift + 1 ? value / one_shift : 0);
    shift = other.shift;
  } else if (other.shift + 1 == shift) {
    value += added / one_shift;
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
  return graph_->weighted() ? same_length(through, direct) : through == direct;
}

void Dependencies::from(Vertex source) {
  search_.from(source);
  const auto reached = search_.reached();
  for (std::uint32_t k = 0; k < reached.size(); ++k) {
    rank_[reached[k]] = k;
    sigma_[reached[k]] = {};
    delta_[reached[k]] = 0;
  }
  sigma_[source].value = 1;
  for (const Vertex v : reached) {
    for_each_behind(
        v, [&](Vertex w, std::size_t arc) { sigma_[w].add(sigma_[v], graph_->copies(arc)); });
  }
  for (std::size_t k = reached.size(); k-- > 0;) {
    const Vertex v = reached[k];
    for_each_behind(v, [&](Vertex w, std::size_t arc) { delta_[v] += passing(v, w, arc); });
  }
}

}  // namespace entente
