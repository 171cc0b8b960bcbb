// SPDX-License-Identifier: Apache-2.0
// A part is what a question can be made of: a way to find something out in a view of a data set, as
// a value. It says its finding in named slots, which a question's template puts into a sentence.
//
// A part is run once in full, and again, `brief`, under every other choice that a reader could have
// made (dates, lists, null model): then only the headline and the slots are asked for.
#pragma once

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "engine/analysis/context.hpp"
#include "engine/analysis/options.hpp"
#include "engine/analysis/result.hpp"
#include "engine/model/knowledge_graph.hpp"
#include "engine/projection/projection.hpp"

namespace entente {

inline constexpr double no_number = std::numeric_limits<double>::quiet_NaN();

using Slots = std::map<std::string, std::string, std::less<>>;

// One way in which the finding is uncertain. NaN: the measure has no such number.
struct Measure {
  std::string measure;  // interval, p_value, q_value, stability, power
  std::string of;       // what is measured
  double value = no_number, low = no_number, high = no_number;
  std::string says;  // the same in a sentence
};

// The smallest set of claims without which the finding would be another one.
struct Flip {
  std::vector<ClaimId> claims;  // empty: none was found
  bool exact = false;           // no smaller set would do; else the set is an upper bound
  std::string says;
};

// A piece of what the finding states, which is compared between choices.
struct Stated {
  std::string what;   // "verdict", "leaders", "counts"
  std::string key;    // the same where the same is stated
  std::string says;   // in words
  bool turns = true;  // another one is another finding; false: numbers may move while it holds
};

struct Finding {
  bool told = true;      // false: the data cannot tell
  std::string why{};     // it cannot
  std::string headline;  // compared between choices, as what is stated is
  Slots slots;
  std::vector<Table> tables;
  std::vector<Measure> uncertainty;
  std::vector<ClaimId> claims;  // that it rests on, the most telling first
  std::vector<std::string> missing;
  Flip flip;
  std::map<NodeId, std::uint32_t> groups{};  // where it divides actors
  std::vector<std::string> named{};          // what it names, sorted: pairs, actors
  std::vector<Stated> stated{};
};

// A finding that the data cannot tell, and why.
Finding cannot_tell(std::string why);

struct Inquiry {
  const KnowledgeGraph& graph;
  Projection projection;  // its day is set
  Params params;          // of the part, complete
  std::string null_model;
  std::optional<Day> from, to;  // what a comparison of two days compares
  const Context& context;
  bool brief = false;
};

struct SlotSpec {
  std::string_view name, meaning;
};

struct Part {
  std::string_view id, does;
  std::vector<SlotSpec> slots;
  std::vector<ParamSpec> params;
  std::vector<std::string_view> null_models;  // the first is the default; empty: it tests nothing
  Expected<Finding> (*find)(const Inquiry&) = nullptr;
};

const std::vector<Part>& parts();
const Part* find_part(std::string_view id);

}  // namespace entente
