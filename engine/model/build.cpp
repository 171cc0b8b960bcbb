// SPDX-License-Identifier: Apache-2.0
// The last step of KnowledgeGraphBuilder: rows that are known to be good become a sorted graph.
#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <utility>

#include "engine/model/builder.hpp"
#include "engine/model/content_digest.hpp"

namespace entente {

// Sorts the nodes by id and renames them in the rows.
void KnowledgeGraphBuilder::sort_nodes() {
  std::vector<Node> sorted;
  std::vector<NodeId> place(graph_.nodes_.size());
  for (const std::string& id : node_ids()) {
    const NodeId old = nodes_.at(id);
    place[index(old)] = NodeId{static_cast<std::uint32_t>(sorted.size())};
    sorted.push_back(graph_.node(old));
  }
  graph_.nodes_ = std::move(sorted);
  const auto rename = [&](NodeId& id) { id = place[index(id)]; };
  for (Claim& claim : graph_.claims_) {
    rename(claim.subject);
    rename(claim.object);
  }
  for (Eligibility& entry : graph_.eligibility_) {
    rename(entry.object);
    if (entry.actor) rename(*entry.actor);
  }
  for (SameAs& entry : graph_.same_as_) rename(entry.node);
}

// Sorts the sources by id and renames them in the claims.
void KnowledgeGraphBuilder::sort_sources() {
  std::vector<Source> sorted;
  std::vector<SourceId> place(graph_.sources_.size());
  for (const std::string& id : source_ids()) {
    const SourceId old = sources_.at(id);
    place[index(old)] = SourceId{static_cast<std::uint32_t>(sorted.size())};
    sorted.push_back(graph_.source(old));
  }
  graph_.sources_ = std::move(sorted);
  for (Claim& claim : graph_.claims_) claim.source = place[index(claim.source)];
}

// Rows that are alike in what is compared here are alike in what they say, or stay as they were.
void KnowledgeGraphBuilder::sort_decisions() {
  const auto text = [&](Text handle) { return graph_.text(handle); };
  std::stable_sort(graph_.eligibility_.begin(), graph_.eligibility_.end(),
                   [&](const Eligibility& a, const Eligibility& b) {
                     return std::tuple(a.object, text(a.actor_kind), a.actor, a.from, a.until) <
                            std::tuple(b.object, text(b.actor_kind), b.actor, b.from, b.until);
                   });
  std::stable_sort(graph_.same_as_.begin(), graph_.same_as_.end(),
                   [&](const SameAs& a, const SameAs& b) {
                     return std::tuple(text(a.list), text(a.name), a.node) <
                            std::tuple(text(b.list), text(b.name), b.node);
                   });
}

void KnowledgeGraphBuilder::sort_claims() {
  graph_.claims_.shrink_to_fit();
  std::sort(graph_.claims_.begin(), graph_.claims_.end(), [&](const Claim& a, const Claim& b) {
    if (a.subject != b.subject) return a.subject < b.subject;
    if (a.verb != b.verb) return graph_.text(a.verb) < graph_.text(b.verb);
    if (a.object != b.object) return a.object < b.object;
    return graph_.text(a.id) < graph_.text(b.id);
  });
}

void KnowledgeGraphBuilder::resolve_replacements() {
  std::unordered_map<std::uint32_t, ClaimId> claim_of;
  for (const Replacement& replacement : replacements_) {
    claim_of.emplace(static_cast<std::uint32_t>(replacement.id), no_claim);
    claim_of.emplace(static_cast<std::uint32_t>(replacement.replaced), no_claim);
  }
  for (std::uint32_t at = 0; at < graph_.claims_.size(); ++at) {
    const auto found = claim_of.find(static_cast<std::uint32_t>(graph_.claims_[at].id));
    if (found != claim_of.end()) found->second = ClaimId{at};
  }
  for (const Replacement& replacement : replacements_) {
    const ClaimId claim = claim_of.at(static_cast<std::uint32_t>(replacement.id));
    const ClaimId replaced = claim_of.at(static_cast<std::uint32_t>(replacement.replaced));
    graph_.claims_[index(claim)].replaces = replaced;
    graph_.replaced_.emplace_back(replaced, claim);
  }
  std::sort(graph_.replaced_.begin(), graph_.replaced_.end(), [&](const auto& a, const auto& b) {
    const auto key = [&](const auto& pair) {
      const Claim& by = graph_.claim(pair.second);
      return std::tuple(pair.first, by.recorded.last, graph_.text(by.id));
    };
    return key(a) < key(b);
  });
}

void KnowledgeGraphBuilder::make_relations() {
  const auto& claims = graph_.claims_;
  for (std::uint32_t first = 0, last = 0; first < claims.size(); first = last) {
    const auto same = [&](const Claim& claim) {
      return claim.subject == claims[first].subject && claim.verb == claims[first].verb &&
             claim.object == claims[first].object;
    };
    while (last < claims.size() && same(claims[last])) ++last;
    graph_.relations_.push_back({first, last});
  }
}

void KnowledgeGraphBuilder::make_claims_of() {
  auto& begin = graph_.node_claims_begin_;
  begin.assign(graph_.nodes_.size() + 1, 0);
  for (const Claim& claim : graph_.claims_) {
    ++begin[index(claim.subject) + 1];
    ++begin[index(claim.object) + 1];
  }
  std::partial_sum(begin.begin(), begin.end(), begin.begin());
  graph_.node_claims_.resize(begin.back());
  std::vector<std::uint32_t> next(begin.begin(), begin.end() - 1);
  for (std::uint32_t at = 0; at < graph_.claims_.size(); ++at) {
    graph_.node_claims_[next[index(graph_.claims_[at].subject)]++] = at;
    graph_.node_claims_[next[index(graph_.claims_[at].object)]++] = at;
  }
}

Expected<KnowledgeGraph> KnowledgeGraphBuilder::build() && {
  for (const Replacement& replacement : replacements_) {
    const auto replaced = static_cast<std::uint32_t>(replacement.replaced);
    const bool known = replaced < is_claim_id_.size() && is_claim_id_[replaced];
    if (known && replacement.id != replacement.replaced) continue;
    const std::string_view id = graph_.text(replacement.replaced);
    problems_.add(error("K214",
                        known ? fmt::format("claim '{}' replaces itself", id)
                              : fmt::format("'{}' is not a claim", id),
                        "'replaces' names the claim that this one corrects", replacement.where));
  }
  if (problems_.failed()) return problems_.take();
  is_claim_id_ = {};
  sort_nodes();
  sort_sources();
  sort_claims();
  sort_decisions();
  resolve_replacements();
  make_relations();
  make_claims_of();
  for (const Claim& claim : graph_.claims_) {
    graph_.snapshot_ = std::max(graph_.snapshot_, claim.recorded.last);
  }
  graph_.digest_ = content_digest(graph_);
  return std::move(graph_);
}

}  // namespace entente
