// SPDX-License-Identifier: Apache-2.0
#include "engine/model/differing_values.hpp"

#include <algorithm>
#include <tuple>

namespace entente {
namespace {

constexpr std::int32_t longest_month = 31;

bool dated(DateSpan span) {
  return span.first != before_all && span.last != after_all &&
         span.last.number - span.first.number < longest_month;
}

bool overlap(DateSpan a, DateSpan b) { return a.first <= b.last && b.first <= a.last; }

// Puts those of [first, last), sorted by date, that share a time into one entry, where they differ.
void add_groups(const KnowledgeGraph& graph, std::span<const ClaimId> claims,
                std::vector<DifferingValues>& found) {
  for (auto first = claims.begin(); first != claims.end();) {
    DateSpan time = graph.claim(*first).from;
    auto last = std::next(first);
    for (; last != claims.end() && overlap(time, graph.claim(*last).from); ++last)
      time.last = std::max(time.last, graph.claim(*last).from.last);
    const bool differ = std::any_of(first, last, [&](ClaimId claim) {
      return graph.claim(claim).value != graph.claim(*first).value;
    });
    if (differ) {
      const Claim& claim = graph.claim(*first);
      found.push_back({claim.subject, claim.object, {first, last}});
    }
    first = last;
  }
}

}  // namespace

std::vector<DifferingValues> find_differing_values(const KnowledgeGraph& graph) {
  std::vector<DifferingValues> found;
  for (const Relation& relation : graph.relations()) {
    const std::string_view verb = graph.text(graph.claims()[relation.first_claim].verb);
    if (!graph.schema().relation(verb)->one_value) continue;
    std::vector<ClaimId> claims;
    for (std::uint32_t at = relation.first_claim; at < relation.last_claim; ++at) {
      const Claim& claim = graph.claims()[at];
      if (claim.status != Status::retracted && dated(claim.from)) claims.push_back(ClaimId{at});
    }
    std::sort(claims.begin(), claims.end(), [&](ClaimId a, ClaimId b) {
      const Claim &left = graph.claim(a), &right = graph.claim(b);
      return std::tuple(left.from, graph.text(left.id)) <
             std::tuple(right.from, graph.text(right.id));
    });
    add_groups(graph, claims, found);
  }
  return found;
}

}  // namespace entente
