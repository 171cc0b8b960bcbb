// SPDX-License-Identifier: Apache-2.0
// The kernel of the part absences: a view studied for absences, and one row for each actor that is
// missing from an item.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/bipartite/bicm_fit.hpp"
#include "engine/question/part.hpp"
#include "engine/study/study.hpp"

namespace entente::question {

struct AbsenceStudy {
  ViewStudy study;                        // all, core, coalitions, outliers' absences, absentees
  std::optional<bipartite::BicmFit> fit;  // none where the core is too small
  bool beyond_chance = false;             // the coalitions
  std::uint64_t attainable = 0;  // absences beyond chance, had all expected signatures been missing
};

Expected<AbsenceStudy> study_absences(const Inquiry& inquiry, double level);

// Where an absentee stands to the coalition in which most supporters of the item are.
enum class Side : std::uint8_t { unplaced, inside, outside };
const char* side_word(Side side) noexcept;

struct Absentee {
  NodeId actor{}, item{};
  bool named = false;  // a source says so
  Side side = Side::unplaced;
  double confidence = no_number;  // of the actor's own coalition
  double support = no_number;     // share of the others of its coalition that support the item
  double expected = no_number, p_value = no_number, q_value = no_number;
  std::string because{};
  std::vector<NodeId> reasons{};  // items that `because` names
};

// Named absentees by item, then the conspicuous ones that nobody names; the most expected first.
std::vector<Absentee> absentees_of(const KnowledgeGraph& graph, const AbsenceStudy& found);

}  // namespace entente::question
