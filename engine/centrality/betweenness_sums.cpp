// SPDX-License-Identifier: Apache-2.0
#include "engine/centrality/betweenness_sums.hpp"

#include <algorithm>

#include "engine/analysis/source_loop.hpp"
#include "engine/base/scratch.hpp"
#include "engine/graph/dependencies.hpp"

namespace entente::centrality {
namespace {

// Sums by slot take 8 n bytes each; few slots where n is large keep them under 512 MiB.
std::uint32_t slot_count(std::uint32_t n) {
  return static_cast<std::uint32_t>(
      std::clamp<std::uint64_t>((std::uint64_t{1} << 26) / std::max(1U, n), 4, 32));
}

}  // namespace

std::vector<double> betweenness_sums(const View& view, const Context& context) {
  const PathGraph paths(view, PathDirection::along);
  const std::uint32_t n = view.vertex_count(), slots = slot_count(n);
  std::vector<std::vector<double>> sums(slots);
  ScratchPool<Dependencies> pool([&] { return Dependencies(paths); });
  for_sources(context, {.step = "betweenness", .count = n, .slots = slots},
              [&](std::uint32_t slot, Vertex begin, Vertex end) {
                std::vector<double>& sum = sums[slot];
                sum.resize(n, 0);
                pool.with([&](Dependencies& dependencies) {
                  for (Vertex s = begin; s < end; ++s) {
                    context.check_stop();
                    dependencies.from(s);
                    for (const Vertex v : dependencies.search().reached().subspan(1)) {
                      sum[v] += dependencies.delta(v);
                    }
                  }
                });
              });
  std::vector<double> total(n, 0);
  for (const auto& sum : sums) {
    for (std::size_t v = 0; v < sum.size(); ++v) total[v] += sum[v];
  }
  if (!view.directed()) {  // each pair was met from both ends
    for (double& value : total) value /= 2;
  }
  return total;
}

}  // namespace entente::centrality
