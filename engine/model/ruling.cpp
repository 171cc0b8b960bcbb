// SPDX-License-Identifier: Apache-2.0
#include "engine/model/ruling.hpp"

namespace entente {

bool recorded_by(const Claim& claim, std::optional<Day> known_by) noexcept {
  return !known_by || claim.recorded.last <= *known_by;
}

bool stands(const KnowledgeGraph& graph, ClaimId id, std::optional<Day> known_by) noexcept {
  const Claim& claim = graph.claim(id);
  if (!recorded_by(claim, known_by)) return false;
  if (claim.status != Status::retracted) return true;
  if (!known_by) return false;
  const auto correction = graph.replaced_by(id);
  return !correction || !recorded_by(graph.claim(*correction), known_by);
}

bool rules_over(const KnowledgeGraph& graph, ClaimId a, ClaimId b,
                std::optional<Day> known_by) noexcept {
  const bool a_stands = stands(graph, a, known_by), b_stands = stands(graph, b, known_by);
  if (a_stands != b_stands) return a_stands;
  const Claim &left = graph.claim(a), &right = graph.claim(b);
  if (left.recorded.last != right.recorded.last) return left.recorded.last > right.recorded.last;
  return graph.text(left.id) < graph.text(right.id);
}

}  // namespace entente
