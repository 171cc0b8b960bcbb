// SPDX-License-Identifier: Apache-2.0
// For each vertex and each number of hops: how many vertices are that far away. The loop over all
// sources of measures that count hops.
#pragma once

#include <algorithm>

#include "engine/analysis/source_loop.hpp"
#include "engine/base/scratch.hpp"
#include "engine/graph/hop_counts.hpp"

namespace entente {

template <std::size_t Words, class Visit>
void for_hops_in_batches(const Context& context, std::string_view step, const HopGraph& graph,
                         Visit&& visit) {
  const std::uint32_t n = graph.vertex_count();
  constexpr std::uint32_t batch = HopCounts<Words>::batch;
  ScratchPool<HopCounts<Words>> pool([&] { return HopCounts<Words>(graph); });
  for_sources(context, {.step = step, .count = n, .slots = slots_for_sums(n), .batch = batch},
              [&](std::uint32_t slot, Vertex begin, Vertex end) {
                pool.with([&](HopCounts<Words>& counts) {
                  for (Vertex s = begin; s < end; s += std::min(batch, end - s)) {
                    context.check_stop();
                    counts.from(s, std::min(end, s + batch),
                                [&](Vertex v, std::uint32_t hops, std::uint32_t sources) {
                                  visit(slot, v, hops, sources);
                                });
                  }
                });
              });
}

// Calls visit(slot, v, hops, sources) so that the `sources` add up, over all calls for v and hops,
// to the number of other vertices from which v is that many hops away. Vertices go by the names of
// the HopGraph; slots, slots_for_sums(n) of them, are those of for_sources.
template <class Visit>
void for_hops(const Context& context, std::string_view step, const HopGraph& graph, Visit&& visit) {
  const std::uint32_t n = graph.vertex_count();
  // Narrow batches: where there are few to share, or wide ones take too much memory or gain
  // nothing.
  if (n <= 1024 || n > (1U << 21) || graph.deep()) {
    for_hops_in_batches<1>(context, step, graph, visit);
  } else {
    for_hops_in_batches<8>(context, step, graph, visit);
  }
}

}  // namespace entente
