// SPDX-License-Identifier: Apache-2.0
// Many restarts of Leiden from single vertices.
#pragma once

#include "engine/graph/objectives.hpp"
#include "engine/graph/partition_search.hpp"

namespace entente {

// Values are those of the objective.
PartitionSearch search(const Objective& objective, const Rng& rng,
                       const RestartOptions& options = {});

}  // namespace entente
