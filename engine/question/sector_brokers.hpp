// SPDX-License-Identifier: Apache-2.0
// Actors that stand between two sectors (part kind-brokers), as the table that is shown of them.
#pragma once

#include <vector>

#include "engine/analysis/result.hpp"
#include "engine/bipartite/incidence.hpp"
#include "engine/question/sectors.hpp"

namespace entente::question {

struct SectorBroker {
  Vertex actor = 0;
  double brokerage = 0, expected = 0, sd = 0, p_value = 1, q_value = 1;
};

// In the order of `brokers`; `table` is that of `core`.
Table sector_brokers_table(const KnowledgeGraph& graph, const TwoMode& core,
                           const bipartite::Incidence& table, const Sectors& sectors,
                           const std::vector<SectorSeen>& seen,
                           const std::vector<SectorBroker>& brokers);

}  // namespace entente::question
