// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/betweenness_sums.hpp"

#include <algorithm>
#include <optional>

#include "engine/analysis/source_loop.hpp"
#include "engine/base/scratch.hpp"
#include "engine/graph/dependencies.hpp"
#include "engine/graph/hop_dependencies.hpp"

namespace entente::centrality {
namespace {

using Sums = std::vector<std::vector<double>>;  // by slot and vertex

std::vector<double> added(const Sums& sums, std::uint32_t n) {
  std::vector<double> total(n, 0);
  for (const auto& sum : sums) {
    for (std::size_t v = 0; v < sum.size(); ++v) total[v] += sum[v];
  }
  return total;
}

std::vector<double> by_paths(const View& view, Parallels parallels, const Context& context) {
  const PathGraph paths(view, PathDirection::along, parallels);
  const std::uint32_t n = view.vertex_count(), slots = slots_for_sums(n);
  Sums sums(slots);
  ScratchPool<Dependencies> pool([&] { return Dependencies(paths); });
  for_sources(context, {.step = "betweenness", .count = n, .slots = slots},
              [&](std::uint32_t slot, Vertex begin, Vertex end) {
                sums[slot].resize(n, 0);
                pool.with([&](Dependencies& dependencies) {
                  for (Vertex s = begin; s < end; ++s) {
                    context.check_stop();
                    dependencies.from(s);
                    for (const Vertex v : dependencies.search().reached().subspan(1)) {
                      sums[slot][v] += dependencies.delta(v);
                    }
                  }
                });
              });
  return added(sums, n);
}

// Nothing where that is slower, or where a pair has too many shortest paths for a double.
std::optional<std::vector<double>> by_hops(const View& view, const Context& context) {
  const HopGraph graph(view, PathDirection::along);
  if (graph.deep()) return std::nullopt;
  const std::uint32_t n = view.vertex_count(), slots = slots_for_sums(n);
  constexpr std::uint32_t batch = HopDependencies::lanes;
  Sums sums(slots);
  std::vector<std::uint8_t> too_many(slots, 0);
  ScratchPool<HopDependencies> pool([&] { return HopDependencies(graph); });
  for_sources(context, {.step = "betweenness", .count = n, .slots = slots, .batch = batch},
              [&](std::uint32_t slot, Vertex begin, Vertex end) {
                sums[slot].resize(n, 0);
                pool.with([&](HopDependencies& dependencies) {
                  for (Vertex s = begin; s < end && too_many[slot] == 0;
                       s += std::min(batch, end - s)) {
                    context.check_stop();
                    if (!dependencies.add_from(s, std::min(end, s + batch), sums[slot])) {
                      too_many[slot] = 1;
                    }
                  }
                });
              });
  if (std::find(too_many.begin(), too_many.end(), 1) != too_many.end()) return std::nullopt;
  return graph.by_old_name(added(sums, n));
}

}  // namespace

std::vector<double> betweenness_sums(const View& view, const Context& context,
                                     Parallels parallels) {
  const bool weighted = view.has_weights() && view.weight_role() == WeightRole::distance;
  std::optional<std::vector<double>> hops;
  if (!weighted && parallels == Parallels::one) hops = by_hops(view, context);
  std::vector<double> score = hops ? *std::move(hops) : by_paths(view, parallels, context);
  if (!view.directed()) {  // each pair was met from both ends
    for (double& value : score) value /= 2;
  }
  return score;
}

}  // namespace entente::centrality
