// SPDX-License-Identifier: Apache-2.0
// The validated backbone of a core: pairs of actors that share more items than their activity and
// the items' popularity explain, by rowcond's exact test of each pair (every actor keeps its number
// of stances, items have their supporters in expectation) and Benjamini-Hochberg over all.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/analysis/context.hpp"
#include "engine/base/expected.hpp"
#include "engine/bipartite/pair_test.hpp"
#include "engine/model/property_graph.hpp"
#include "engine/projection/two_mode.hpp"

namespace entente {

struct Backbone {
  std::vector<bipartite::PairTest> pairs;  // actors of the core; q <= 0.05
  std::uint64_t tested = 0;
  std::uint64_t attainable = 0;  // pairs that could have passed at all
  std::string null_model;        // rowcond, or bicm where its law would be too large
};

Expected<Backbone> find_backbone(const bipartite::Incidence& table, const Context& context);

// Its actors and pairs as a graph file that names the test; the actors alone where no pair passed.
PropertyGraph backbone_file(const KnowledgeGraph& graph, const TwoMode& core,
                            const Backbone& backbone);

}  // namespace entente
