// SPDX-License-Identifier: Apache-2.0
// Bootstrap replicates of a table over its items.
#pragma once

#include "engine/base/random.hpp"
#include "engine/bipartite/incidence.hpp"

namespace entente {

// Items drawn with replacement, as many as there are; the two answers of a roll call are drawn
// together. The actors, and what is known of each cell, stay.
bipartite::Incidence resample_items(const bipartite::Incidence& table, Rng& rng);

}  // namespace entente
