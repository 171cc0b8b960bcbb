// SPDX-License-Identifier: Apache-2.0
// Coalitions of a two-mode view: the best partition by Barber's modularity, whether it is better
// than chance, how firmly each actor belongs to its coalition, and what binds each of them.
//
// Significance: the same optimiser at the same effort on the data and on tables with the same sums,
// mask and roll calls (fdsm, or bicm: the sums on average); p = (1 + number of null draws at least
// as good) / (1 + draws).
// Confidence: items are drawn again with replacement (a roll call with both of its answers); an
// actor's confidence is the mean share, over the replicates, of its coalition that it still shares
// a group with (alone: the share of replicates in which it is alone again). A coalition's stability
// is the mean over its members.
#pragma once

#include <string>
#include <vector>

#include "engine/analysis/context.hpp"
#include "engine/bipartite/barber.hpp"
#include "engine/bipartite/bicm_fit.hpp"
#include "engine/bipartite/incidence.hpp"

namespace entente {

// How an item divides a coalition from the rest: shares of ones among the cells that are known.
struct Binding {
  std::uint32_t item = 0;
  double inside = 0, outside = 0;
};

struct Coalition {
  std::vector<std::uint32_t> members;  // actors, ascending
  std::vector<std::uint32_t> items;    // of its group
  std::vector<std::uint32_t> typical;  // members, the most typical first
  std::vector<Binding> binding;        // items, what divides most first; inside - outside >= 0.2
  double share_of_modularity = 0;
  double p_value = 1;  // its share of Q against the largest shares of the null draws
  double stability = 0;
};

struct Coalitions {
  double modularity = 0, null_mean = 0, null_sd = 0, z = 0, p_value = 1;
  std::uint32_t draws = 0, replicates = 0, restarts = 0;
  double share_near_best = 0;  // of the restarts that came within 1e-6 of the best
  std::size_t near_best_partitions = 0;
  std::vector<Coalition> coalitions;    // with at least one actor, the largest first
  std::vector<std::uint32_t> of_actor;  // position in coalitions
  std::vector<double> confidence;       // of each actor
};

struct CoalitionOptions {
  std::uint32_t restarts = 20;         // for the coalitions
  std::uint32_t restarts_of_draw = 4;  // for significance, on the data and on each null draw, and
                                       // for each replicate
  bool refine_draws = true;            // kicks and Leiden in those restarts, but for replicates
  std::uint32_t draws = 200;
  std::uint32_t replicates = 100;
  double resolution = 1;                     // a factor of what Barber's modularity expects
  const bipartite::BicmFit* bicm = nullptr;  // null draws from this fit, not from fdsm
};

Coalitions find_coalitions(const bipartite::Incidence& table, const CoalitionOptions& options,
                           const Context& context);

}  // namespace entente
