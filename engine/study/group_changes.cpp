// SPDX-License-Identifier: Apache-2.0
#include "engine/study/group_changes.hpp"

#include <algorithm>
#include <map>

#include "engine/bipartite/incidence.hpp"
#include "engine/graph/partition_comparison.hpp"
#include "engine/study/amounts.hpp"
#include "engine/study/words.hpp"

namespace entente {
namespace {

constexpr double part_of_a_split = 0.2, part_of_a_merger = 0.5;
constexpr std::uint32_t fewest = 2;

// By key: the two sides may be of different graphs.
std::map<std::string, Vertex> actors_of(const ViewGroups& groups) {
  std::map<std::string, Vertex> actors;
  const View& view = groups.core.view;
  for (Vertex v = 0; v < view.actor_count(); ++v) actors[view.key(v)] = v;
  return actors;
}

}  // namespace

ViewGroups find_groups(const KnowledgeGraph& graph, const Projection& projection,
                       const Context& context) {
  ViewGroups groups;
  groups.core = core_of(project_two_mode(graph, projection), graph);
  if (is_small(groups.core)) return groups;
  const View& view = groups.core.view;
  groups.too_large = std::uint64_t{view.actor_count()} * view.item_count() > most_group_cells;
  if (groups.too_large) return groups;
  groups.coalitions = find_coalitions(bipartite::Incidence(groups.core.view),
                                      amounts_of(context.effort).coalitions, context);
  const Words words(graph);
  for (const Coalition& coalition : groups.coalitions->coalitions)
    groups.names.push_back(words.members(groups.core, coalition));
  return groups;
}

GroupChanges match_groups(const ViewGroups& before, const ViewGroups& after) {
  GroupChanges changes;
  const auto then = actors_of(before), now = actors_of(after);
  std::vector<std::pair<Vertex, Vertex>> both;
  for (const auto& [actor, v] : then) {
    const auto found = now.find(actor);
    if (found == now.end()) {
      changes.went.push_back(actor);
    } else {
      both.emplace_back(v, found->second);
    }
  }
  for (const auto& [actor, v] : now) {
    if (!then.contains(actor)) changes.came.push_back(actor);
  }
  changes.common = static_cast<std::uint32_t>(both.size());
  if (!before.coalitions || !after.coalitions) return changes;

  const Coalitions &first = *before.coalitions, &second = *after.coalitions;
  std::vector<std::uint32_t> in_first, in_second;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> flows;
  std::vector<std::uint32_t> members(first.coalitions.size(), 0);
  for (const auto& [v, w] : both) {
    in_first.push_back(first.of_actor[v]);
    in_second.push_back(second.of_actor[w]);
    ++flows[{first.of_actor[v], second.of_actor[w]}];
    ++members[first.of_actor[v]];
  }
  if (!both.empty()) changes.adjusted_rand = adjusted_rand(contingency(in_first, in_second));
  changes.splits.resize(first.coalitions.size());
  changes.merges.resize(second.coalitions.size());
  std::vector<std::uint32_t> heir(first.coalitions.size(), 0), most(first.coalitions.size(), 0);
  for (const auto& [ends, count] : flows) {
    const auto& [from, to] = ends;
    changes.flows.push_back({from, to, count});
    const double share = static_cast<double>(count) / members[from];
    if (share >= part_of_a_split && count >= fewest) changes.splits[from].push_back(to);
    if (share >= part_of_a_merger && count >= fewest) changes.merges[to].push_back(from);
    if (count > most[from]) most[from] = count, heir[from] = to;
  }
  for (auto* list : {&changes.splits, &changes.merges}) {
    for (auto& parts : *list) {
      if (parts.size() < 2) parts.clear();
    }
  }
  for (const auto& [v, w] : both) {
    const std::uint32_t from = first.of_actor[v], to = second.of_actor[w];
    if (to == heir[from]) continue;
    changes.movers.push_back({before.core.view.key(v), before.core.view.label(v), from, to,
                              first.confidence[v], second.confidence[w]});
  }
  return changes;
}

}  // namespace entente
