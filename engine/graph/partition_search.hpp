// SPDX-License-Identifier: Apache-2.0
// Many independent searches for a partition, and how often they came near the best of it.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <vector>

#include "engine/graph/leiden.hpp"

namespace entente {

struct PartitionSearch {
  std::vector<Groups> found;  // by restart
  std::vector<double> value;  // beside found; more is better

  std::size_t best() const;        // the first of the best
  double share_near_best() const;  // of the restarts that came within 1e-6 of it
};

struct RestartOptions {
  std::uint32_t restarts = 20;  // at least 1
  unsigned threads = 0;         // 0: every core; cannot change a result
  std::stop_token stop{};
};

// Each restart draws from a stream of its own.
PartitionSearch search_again(const Rng& rng, const RestartOptions& options,
                             const std::function<Groups(Rng&)>& find,
                             const std::function<double(const Groups&)>& value);

}  // namespace entente
