// SPDX-License-Identifier: Apache-2.0
// All that a data set says of a node, or of two nodes together: every claim, whether it rules, is
// overruled or retracted, and what the silence of a pair without a claim means.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/result.hpp"
#include "engine/model/knowledge_graph.hpp"
#include "engine/model/silence.hpp"
#include "engine/projection/projection.hpp"

namespace entente {

// What becomes of a claim. `rules`: over claims that say otherwise; `stands`: nobody contradicts
// it.
enum class Standing : std::uint8_t { stands, rules, overruled, retracted };
const char* word(Standing standing) noexcept;

struct DossierEntry {
  ClaimId claim{};
  Standing standing = Standing::stands;
  Held held = Held::no;  // on the day
  // As recorded by the day that the projection knows of.
  Status status = Status::asserted;
  std::optional<ClaimId> replaced_by = std::nullopt;
};

// Claims with the same verb, on the same side of the node.
struct DossierGroup {
  std::string verb;
  bool outgoing = true;               // the node is the subject
  std::vector<DossierEntry> entries;  // what stands first, then the latest recorded
};

// What it means that no claim says what an actor thinks of an item on the day.
struct SilenceReason {
  Silence silence = Silence::unknown;
  std::vector<std::string> why;  // rows of eligibility, existence, what the filters left out
};

struct Dossier {
  NodeId node{};
  std::optional<NodeId> other;
  Projection projection;  // with its day
  std::vector<DossierGroup> groups;
  std::size_t claims = 0, left_out = 0;  // left out by the filters, or recorded later
  std::size_t overruled = 0, retracted = 0;
  std::vector<std::string> coverage;  // of an item alone: whose silence about it means what
  // Of an actor and an item: what holds on the day; a known 0 has no stance.
  bool is_cell = false, known = false, only_possible = false;
  Stance stance = no_stance;
  std::optional<SilenceReason> silence;  // of a cell of which nothing is known
};

// The projection's day is set. Between two nodes the claims of both directions count.
Dossier dossier_of(const KnowledgeGraph& graph, NodeId node, std::optional<NodeId> other,
                   const Projection& projection);

// One row for each claim, in the order of the dossier.
Table claims_table(const KnowledgeGraph& graph, const Dossier& dossier);

}  // namespace entente
