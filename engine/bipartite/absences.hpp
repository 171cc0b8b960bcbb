// SPDX-License-Identifier: Apache-2.0
// Who could have signed, would have been expected to, and did not: known cells without a 1 whose
// chance under the configuration model is high; and groups of which fewer signed an item than the
// chances of their members add up to.
#pragma once

#include <cstdint>
#include <span>
#include <stop_token>
#include <vector>

#include "engine/bipartite/bicm_fit.hpp"
#include "engine/graph/grouping.hpp"
#include "engine/statistics/multiple_testing.hpp"

namespace entente::bipartite {

struct Absence {
  std::uint32_t actor = 0, item = 0;
  double probability = 0;
};
// Those with probability >= threshold, the most expected signature first. O(actors x items). A
// requested stop throws Stopped, here and below.
std::vector<Absence> absences(const BicmFit& fit, double threshold = 0.5,
                              const std::stop_token& stop = {});

struct GroupAbsence {
  std::uint32_t group = 0, item = 0;
  std::uint32_t members = 0, signed_by = 0;  // of those that could have been seen
  double expected = 0;
  double p_value = 1;  // P(as few or fewer sign)
  double q_value = 1;  // over all groups and items
};
// Every group and item with known cells, by group and item. Groups are by actor, or no_group.
std::vector<GroupAbsence> group_absences(
    const BicmFit& fit, std::span<const std::uint32_t> group_of_actor,
    statistics::Adjustment adjustment = statistics::Adjustment::bh,
    const std::stop_token& stop = {});

}  // namespace entente::bipartite
