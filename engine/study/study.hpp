// SPDX-License-Identifier: Apache-2.0
// The batch run: who stands with whom in a data set on a day, who is conspicuously absent, and how
// sure the data let us be. Findings are values; report/ turns them into words and files.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/context.hpp"
#include "engine/analysis/result.hpp"
#include "engine/base/expected.hpp"
#include "engine/projection/two_mode.hpp"
#include "engine/study/backbone.hpp"
#include "engine/study/brokers.hpp"
#include "engine/study/coalitions.hpp"
#include "engine/study/measures.hpp"
#include "engine/study/named_absentees.hpp"
#include "engine/study/outliers.hpp"
#include "engine/study/second_opinions.hpp"

namespace entente {

// Whether there is more in a table than activity and popularity: butterflies (pairs of actors that
// share pairs of items) in the data against tables with the same sums.
struct Structure {
  double butterflies = 0, null_mean = 0, null_sd = 0;
  double p_upper = 1, p_lower = 1;
  std::uint32_t draws = 0;
};

// A headline of a view, and whether it survives each of some other choices (sensitivity.hpp).
enum class HeadlineKind : std::uint8_t {
  beyond_chance,
  same_coalitions,
  absentees,
  absences,
  unusual,
  brokers
};
inline constexpr const char* list_left_out = "list left out";
struct Trial {
  std::string kind;    // "null model", "resolution", "dates", "disputed", list_left_out
  std::string choice;  // "bicm", "0.8", "certain", the list's node id
  bool survives = false;
  // beyond_chance, absences and unusual: p; brokers: the share of them that is left; else the
  // adjusted Rand index of the coalitions.
  double value = 0;
};
struct Headline {
  HeadlineKind kind = HeadlineKind::beyond_chance;
  NodeId item{};  // of absentees: the agreement; of unusual: the actor
  std::vector<Trial> trials;

  std::size_t survived() const noexcept;
};
using Sensitivity = std::vector<Headline>;

// One view. Centralities are of all its actors; coalitions, null models and outliers of the core,
// the actors with at least two stances.
struct ViewStudy {
  TwoMode all, core;
  ActorMeasures measures;              // of `all`
  std::vector<std::uint32_t> leaves;   // actors of `all` with one stance
  std::optional<Structure> structure;  // none: the core is too small for a null model
  std::optional<Coalitions> coalitions;
  Backbone backbone;
  Outliers outliers;
  std::vector<NamedAbsentees> absentees;
  SecondOpinions opinions;      // of its coalitions, where it has any
  std::vector<Broker> brokers;  // of the view of all actors
  Sensitivity sensitivity;
  std::vector<std::string> cautions;  // what this view cannot tell, in sentences
};

// Whether a view has coalitions beyond chance (p <= 0.05); where it has none, none are reported.
bool has_coalitions(const ViewStudy& view) noexcept;

struct Study {
  Projection projection;  // of which the views show a part each
  Day day;
  std::vector<ViewStudy> views;  // states, companies, all actors
  // The same state coalitions with certain dates only (or with possible ones, where the run takes
  // the certain ones): how well they agree. None where either side has no coalitions.
  std::optional<double> agreement_of_date_choices;
};

// Steps are reported to the context by the view's name and what is computed.
Expected<Study> run_study(const KnowledgeGraph& graph, const Projection& projection,
                          const Context& context);

}  // namespace entente
