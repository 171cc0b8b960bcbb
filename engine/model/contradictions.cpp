// SPDX-License-Identifier: Apache-2.0
#include "engine/model/contradictions.hpp"

#include <algorithm>
#include <utility>

#include "engine/model/ruling.hpp"

namespace entente {
namespace {

struct Stated {
  NodeId object;
  Aspect aspect;
  ClaimId claim;
};

// Those of the group [first, last) that disagree with another one of it.
std::vector<ClaimId> disagreeing(const KnowledgeGraph& graph, std::span<const Stated> group) {
  std::vector<ClaimId> found;
  for (const Stated& a : group) {
    const Claim& claim = graph.claim(a.claim);
    const bool disagrees = std::any_of(group.begin(), group.end(), [&](const Stated& b) {
      const Claim& other = graph.claim(b.claim);
      return other.stance != claim.stance && may_overlap(claim, other);
    });
    if (disagrees) found.push_back(a.claim);
  }
  std::sort(found.begin(), found.end(),
            [&](ClaimId a, ClaimId b) { return rules_over(graph, a, b); });
  return found;
}

}  // namespace

bool may_overlap(const Claim& a, const Claim& b) noexcept {
  const Day begin = std::max(a.from.first, b.from.first);
  return begin < a.until.last && begin < b.until.last;
}

std::vector<Contradiction> find_contradictions(const KnowledgeGraph& graph) {
  std::vector<Contradiction> found;
  std::vector<Stated> stated;  // by one subject
  const auto claims = graph.claims();
  for (std::uint32_t at = 0; at < claims.size();) {
    const NodeId subject = claims[at].subject;
    stated.clear();
    for (; at < claims.size() && claims[at].subject == subject; ++at) {
      const Claim& claim = claims[at];
      if (claim.stance == no_stance || claim.status == Status::retracted) continue;
      const Aspect aspect = graph.schema().relation(graph.text(claim.verb))->aspect;
      stated.push_back({claim.object, aspect, ClaimId{at}});
    }
    std::stable_sort(stated.begin(), stated.end(), [](const Stated& a, const Stated& b) {
      return std::pair(a.object, a.aspect) < std::pair(b.object, b.aspect);
    });
    for (auto first = stated.begin(); first != stated.end();) {
      const auto last = std::find_if(first, stated.end(), [&](const Stated& s) {
        return s.object != first->object || s.aspect != first->aspect;
      });
      auto disagree = disagreeing(graph, {first, last});
      if (!disagree.empty()) {
        found.push_back({subject, first->object, first->aspect, std::move(disagree)});
      }
      first = last;
    }
  }
  return found;
}

}  // namespace entente
