// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/objectives.hpp"

#include <algorithm>

#include "engine/base/sum.hpp"

namespace entente {
namespace {

// W as rows of W_uv + W_vu; W_uv of an undirected edge stands for both directions.
QualityGraph pairs(const View& view, std::span<const std::uint8_t> kept = {}) {
  const double directions = view.directed() ? 1 : 2;
  const std::uint32_t n = view.vertex_count();
  QualityGraph graph;
  graph.loop.assign(n, 0);
  std::vector<std::pair<Vertex, double>> row;
  for (Vertex v = 0; v < n; ++v) {
    row.clear();
    const auto add = [&](std::span<const Vertex> to, std::span<const std::uint32_t> edges,
                         bool loops) {
      for (std::size_t k = 0; k < to.size(); ++k) {
        if (!kept.empty() && kept[edges[k]] == 0) continue;
        const double strength = directions * view.strength(edges[k]);
        if (to[k] != v) {
          row.emplace_back(to[k], strength);
        } else if (loops) {
          graph.loop[v] += strength;
        }
      }
    };
    add(view.out(v), view.out_edges(v), true);
    if (view.directed()) add(view.in(v), view.in_edges(v), false);
    std::stable_sort(row.begin(), row.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    for (std::size_t k = 0; k < row.size(); ++k) {
      if (k > 0 && row[k].first == row[k - 1].first) {
        graph.weight.back() += row[k].second;
      } else {
        graph.neighbour.push_back(row[k].first);
        graph.weight.push_back(row[k].second);
      }
    }
    graph.begin.push_back(graph.neighbour.size());
  }
  return graph;
}

}  // namespace

Objective modularity(const View& view, double resolution, std::span<const std::uint8_t> kept) {
  const std::uint32_t n = view.vertex_count();
  Objective objective{pairs(view, kept)};
  std::vector<Sum> out(n), in(n);
  Sum total;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    if (!kept.empty() && kept[e] == 0) continue;
    const double strength = view.strength(e);
    out[view.source(e)] += strength;
    in[view.target(e)] += strength;
    total += view.directed() ? strength : 2 * strength;
  }
  QualityGraph& graph = objective.graph;
  for (Vertex v = 0; v < n; ++v) {
    const double both = out[v].value() + in[v].value();
    graph.p.push_back(view.directed() ? out[v].value() : both);
    graph.q.push_back(view.directed() ? in[v].value() : both);
  }
  if (total.value() > 0) {
    for (double& p : graph.p) p *= resolution / total.value();
  }
  objective.scale = total.value() > 0 ? 1 / total.value() : 0;
  return objective;
}

Objective constant_potts(const View& view, double resolution) {
  Objective objective{pairs(view)};
  const double pairs_of_directions = view.directed() ? 1 : 2;
  objective.graph.p.assign(view.vertex_count(), resolution);
  objective.graph.q.assign(view.vertex_count(), 1);
  objective.scale = 1 / pairs_of_directions;
  objective.offset = resolution * view.vertex_count() / pairs_of_directions;
  return objective;
}

}  // namespace entente
