// SPDX-License-Identifier: Apache-2.0
// Whether a projection names what a data set has: kinds, items, countries, sources.
#pragma once

#include "engine/base/diagnostic.hpp"
#include "engine/model/knowledge_graph.hpp"
#include "engine/projection/projection.hpp"

namespace entente {

// Empty, or every word that the data set does not know, with what was meant: Q101 kind of actor,
// Q102 item, Q103 country, Q104 source.
Diagnostics problems_of(const Projection& projection, const KnowledgeGraph& graph);

}  // namespace entente
