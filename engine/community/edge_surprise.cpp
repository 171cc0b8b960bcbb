// SPDX-License-Identifier: Apache-2.0
#include "engine/community/edge_surprise.hpp"

#include <cmath>
#include <vector>

#include "engine/base/sum.hpp"

namespace entente::community {
namespace {

double divergence(double x, double y) {
  double sum = 0;
  if (x > 0) sum += x * std::log(x / y);
  if (x < 1) sum += (1 - x) * std::log((1 - x) / (1 - y));
  return sum;
}

double pairs_among(double vertices, bool directed) {
  return vertices * (vertices - 1) / (directed ? 1 : 2);
}

std::vector<double> sizes_of(std::span<const std::uint32_t> groups) {
  std::vector<double> sizes(groups.size(), 0);
  for (const std::uint32_t group : groups) ++sizes[group];
  return sizes;
}

}  // namespace

double asymptotic_surprise(const View& view, std::span<const std::uint32_t> groups) {
  Sum all, inside;
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    const Vertex u = view.source(e), v = view.target(e);
    if (u == v) continue;
    all += view.strength(e);
    if (groups[u] == groups[v]) inside += view.strength(e);
  }
  if (!(all.value() > 0)) return 0;
  double pairs_inside = 0;
  for (const double n : sizes_of(groups)) pairs_inside += pairs_among(n, view.directed());
  const double pairs = pairs_among(view.vertex_count(), view.directed());
  return all.value() * divergence(inside.value() / all.value(), pairs_inside / pairs);
}

double significance(const View& view, std::span<const std::uint32_t> groups) {
  const View plain = view.directed() ? simple(view) : simple_undirected(view);
  if (plain.edge_count() == 0) return 0;
  std::vector<double> joined(groups.size(), 0);
  for (std::uint32_t e = 0; e < plain.edge_count(); ++e) {
    const std::uint32_t group = groups[plain.source(e)];
    if (group == groups[plain.target(e)]) ++joined[group];
  }
  const double density = plain.edge_count() / pairs_among(plain.vertex_count(), plain.directed());
  const std::vector<double> sizes = sizes_of(groups);
  Sum sum;
  for (std::size_t g = 0; g < sizes.size(); ++g) {
    const double pairs = pairs_among(sizes[g], plain.directed());
    if (pairs > 0) sum += pairs * divergence(joined[g] / pairs, density);
  }
  return sum.value();
}

}  // namespace entente::community
