// SPDX-License-Identifier: Apache-2.0
// Conspicuous absences and unusual actors of a core, each with what makes it so: the items that
// carry it and the peers that it is compared with. The model is the bipartite configuration model
// (bicm): the chance of each known cell, given how active the actor and how popular the item is.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/analysis/context.hpp"
#include "engine/bipartite/bicm_fit.hpp"
#include "engine/bipartite/surprisal.hpp"
#include "engine/projection/two_mode.hpp"

namespace entente {

struct AbsenceFinding {
  std::uint32_t actor = 0, item = 0;
  double probability = 0;           // that the actor holds the item, under the model
  double p_value = 1, q_value = 1;  // of the absence; Benjamini-Hochberg over the cells tested
  std::vector<std::uint32_t>
      carried_by;                    // items of the actor whose holders hold this one more often
  std::vector<std::uint32_t> peers;  // actors most like it that hold the item
};

struct UnusualFinding {
  bipartite::UnusualActor actor;
  std::vector<std::uint32_t> peers;  // the actors most like it
};

struct Outliers {
  // Absences from agreements (what an actor answered in a roll call is no absence), the most
  // expected signature first; tested are the known cells where it is at least as likely as not.
  std::vector<AbsenceFinding> absences;
  std::uint64_t cells_tested = 0;
  std::vector<UnusualFinding> unusual;  // those tested, by rising p, then falling z
};

// What is told: p <= 0.05. Null where nothing is.
inline constexpr double told_up_to = 0.05;
const AbsenceFinding* unexpected_absence(const Outliers& outliers) noexcept;
const UnusualFinding* most_unusual(const Outliers& outliers) noexcept;

// `answers` by item: which items are agreements.
Outliers find_outliers(const bipartite::BicmFit& fit, const std::vector<Answer>& answers,
                       std::uint32_t replicates, const Context& context);

// The three actors most like one of them, those that share nothing left out: Jaccard over the items
// known for both, ties by position. With an item: only those that hold it, and the item itself left
// out of the likeness.
std::vector<std::uint32_t> peers_of(const bipartite::Incidence& table, std::uint32_t actor,
                                    std::uint32_t item = no_item);

}  // namespace entente
