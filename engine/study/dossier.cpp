// SPDX-License-Identifier: Apache-2.0
#include "engine/study/dossier.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "engine/model/contradictions.hpp"
#include "engine/model/ruling.hpp"
#include "engine/projection/cells.hpp"

namespace entente {
namespace {

Aspect aspect_of(const KnowledgeGraph& graph, const Claim& claim) {
  return graph.schema().relation(graph.text(claim.verb))->aspect;
}

bool disagree(const KnowledgeGraph& graph, const Claim& a, const Claim& b) {
  return a.subject == b.subject && a.object == b.object && a.stance != b.stance &&
         a.stance != no_stance && b.stance != no_stance &&
         aspect_of(graph, a) == aspect_of(graph, b) && may_overlap(a, b);
}

// By its place among all claims that are looked at and that share its subject and object.
Standing standing_of(const KnowledgeGraph& graph, ClaimId id, const std::vector<ClaimId>& together,
                     const Projection& projection) {
  if (!stands(graph, id, projection.known_by)) return Standing::retracted;
  Standing standing = Standing::stands;
  for (const ClaimId other : together) {
    if (!stands(graph, other, projection.known_by)) continue;
    if (!disagree(graph, graph.claim(id), graph.claim(other))) continue;
    if (rules_over(graph, other, id, projection.known_by)) return Standing::overruled;
    standing = Standing::rules;
  }
  return standing;
}

std::string row_text(const KnowledgeGraph& graph, const Eligibility& row) {
  constexpr const char* coverage[] = {"complete", "partial", "only some are named"};
  const std::string of(row.actor ? graph.label(*row.actor) : graph.text(row.actor_kind));
  std::string text = fmt::format("the list for {}: {}", of, coverage[std::size_t(row.coverage)]);
  if (!row.from.blank()) text += ", from " + to_text(row.from);
  if (!row.until.blank()) text += " until " + to_text(row.until);
  const std::string_view why = graph.text(row.why);
  return why.empty() ? text : text + fmt::format(" ({})", why);
}

SilenceReason reason_of_silence(const KnowledgeGraph& graph, NodeId actor, NodeId item,
                                const Reading& reading, Day day) {
  SilenceReason reason;
  reason.silence = SilenceOn(graph, item, day).of(actor, reading.invited);
  const Node& node = graph.node(actor);
  if (!node.from.blank() && node.from.first > day)
    reason.why.push_back("it exists from " + to_text(node.from));
  if (!node.until.blank() && node.until.last <= day)
    reason.why.push_back("it existed until " + to_text(node.until));
  const auto rows = graph.eligibility_of(item);
  const bool single = std::any_of(rows.begin(), rows.end(),
                                  [&](const Eligibility& row) { return row.actor == actor; });
  bool any = false;
  for (const Eligibility& row : rows) {
    const bool about = single ? row.actor == actor : !row.actor && row.actor_kind == node.kind;
    if (!about) continue;
    any = true;
    reason.why.push_back(row_text(graph, row));
  }
  if (rows.empty()) {
    reason.why.emplace_back("nothing says who could take a stance on it");
  } else if (!any) {
    reason.why.push_back(fmt::format("its lists have no row for {}", graph.kind(actor)));
  }
  if (reading.invited) reason.why.emplace_back("it was invited, so it could");
  if (reason.silence == Silence::absent && (reading.left_out || reading.possibly_left_out)) {
    reason.silence = Silence::unknown;
    reason.why.emplace_back("the options leave out a claim that says otherwise");
  }
  return reason;
}

Status status_by(const KnowledgeGraph& graph, ClaimId id, std::optional<Day> known_by) {
  const Status status = graph.claim(id).status;
  return status == Status::retracted && stands(graph, id, known_by) ? Status::asserted : status;
}

std::optional<ClaimId> replaced_by(const KnowledgeGraph& graph, ClaimId id,
                                   std::optional<Day> known_by) {
  const auto by = graph.replaced_by(id);
  return by && recorded_by(graph.claim(*by), known_by) ? by : std::nullopt;
}

void read_cell(const KnowledgeGraph& graph, NodeId actor, NodeId item,
               const std::vector<std::uint32_t>& claims, Dossier& dossier) {
  dossier.is_cell = true;
  const Day day = *dossier.projection.as_of;
  const Reading reading = read_pair(graph, claims, dossier.projection, day);
  dossier.known = reading.known;
  dossier.only_possible = reading.only_possible;
  dossier.stance = reading.stance;
  if (!reading.known) dossier.silence = reason_of_silence(graph, actor, item, reading, day);
}

}  // namespace

const char* word(Standing standing) noexcept {
  constexpr const char* words[] = {"stands", "rules", "overruled", "retracted"};
  return words[static_cast<std::size_t>(standing)];
}

Dossier dossier_of(const KnowledgeGraph& graph, NodeId node, std::optional<NodeId> other,
                   const Projection& projection) {
  Dossier dossier;
  dossier.node = node;
  dossier.other = other;
  dossier.projection = projection;
  const auto role = [&](NodeId n) { return *graph.schema().role(graph.kind(n)); };
  std::map<std::pair<NodeId, NodeId>, std::vector<ClaimId>> together;  // by both ends
  std::vector<std::uint32_t> cell;
  for (const std::uint32_t position : graph.claims_of(node)) {
    const Claim& claim = graph.claims()[position];
    const NodeId end = claim.subject == node ? claim.object : claim.subject;
    if (other && end != *other) continue;
    if (role(claim.subject) == Role::actor && role(claim.object) == Role::item)
      cell.push_back(position);
    if (!recorded_by(claim, projection.known_by) || is_without(graph, claim, projection)) {
      ++dossier.left_out;
      continue;
    }
    together[{claim.subject, claim.object}].push_back(ClaimId{position});
  }
  std::map<std::pair<bool, std::string_view>, DossierGroup> groups;  // outgoing ones first
  for (const auto& [ends, claims] : together) {
    for (const ClaimId id : claims) {
      const Claim& claim = graph.claim(id);
      const bool outgoing = claim.subject == node;
      DossierGroup& group = groups[{!outgoing, graph.text(claim.verb)}];
      group.verb = graph.text(claim.verb);
      group.outgoing = outgoing;
      const Standing standing = standing_of(graph, id, claims, projection);
      group.entries.push_back({id, standing, held_on(*projection.as_of, claim.from, claim.until),
                               status_by(graph, id, projection.known_by),
                               replaced_by(graph, id, projection.known_by)});
      ++dossier.claims;
      dossier.overruled += standing == Standing::overruled ? 1 : 0;
      dossier.retracted += standing == Standing::retracted ? 1 : 0;
    }
  }
  for (auto& [key, group] : groups) {
    std::stable_sort(group.entries.begin(), group.entries.end(),
                     [&](const DossierEntry& a, const DossierEntry& b) {
                       const bool a_last = a.standing >= Standing::overruled,
                                  b_last = b.standing >= Standing::overruled;
                       if (a_last != b_last) return b_last;
                       return graph.claim(a.claim).recorded.last >
                              graph.claim(b.claim).recorded.last;
                     });
    dossier.groups.push_back(std::move(group));
  }
  if (!other) {
    for (const Eligibility& row : graph.eligibility_of(node))
      dossier.coverage.push_back(row_text(graph, row));
  } else {
    const bool forth = role(node) == Role::actor && role(*other) == Role::item;
    const bool back = role(*other) == Role::actor && role(node) == Role::item;
    if (forth) read_cell(graph, node, *other, cell, dossier);
    if (back) read_cell(graph, *other, node, cell, dossier);
  }
  return dossier;
}

}  // namespace entente
