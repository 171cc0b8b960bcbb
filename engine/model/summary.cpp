// SPDX-License-Identifier: Apache-2.0
#include "engine/model/summary.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace entente {
namespace {

void count_date(DateCount& dates, DateSpan from) {
  ++(from.blank() ? dates.unknown : from.exact() ? dates.known : dates.possible);
}

std::vector<KindCount> count_kinds(const KnowledgeGraph& graph) {
  std::map<std::pair<Role, std::string_view>, std::uint32_t> count;
  for (const Node& node : graph.nodes()) {
    const std::string_view kind = graph.text(node.kind);
    ++count[{*graph.schema().role(kind), kind}];
  }
  std::vector<KindCount> kinds;
  for (const auto& [kind, nodes] : count) {
    kinds.push_back({std::string(kind.second), kind.first, nodes});
  }
  return kinds;
}

std::vector<RelationCount> count_relations(const KnowledgeGraph& graph) {
  std::map<std::string_view, RelationCount> count;
  for (const Relation& relation : graph.relations()) {
    const std::string_view verb = graph.text(graph.claims()[relation.first_claim].verb);
    RelationCount& entry = count[verb];
    entry.relation = verb;
    entry.aspect = graph.schema().relation(verb)->aspect;
    ++entry.relations;
    entry.claims += relation.last_claim - relation.first_claim;
    for (std::uint32_t at = relation.first_claim; at < relation.last_claim; ++at) {
      count_date(entry.dates, graph.claims()[at].from);
    }
  }
  std::vector<RelationCount> relations;
  for (auto& [verb, entry] : count) relations.push_back(std::move(entry));
  return relations;
}

StatusCount count_status(const KnowledgeGraph& graph) {
  StatusCount count;
  for (const Claim& claim : graph.claims()) {
    if (claim.status == Status::asserted) ++count.asserted;
    if (claim.status == Status::retracted) ++count.retracted;
    if (claim.status == Status::disputed) ++count.disputed;
  }
  return count;
}

std::vector<ItemCoverage> cover_items(const KnowledgeGraph& graph) {
  std::vector<ItemCoverage> items;
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n) {
    const NodeId id{n};
    if (graph.schema().role(graph.kind(id)) != Role::item) continue;
    ItemCoverage item;
    item.item = id;
    std::vector<NodeId> actors;
    for (const std::uint32_t at : graph.claims_of(id)) {
      const Claim& claim = graph.claims()[at];
      if (claim.object != id || claim.stance == no_stance) continue;
      ++item.claims;
      // Claims are sorted by subject, so the same actor comes in a row.
      if (actors.empty() || actors.back() != claim.subject) actors.push_back(claim.subject);
    }
    item.actors = static_cast<std::uint32_t>(actors.size());
    for (const Eligibility& row : graph.eligibility_of(id)) {
      item.coverage.push_back(
          {std::string(row.actor ? graph.id(*row.actor) : graph.text(row.actor_kind)), row.coverage,
           row.from, row.until});
    }
    items.push_back(std::move(item));
  }
  return items;
}

}  // namespace

Summary summarize(const KnowledgeGraph& graph) {
  Summary summary;
  summary.kinds = count_kinds(graph);
  summary.relations = count_relations(graph);
  for (const Claim& claim : graph.claims()) count_date(summary.dates, claim.from);
  summary.status = count_status(graph);
  summary.items = cover_items(graph);
  summary.contradictions = find_contradictions(graph);
  summary.differing = find_differing_values(graph);
  for (const Contradiction& contradiction : summary.contradictions) {
    const Stance ruling = graph.claim(contradiction.claims.front()).stance;
    for (const ClaimId claim : contradiction.claims) {
      summary.overruled += graph.claim(claim).stance != ruling ? 1 : 0;
    }
  }
  std::vector<bool> used(graph.sources().size());
  for (const Claim& claim : graph.claims()) used[index(claim.source)] = true;
  for (std::uint32_t s = 0; s < used.size(); ++s) {
    if (!used[s]) summary.unused_sources.push_back(SourceId{s});
  }
  for (std::uint32_t n = 0; n < graph.nodes().size(); ++n) {
    if (graph.claims_of(NodeId{n}).empty()) summary.silent_nodes.push_back(NodeId{n});
  }
  return summary;
}

}  // namespace entente
