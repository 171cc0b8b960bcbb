// SPDX-License-Identifier: Apache-2.0
// Distances and numbers of shortest paths between all pairs, the slow and obvious way.
#pragma once

#include <algorithm>
#include <limits>
#include <vector>

#include "engine/graph/view.hpp"

namespace entente::test {

using Square = std::vector<std::vector<double>>;
inline constexpr double out_of_reach = std::numeric_limits<double>::infinity();

// The shortest edge from u to v, where there is one; loops are no edges.
inline Square edge_lengths(const View& view) {
  Square length(view.vertex_count(), std::vector<double>(view.vertex_count(), out_of_reach));
  const auto shorten = [&](Vertex u, Vertex v, double d) {
    if (u != v && d < length[u][v]) length[u][v] = d;
  };
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    shorten(view.source(e), view.target(e), view.distance(e));
    if (!view.directed()) shorten(view.target(e), view.source(e), view.distance(e));
  }
  return length;
}

// Floyd and Warshall.
inline Square all_distances(const View& view) {
  Square d = edge_lengths(view);
  const std::size_t n = d.size();
  for (std::size_t v = 0; v < n; ++v) d[v][v] = 0;
  for (std::size_t k = 0; k < n; ++k) {
    for (std::size_t i = 0; i < n; ++i) {
      for (std::size_t j = 0; j < n; ++j) d[i][j] = std::min(d[i][j], d[i][k] + d[k][j]);
    }
  }
  return d;
}

// sigma(s, t): the last edge of a shortest path comes from a vertex that is nearer to s.
inline Square path_counts(const View& view) {
  const Square length = edge_lengths(view), d = all_distances(view);
  const std::size_t n = d.size();
  Square sigma(n, std::vector<double>(n, -1));
  const auto count = [&](const auto& self, std::size_t s, std::size_t t) -> double {
    if (s == t) return 1;
    if (d[s][t] == out_of_reach) return 0;
    if (sigma[s][t] >= 0) return sigma[s][t];
    double sum = 0;
    for (std::size_t v = 0; v < n; ++v) {
      if (length[v][t] != out_of_reach && d[s][v] + length[v][t] == d[s][t])
        sum += self(self, s, v);
    }
    return sigma[s][t] = sum;
  };
  for (std::size_t s = 0; s < n; ++s) {
    for (std::size_t t = 0; t < n; ++t) sigma[s][t] = count(count, s, t);
  }
  return sigma;
}

}  // namespace entente::test
