// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/traverse.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace entente {

std::optional<std::uint32_t> first_bad_distance(const View& view) {
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    if (!(view.distance(e) > 0) || !std::isfinite(view.distance(e))) return e;
  }
  return std::nullopt;
}

PathGraph::PathGraph(const View& view, PathDirection direction, Parallels parallels)
    : weighted_(view.has_weights() && view.weight_role() == WeightRole::distance) {
  const bool along = direction == PathDirection::along;
  begin_.reserve(std::size_t{view.vertex_count()} + 1);
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    const auto row = along ? view.out(v) : view.in(v);
    const auto edges = along ? view.out_edges(v) : view.in_edges(v);
    for (std::size_t k = 0, end = 0; k < row.size(); k = end) {
      end = k + 1;  // rows ascend, so parallel edges are neighbours
      while (end < row.size() && row[end] == row[k]) ++end;
      if (row[k] == v) continue;
      double shortest = view.distance(edges[k]);
      for (std::size_t j = k; j < end; ++j) shortest = std::min(shortest, view.distance(edges[j]));
      next_.push_back(row[k]);
      if (weighted_) length_.push_back(shortest);
      if (parallels == Parallels::one) continue;
      copies_.push_back(static_cast<std::uint32_t>(
          std::count_if(edges.begin() + static_cast<std::ptrdiff_t>(k),
                        edges.begin() + static_cast<std::ptrdiff_t>(end),
                        [&](std::uint32_t e) { return same_length(view.distance(e), shortest); })));
    }
    begin_.push_back(next_.size());
  }
}

Search::Search(const PathGraph& graph)
    : graph_(&graph),
      distance_(graph.vertex_count(), unreached),
      settled_(graph.weighted() ? graph.vertex_count() : 0, 0) {
  order_.reserve(graph.vertex_count());
}

void Search::from(Vertex source) {
  for (const Vertex v : order_) distance_[v] = unreached;
  order_.clear();
  distance_[source] = 0;
  if (graph_->weighted()) {
    heap_.assign(1, {0, source});
    dijkstra();
    for (const Vertex v : order_) settled_[v] = 0;
  } else {
    order_.push_back(source);
    breadth_first();
  }
}

void Search::breadth_first() {
  for (std::size_t head = 0; head < order_.size(); ++head) {
    const Vertex v = order_[head];
    for (const Vertex u : graph_->next(v)) {
      if (distance_[u] != unreached) continue;
      distance_[u] = distance_[v] + 1;
      order_.push_back(u);
    }
  }
}

void Search::dijkstra() {
  const auto later = [](const Entry& a, const Entry& b) {
    return a.distance != b.distance ? a.distance > b.distance : a.vertex > b.vertex;
  };
  while (!heap_.empty()) {
    std::pop_heap(heap_.begin(), heap_.end(), later);
    const Vertex v = heap_.back().vertex;
    heap_.pop_back();
    if (settled_[v] != 0) continue;
    settled_[v] = 1;
    order_.push_back(v);
    const auto next = graph_->next(v);
    const auto lengths = graph_->lengths(v);
    for (std::size_t k = 0; k < next.size(); ++k) {
      const double through = distance_[v] + lengths[k];
      if (through >= distance_[next[k]]) continue;
      distance_[next[k]] = through;
      heap_.push_back({through, next[k]});
      std::push_heap(heap_.begin(), heap_.end(), later);
    }
  }
}

}  // namespace entente
