// SPDX-License-Identifier: Apache-2.0
#include "engine/projection/cells.hpp"

#include <algorithm>
#include <string_view>

namespace entente {
namespace {

// Relations that say outright that no stance was taken.
bool says_absent(std::string_view verb) {
  return verb == "not-signed" || verb == "not-ratified" || verb == "not-endorsed";
}

// Whether a claim stood by the day of the question. A retracted claim stood until the claim that
// replaces it was recorded.
bool stood(const KnowledgeGraph& graph, std::uint32_t position, const Projection& projection) {
  const Claim& claim = graph.claims()[position];
  if (!projection.relations.empty() &&
      std::find(projection.relations.begin(), projection.relations.end(), graph.text(claim.verb)) ==
          projection.relations.end())
    return false;
  if (std::binary_search(projection.without_claims.begin(), projection.without_claims.end(),
                         graph.text(claim.id)))
    return false;
  const std::string_view source = graph.text(graph.source(claim.source).id);
  if (std::find(projection.without.begin(), projection.without.end(), source) !=
      projection.without.end())
    return false;
  if (projection.known_by && claim.recorded.last > *projection.known_by) return false;
  if (claim.status != Status::retracted) return true;
  if (!projection.known_by) return false;
  const auto correction = graph.replaced_by(ClaimId{position});
  return !correction || graph.claim(*correction).recorded.last > *projection.known_by;
}

struct Candidate {
  const Claim* claim;
  ClaimId id;
  bool certain;
};

// What rules first: certain, the latest recorded, the smallest id.
bool rules_over(const KnowledgeGraph& graph, const Candidate& a, const Candidate& b) {
  if (a.certain != b.certain) return a.certain;
  if (a.claim->recorded.last != b.claim->recorded.last)
    return a.claim->recorded.last > b.claim->recorded.last;
  return graph.text(a.claim->id) < graph.text(b.claim->id);
}

}  // namespace

Reading read_pair(const KnowledgeGraph& graph, std::span<const std::uint32_t> claims,
                  const Projection& projection, Day day) {
  std::vector<Candidate> stances, absences;
  Reading reading;
  for (const std::uint32_t position : claims) {
    const Claim& claim = graph.claims()[position];
    if (!stood(graph, position, projection)) continue;
    const Held held = held_on(day, claim.from, claim.until);
    if (held == Held::no || (held == Held::possibly && projection.certain_dates)) continue;
    const std::string_view verb = graph.text(claim.verb);
    const RelationKind* relation = graph.schema().relation(verb);
    const Candidate candidate{&claim, ClaimId{position}, held == Held::certainly};
    if (verb == "invited") reading.invited = true;
    if (says_absent(verb)) absences.push_back(candidate);
    const bool counts = relation != nullptr &&
                        (relation->aspect == Aspect::support || relation->aspect == Aspect::vote);
    if (counts && claim.stance != no_stance) stances.push_back(candidate);
  }
  const auto better = [&](const Candidate& a, const Candidate& b) {
    return rules_over(graph, a, b);
  };
  std::sort(stances.begin(), stances.end(), better);
  std::sort(absences.begin(), absences.end(), better);
  const bool absent = !absences.empty() &&
                      (stances.empty() || (!stances.front().certain && absences.front().certain));
  if (absent) {
    reading.known = true;
    reading.only_possible = !absences.front().certain;
    reading.overruled = static_cast<std::uint32_t>(stances.size());
    for (const Candidate& c : absences) reading.claims.push_back(c.id);
  } else if (!stances.empty()) {
    reading.known = true;
    reading.stance = stances.front().claim->stance;
    reading.only_possible = !stances.front().certain;
    for (const Candidate& c : stances) {
      if (c.claim->stance == reading.stance) {
        reading.claims.push_back(c.id);
      } else {
        ++reading.overruled;
      }
    }
  }
  return reading;
}

}  // namespace entente
