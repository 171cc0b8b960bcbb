// SPDX-License-Identifier: Apache-2.0
#include "engine/study/what_if.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

#include "engine/study/measures.hpp"

namespace entente {
namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();

// Steps that betweenness may take in all replicates together.
constexpr double most_steps = 2e10;

std::uint32_t replicates_for(const View& view, Effort effort) {
  const std::uint32_t wanted = effort == Effort::quick ? 20 : effort == Effort::thorough ? 200 : 50;
  const double steps = double(view.vertex_count()) * (double(view.edge_count()) + 1);
  return steps * wanted <= most_steps ? wanted : 0;
}

Expected<std::vector<CentralityChange>> compare_centralities(const View& before, const View& after,
                                                             std::uint32_t replicates,
                                                             const Context& context) {
  const auto first = measure_actors(before, context), second = measure_actors(after, context);
  if (!first) return first.error();
  if (!second) return second.error();
  const auto spread = spread_of_measures(before, replicates, context);
  if (!spread) return spread.error();
  std::vector<CentralityChange> changes;
  for (std::size_t m = 0; m < first->names.size(); ++m) {
    double largest = 0;
    for (Vertex v = 0; v < before.actor_count(); ++v)
      largest = std::max(largest, std::abs(first->values[m][v]));
    for (Vertex v = 0; v < before.actor_count(); ++v) {
      const auto w = after.find(before.key(v));
      if (!w) continue;
      const double change = second->values[m][*w] - first->values[m][v];
      // What rounding alone changes is no change.
      if (!(std::abs(change) > 1e-9 * std::max(1e-300, largest))) continue;
      changes.push_back({.node = before.key(v),
                         .label = before.label(v),
                         .measure = first->names[m],
                         .before = first->values[m][v],
                         .after = second->values[m][*w],
                         .spread = spread->replicates > 0 ? spread->values[m][v] : nan,
                         .share = largest > 0 ? std::abs(change) / largest : nan});
    }
  }
  std::stable_sort(changes.begin(), changes.end(), [](const auto& a, const auto& b) {
    return a.share > b.share;  // then by measure and node, as they stand
  });
  return changes;
}

Expected<WhatIfView> compare_view(const KnowledgeGraph& before, const KnowledgeGraph& after,
                                  const Projection& projection, const Context& context) {
  WhatIfView found;
  found.name = projection.name;
  const View first = project_two_mode(before, projection).view,
             second = project_two_mode(after, projection).view;
  found.changed = first.digest() != second.digest();
  context.report(found.name + ": groups before", 0, 3);
  found.before = find_groups(before, projection, context);
  if (!found.changed) {
    found.after = found.before;
    found.groups = match_groups(found.before, found.after);
    return found;
  }
  context.report(found.name + ": groups after", 1, 3);
  found.after = find_groups(after, projection, context);
  found.groups = match_groups(found.before, found.after);
  context.report(found.name + ": centralities", 2, 3);
  found.replicates = replicates_for(first, context.effort);
  auto centralities = compare_centralities(first, second, found.replicates, context);
  if (!centralities) return centralities.error();
  found.centralities = *std::move(centralities);
  return found;
}

}  // namespace

Expected<WhatIf> what_if(const KnowledgeGraph& before, const KnowledgeGraph& after,
                         const Projection& projection, const Context& context) {
  WhatIf found;
  found.projection = projection;
  std::vector<Projection> views;
  if (projection.actor_kinds.empty()) {
    for (const Projection& view :
         {states_projection(), companies_projection(), actors_projection()}) {
      views.push_back(projection);
      views.back().name = view.name;
      views.back().actor_kinds = view.actor_kinds;
    }
  } else {
    views.push_back(projection);
    views.back().name.clear();
    for (const std::string& kind : projection.actor_kinds)
      views.back().name += (views.back().name.empty() ? "" : ", ") + kind;
  }
  for (const Projection& view : views) {
    auto compared = compare_view(before, after, view, context);
    if (!compared) return compared.error();
    found.views.push_back(*std::move(compared));
  }
  return found;
}

}  // namespace entente
