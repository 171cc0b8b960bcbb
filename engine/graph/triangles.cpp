// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/triangles.hpp"

#include "engine/base/scratch.hpp"

namespace entente {
namespace {

struct Counts {
  std::vector<std::uint64_t> triangles;
  std::vector<std::uint8_t> marked;
};

}  // namespace

std::vector<std::uint64_t> triangles(const Neighbours& graph, const ChunkedLoop& loop) {
  const std::uint32_t n = graph.vertex_count();
  const auto leads_up = [&](Vertex u, Vertex v) {
    const auto du = graph.of(u).size(), dv = graph.of(v).size();
    return du != dv ? du < dv : u < v;
  };
  std::vector<std::size_t> begin{0};
  std::vector<Vertex> up;
  for (Vertex v = 0; v < n; ++v) {
    for (const Vertex u : graph.of(v)) {
      if (leads_up(v, u)) up.push_back(u);
    }
    begin.push_back(up.size());
  }
  const auto row = [&](Vertex v) {
    return std::span<const Vertex>(up.data() + begin[v], up.data() + begin[v + 1]);
  };

  ScratchPool<Counts> pool([&] {
    return Counts{std::vector<std::uint64_t>(n, 0), std::vector<std::uint8_t>(n, 0)};
  });
  ChunkedLoop by_vertex = loop;
  by_vertex.count = n;
  by_vertex.chunk = 256;
  for_chunks(by_vertex, [&](std::size_t first, std::size_t last) {
    pool.with([&](Counts& counts) {
      for (auto v = static_cast<Vertex>(first); v < last; ++v) {
        for (const Vertex u : row(v)) counts.marked[u] = 1;
        for (const Vertex u : row(v)) {
          std::uint64_t found = 0;
          for (const Vertex w : row(u)) {
            found += counts.marked[w];
            counts.triangles[w] += counts.marked[w];
          }
          counts.triangles[u] += found;
          counts.triangles[v] += found;
        }
        for (const Vertex u : row(v)) counts.marked[u] = 0;
      }
    });
  });
  std::vector<std::uint64_t> total(n, 0);  // whole numbers: the order of adding does not matter
  pool.for_each([&](const Counts& counts) {
    for (Vertex v = 0; v < n; ++v) total[v] += counts.triangles[v];
  });
  return total;
}

}  // namespace entente
