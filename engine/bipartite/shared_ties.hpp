// SPDX-License-Identifier: Apache-2.0
// The actors of a two-mode table as a graph with multiple ties: one for each item that two share.
#pragma once

#include <stop_token>

#include "engine/bipartite/incidence.hpp"
#include "engine/graph/open_paths.hpp"

namespace entente::bipartite {

Ties shared_ties(const Incidence& table, unsigned threads = 0, std::stop_token stop = {});

}  // namespace entente::bipartite
