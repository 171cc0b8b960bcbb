// SPDX-License-Identifier: Apache-2.0
// The coalitions of one set of actors in two graphs (two days, or before and after an edit), found
// by the same optimiser and matched by the members that they share.
//
// A group splits where two groups or more take a fifth of its members each, and two at least; a
// group is merged from those of which it takes half or more. Shares are of the actors in both
// cores.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/context.hpp"
#include "engine/projection/two_mode.hpp"
#include "engine/study/coalitions.hpp"

namespace entente {

// More cells than this take minutes for each of the hundreds of searches behind a p-value.
inline constexpr std::uint64_t most_group_cells = 500'000;

// The coalitions of a view's core; none where it is too small, or too large to test them.
struct ViewGroups {
  TwoMode core;
  bool too_large = false;
  std::optional<Coalitions> coalitions;
  std::vector<std::string> names;  // of the coalitions: "France, Germany, Japan + 41"
  bool beyond_chance() const noexcept { return coalitions && coalitions->p_value <= 0.05; }
};

ViewGroups find_groups(const KnowledgeGraph& graph, const Projection& projection,
                       const Context& context);

struct GroupFlow {
  std::uint32_t from = 0, to = 0, members = 0;  // positions in coalitions
};

// An actor that did not go where most of its group went.
struct Mover {
  std::string actor, label;
  std::uint32_t from = 0, to = 0;
  double confidence_before = 0, confidence_after = 0;
};

struct GroupChanges {
  std::uint32_t common = 0;             // actors in both cores
  std::vector<std::string> came, went;  // in one core alone
  std::optional<double> adjusted_rand;  // of the common actors; none without groups
  std::vector<GroupFlow> flows;         // by from, then to
  std::vector<std::vector<std::uint32_t>>
      splits;  // by group of the first: its parts, where it split
  std::vector<std::vector<std::uint32_t>> merges;  // by group of the second: those it is made of
  std::vector<Mover> movers;                       // by actor
};

GroupChanges match_groups(const ViewGroups& before, const ViewGroups& after);

}  // namespace entente
