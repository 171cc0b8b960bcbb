// SPDX-License-Identifier: Apache-2.0
// Replicates of a two-mode table, and the partitions that the search for groups finds in them: how
// far the groups depend on which items, edges or actors happen to be in the data.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "engine/base/random.hpp"
#include "engine/bipartite/incidence.hpp"
#include "engine/graph/leiden.hpp"

namespace entente::bipartite {

struct Replicate {
  Incidence table;
  std::vector<double> weights;             // beside its ones; empty where the data have none
  std::vector<std::uint32_t> actor, item;  // by row, by column: which of the data it is
};

// `weights` stand beside the ones of the table, row by row; empty: all 1.
// Items drawn with replacement, as many as there are; the two answers of a roll call are drawn
// together. The actors, and what is known of each cell, stay.
Replicate resample_items(const Incidence& table, std::span<const double> weights, Rng& rng);
// Without a share of the ones, rounded up, drawn without replacement. A list without an actor says
// 0 of it; an actor without its answer did not vote, so that both answers of the roll call are
// unknown.
Replicate drop_edges(const Incidence& table, std::span<const double> weights, double share,
                     Rng& rng);
// Without some actors, named in ascending order.
Replicate leave_out(const Incidence& table, std::span<const double> weights,
                    std::span<const std::uint32_t> actors);

enum class Resample : std::uint8_t { items, edges, actors };

struct ReplicateOptions {
  Resample resample = Resample::items;
  // Of actors: each is left out once, alone or in as many random groups of nearly one size as there
  // are replicates; there are never more replicates than actors.
  std::uint32_t replicates = 100;
  std::uint32_t restarts = 4;  // of each search
  double dropped = 0.1;        // share of the ones: Resample::edges
  double resolution = 1;       // a factor of what Barber's modularity expects
  unsigned threads = 0;        // 0: every core; cannot change a result
  std::stop_token stop{};
};

// By replicate: the group of each actor and then of each item of the data in the best partition by
// Barber's modularity; no_group for those that the replicate does not hold. An item that was drawn
// several times has the group of its first copy.
std::vector<Groups> partitions_of_replicates(const Incidence& table,
                                             std::span<const double> weights, const Rng& rng,
                                             const ReplicateOptions& options = {});

}  // namespace entente::bipartite
