// SPDX-License-Identifier: Apache-2.0
#include "engine/projection/cells.hpp"

#include <algorithm>
#include <string_view>

#include "engine/model/roll_call.hpp"
#include "engine/model/ruling.hpp"

namespace entente {
namespace {

struct Candidate {
  ClaimId id;
  bool certain;
  bool voted;
};

bool any_certain(std::span<const Candidate> candidates) {
  return std::any_of(candidates.begin(), candidates.end(),
                     [](const Candidate& c) { return c.certain; });
}

// An empty list asks for nothing in particular.
bool wanted(const std::vector<std::string>& list, std::string_view word) {
  return list.empty() || std::find(list.begin(), list.end(), word) != list.end();
}

// Whether the question is about claims of this verb, and about this claim.
bool is_about(const KnowledgeGraph& graph, const Claim& claim, const Projection& projection) {
  return wanted(projection.relations, graph.text(claim.verb)) &&
         !std::binary_search(projection.without_claims.begin(), projection.without_claims.end(),
                             graph.text(claim.id));
}

// What was put to the vote is answered by voting: to sponsor it would say the same thing twice.
// Unless the question is about sponsoring.
bool takes_stance(const KnowledgeGraph& graph, const Claim& claim, const RelationKind& relation,
                  const Projection& projection) {
  if (claim.stance == no_stance) return false;
  if (relation.aspect == Aspect::vote) return true;
  return relation.aspect == Aspect::support &&
         (!projection.relations.empty() || !is_roll_call(graph, claim.object));
}

// Both in the order of the policy.
void conclude(const KnowledgeGraph& graph, std::vector<Candidate>& stances,
              std::vector<Candidate>& absences, Reading& reading) {
  const Stance ruling = stances.empty() ? no_stance : graph.claim(stances.front().id).stance;
  const auto others =
      std::stable_partition(stances.begin(), stances.end(),
                            [&](const Candidate& c) { return graph.claim(c.id).stance == ruling; });
  const std::span<const Candidate> agreeing(stances.begin(), others);
  const bool absent =
      !absences.empty() && (stances.empty() || (!any_certain(agreeing) && any_certain(absences)));
  const std::span<const Candidate> say = absent ? absences : agreeing;
  if (say.empty()) return;
  reading.known = true;
  if (!absent) reading.stance = ruling;
  reading.only_possible = !any_certain(say);
  reading.overruled =
      static_cast<std::uint32_t>(absent ? stances.size() : stances.size() - agreeing.size());
  for (const Candidate& c : say) reading.claims.push_back(c.id);
}

}  // namespace

bool is_without(const KnowledgeGraph& graph, const Claim& claim, const Projection& projection) {
  return !projection.without.empty() &&
         wanted(projection.without, graph.text(graph.source(claim.source).id));
}

bool looks_at(const KnowledgeGraph& graph, ClaimId claim, const Projection& projection) {
  return stands(graph, claim, projection.known_by) &&
         !is_without(graph, graph.claim(claim), projection) &&
         is_about(graph, graph.claim(claim), projection);
}

bool looks_at(const KnowledgeGraph& graph, NodeId node, const Projection& projection) {
  switch (*graph.schema().role(graph.kind(node))) {
    case Role::actor:
      return wanted(projection.actor_kinds, graph.kind(node)) &&
             wanted(projection.countries, graph.text(graph.node(node).country));
    case Role::item:
      return wanted(projection.items, graph.id(node));
    case Role::around:
      break;
  }
  return true;
}

Reading read_pair(const KnowledgeGraph& graph, std::span<const std::uint32_t> claims,
                  const Projection& projection, Day day) {
  std::vector<Candidate> stances, absences;
  Reading reading;
  bool left_out = false, possibly = false;
  for (const std::uint32_t position : claims) {
    const Claim& claim = graph.claims()[position];
    const Held held = held_on(day, claim.from, claim.until);
    if (held == Held::no) continue;
    const RelationKind& relation = *graph.schema().relation(graph.text(claim.verb));
    if (!looks_at(graph, ClaimId{position}, projection)) {
      left_out =
          left_out || (takes_stance(graph, claim, relation, projection) &&
                       claim.status != Status::retracted && is_about(graph, claim, projection));
      continue;
    }
    if (held == Held::possibly && projection.certain_dates) {
      possibly = possibly || takes_stance(graph, claim, relation, projection);
      continue;
    }
    const Candidate candidate{ClaimId{position}, held == Held::certainly,
                              relation.aspect == Aspect::vote};
    if (relation.makes_eligible) reading.invited = true;
    if (relation.says_absent) absences.push_back(candidate);
    if (takes_stance(graph, claim, relation, projection)) stances.push_back(candidate);
  }
  const auto better = [&](const Candidate& a, const Candidate& b) {
    if (a.voted != b.voted) return a.voted;
    return rules_over(graph, a.id, b.id, projection.known_by);
  };
  std::sort(stances.begin(), stances.end(), better);
  std::sort(absences.begin(), absences.end(), better);
  conclude(graph, stances, absences, reading);
  reading.left_out = !reading.known && left_out;
  reading.possibly_left_out = !reading.known && possibly;
  const auto disputed = [&](ClaimId id) { return graph.claim(id).status == Status::disputed; };
  if (projection.without_disputed &&
      (reading.overruled > 0 ||
       std::any_of(reading.claims.begin(), reading.claims.end(), disputed))) {
    reading = {.invited = reading.invited, .claims = {}, .possibly_left_out = true};
  }
  return reading;
}

}  // namespace entente
