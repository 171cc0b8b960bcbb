// SPDX-License-Identifier: Apache-2.0
// Many restarts of Leiden from single vertices.
#pragma once

#include <stop_token>
#include <vector>

#include "engine/graph/objectives.hpp"

namespace entente {

struct LeidenSearch {
  std::vector<Groups> found;  // by restart
  std::vector<double> value;  // of the objective, beside found

  std::size_t best() const;        // the first of the best
  double share_near_best() const;  // of the restarts that came within 1e-6 of it
};

struct LeidenSearchOptions {
  std::uint32_t restarts = 20;  // at least 1
  unsigned threads = 0;         // 0: every core; cannot change a result
  std::stop_token stop{};
};

LeidenSearch search(const Objective& objective, const Rng& rng,
                    const LeidenSearchOptions& options = {});

}  // namespace entente
