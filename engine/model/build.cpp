// SPDX-License-Identifier: Apache-2.0
// The last step of KnowledgeGraphBuilder: rows that are known to be good become a sorted graph.
#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <numeric>
#include <utility>

#include "engine/model/builder.hpp"

namespace entente {
namespace {

// Stable, in O(order + keys): by a key below `keys`.
template <class KeyOf>
std::vector<std::uint32_t> sorted_by(const std::vector<std::uint32_t>& order, std::size_t keys,
                                     const KeyOf& key_of) {
  std::vector<std::uint32_t> next(keys + 1, 0), sorted(order.size());
  for (const std::uint32_t i : order) ++next[key_of(i) + 1];
  std::partial_sum(next.begin(), next.end(), next.begin());
  for (const std::uint32_t i : order) sorted[next[key_of(i)]++] = i;
  return sorted;
}

bool same_relation(const Claim& a, const Claim& b) {
  return a.subject == b.subject && a.verb == b.verb && a.object == b.object;
}

}  // namespace

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

// Ids are compared among the few claims of one relation alone; all else is sorted by counting.
void KnowledgeGraphBuilder::sort_claims() {
  std::vector<Claim>& claims = graph_.claims_;
  const std::size_t nodes = graph_.nodes_.size();
  std::vector<std::uint32_t> rank(graph_.pool_.size(), 0);  // of a verb, by Text
  std::uint32_t verbs = 0;
  for (const auto& [name, relation] : graph_.schema_.relations) {
    if (const auto verb = graph_.pool_.find(name)) {
      rank[static_cast<std::uint32_t>(*verb)] = verbs++;
    }
  }
  std::vector<std::uint32_t> order(claims.size());
  std::iota(order.begin(), order.end(), 0U);
  order = sorted_by(order, nodes, [&](std::uint32_t c) { return index(claims[c].object); });
  order = sorted_by(order, verbs, [&](std::uint32_t c) {
    return rank[static_cast<std::uint32_t>(claims[c].verb)];
  });
  order = sorted_by(order, nodes, [&](std::uint32_t c) { return index(claims[c].subject); });
  std::vector<Claim> sorted;
  sorted.reserve(claims.size());
  for (const std::uint32_t c : order) sorted.push_back(claims[c]);
  claims = std::move(sorted);
  for (auto first = claims.begin(); first != claims.end();) {
    const auto last = std::find_if(
        first, claims.end(), [&](const Claim& claim) { return !same_relation(claim, *first); });
    std::sort(first, last, [&](const Claim& a, const Claim& b) {
      return graph_.text(a.id) < graph_.text(b.id);
    });
    first = last;
  }
}

void KnowledgeGraphBuilder::resolve_replacements() {
  if (replacements_.empty()) return;
  std::unordered_map<std::string_view, ClaimId> claim_of;
  for (const Replacement& replacement : replacements_) {
    claim_of.emplace(graph_.text(replacement.id), no_claim);
    claim_of.emplace(graph_.text(replacement.replaced), no_claim);
  }
  for (std::uint32_t at = 0; at < graph_.claims_.size(); ++at) {
    const auto found = claim_of.find(graph_.text(graph_.claims_[at].id));
    if (found != claim_of.end()) found->second = ClaimId{at};
  }
  for (const Replacement& replacement : replacements_) {
    const ClaimId claim = claim_of.at(graph_.text(replacement.id));
    const ClaimId replaced = claim_of.at(graph_.text(replacement.replaced));
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
    while (last < claims.size() && same_relation(claims[last], claims[first])) ++last;
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

// Claims whose ids have the same hash come together, and are looked at as texts.
void KnowledgeGraphBuilder::check_claim_ids() {
  const auto& claims = graph_.claims_;
  const auto id = [&](std::uint32_t c) { return graph_.text(claims[c].id); };
  std::vector<std::uint32_t> hash, order(claims.size());
  hash.reserve(claims.size());
  for (std::uint32_t c = 0; c < claims.size(); ++c) {
    hash.push_back(static_cast<std::uint32_t>(std::hash<std::string_view>()(id(c))));
  }
  std::iota(order.begin(), order.end(), 0U);
  order = sorted_by(order, 0x10000, [&](std::uint32_t c) { return hash[c] & 0xffff; });
  order = sorted_by(order, 0x10000, [&](std::uint32_t c) { return hash[c] >> 16; });
  std::vector<std::uint32_t> repeated;
  for (auto first = order.begin(); first != order.end();) {
    const auto last =
        std::find_if(first, order.end(), [&](std::uint32_t c) { return hash[c] != hash[*first]; });
    std::sort(first, last, [&](std::uint32_t a, std::uint32_t b) {
      return std::pair(id(a), a) < std::pair(id(b), b);
    });
    for (auto c = first + 1; c < last; ++c) {
      if (id(*c) == id(*(c - 1)) && !id(*c).empty()) repeated.push_back(*c);
    }
    first = last;
  }
  std::sort(repeated.begin(), repeated.end());
  for (const std::uint32_t c : repeated) {
    problems_.add(error("K202", fmt::format("claim '{}' is there twice", id(c)), {},
                        {first_id_->file, claims[c].line, first_id_->column}));
  }
}

void KnowledgeGraphBuilder::check_replacements() {
  if (replacements_.empty()) return;
  std::unordered_map<std::string_view, bool> is_claim;
  for (const Replacement& replacement : replacements_) {
    is_claim[graph_.text(replacement.replaced)] = false;
  }
  for (const Claim& claim : graph_.claims_) {
    const auto found = is_claim.find(graph_.text(claim.id));
    if (found != is_claim.end()) found->second = true;
  }
  for (const Replacement& replacement : replacements_) {
    const std::string_view id = graph_.text(replacement.replaced);
    const bool known = is_claim.at(id);
    if (known && graph_.text(replacement.id) != id) continue;
    problems_.add(error("K214",
                        known ? fmt::format("claim '{}' replaces itself", id)
                              : fmt::format("'{}' is not a claim", id),
                        "'replaces' names the claim that this one corrects", replacement.where));
  }
}

Expected<KnowledgeGraph> KnowledgeGraphBuilder::build() && {
  check_claim_ids();
  check_replacements();
  if (problems_.failed()) return problems_.take();
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
  return std::move(graph_);
}

}  // namespace entente
