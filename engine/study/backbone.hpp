// SPDX-License-Identifier: Apache-2.0
// The validated backbone of a core: pairs of actors that share more items than their activity and
// the items' popularity explain, by bicm's exact test of each pair and Benjamini-Hochberg over all.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/analysis/context.hpp"
#include "engine/bipartite/pair_test.hpp"
#include "engine/model/property_graph.hpp"
#include "engine/projection/two_mode.hpp"

namespace entente {

struct Backbone {
  std::vector<bipartite::PairTest> pairs;  // actors of the core; q <= 0.05
  std::uint64_t tested = 0;
};

Backbone find_backbone(const bipartite::BicmFit& fit, const Context& context);

// Its actors and pairs as a graph file that names the test; the actors alone where no pair passed.
PropertyGraph backbone_file(const KnowledgeGraph& graph, const TwoMode& core,
                            const Backbone& backbone);

}  // namespace entente
