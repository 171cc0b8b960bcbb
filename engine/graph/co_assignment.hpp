// SPDX-License-Identifier: Apache-2.0
// How often vertices share a group in many partitions, and how firmly each stands in the groups of
// one of them: the same for restarts of a search and for replicates of the data.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "engine/graph/leiden.hpp"

namespace entente {

// The company of a vertex are the witnesses of its group: of a two-mode graph the actors, of others
// all vertices. Alone means without witnesses.
struct Stability {
  // By vertex: the mean share, over the partitions that hold it, of its company that it is still
  // with; of a vertex that is alone, the share of partitions in which it is alone again. NaN where
  // no partition tells.
  std::vector<double> inside;
  // By vertex: the mean share of all other witnesses that it is with; 0 without others.
  std::vector<double> outside;
  std::vector<double> of_group;  // by group: the mean of `inside` over its witnesses; NaN without
  // Over the pairs of partitions, of their witnesses; NaN for fewer than two.
  double mean_ari = 0, mean_vi = 0;
};

struct StabilityOptions {
  std::uint32_t witnesses = 0;  // the first so many vertices
  unsigned threads = 0;         // 0: every core; cannot change a result
  std::stop_token stop{};
};

// `groups` is the partition that is judged, numbered from 0. Vertices with no_group are not in a
// partition.
Stability stability(const Groups& groups, std::span<const Groups> partitions,
                    const StabilityOptions& options);

struct Company {
  std::uint32_t vertex = 0;
  double share = 0;  // of the partitions that hold both
};

// By vertex: the others that share its group in at least `least` of the partitions that hold both,
// ascending.
// Cost     the sum of the squared sizes of the groups; without more where every partition holds
// all.
std::vector<std::vector<Company>> co_assignment(std::span<const Groups> partitions, double least,
                                                unsigned threads = 0,
                                                const std::stop_token& stop = {});

}  // namespace entente
