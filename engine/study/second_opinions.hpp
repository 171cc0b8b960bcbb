// SPDX-License-Identifier: Apache-2.0
// What two other methods say of the coalitions of a view: groups by Leiden on the positive edges of
// the signed backbone (pairs that share more than chance explains), and the two sides of the first
// axis of correspondence analysis. Agreement is the adjusted Rand index with the coalitions, over
// the actors that the other method places.
#pragma once

#include <cstdint>
#include <optional>

#include "engine/analysis/context.hpp"
#include "engine/bipartite/incidence.hpp"
#include "engine/study/coalitions.hpp"

namespace entente {

struct SecondOpinions {
  std::optional<double> backbone;     // none: no pair of actors shares more than chance explains
  std::uint32_t backbone_actors = 0;  // with such an edge
  std::optional<double> first_axis;   // none: the table has several parts, or no axis
};

// Items on which fewer than 2.5 % of those seen stand on one side are left out of the first axis:
// a lone dissenter would make an axis of its own.
SecondOpinions second_opinions(const View& core, const bipartite::Incidence& table,
                               const Coalitions& coalitions, const Context& context);

}  // namespace entente
