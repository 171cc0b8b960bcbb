// SPDX-License-Identifier: Apache-2.0
#include "engine/study/membership.hpp"

#include <algorithm>
#include <limits>

namespace entente {
namespace {

constexpr double no_confidence = std::numeric_limits<double>::quiet_NaN();

}  // namespace

std::optional<Vertex> vertex_of(const TwoMode& view, NodeId actor) {
  const auto first = view.node.begin(), last = first + view.view.actor_count();
  const auto found = std::lower_bound(first, last, actor);  // actors are sorted by id, as nodes are
  if (found == last || *found != actor) return std::nullopt;
  return static_cast<Vertex>(found - first);
}

std::size_t home_view(const KnowledgeGraph& graph, const Study& study, NodeId actor) {
  for (std::size_t v = 0; v + 1 < study.views.size(); ++v) {
    const auto& kinds = study.views[v].all.projection.actor_kinds;
    if (std::find(kinds.begin(), kinds.end(), graph.kind(actor)) != kinds.end()) return v;
  }
  return study.views.size() - 1;
}

Membership membership(const ViewStudy& view, NodeId actor) {
  if (!has_coalitions(view)) return {0, no_confidence};
  if (const auto core = vertex_of(view.core, actor)) {
    return {view.coalitions->of_actor[*core] + 1, view.coalitions->confidence[*core]};
  }
  const auto leaf = vertex_of(view.all, actor);
  if (!leaf || view.all.view.out(*leaf).empty()) return {0, no_confidence};
  const auto item = view.core.view.find(view.all.view.key(view.all.view.out(*leaf).front()));
  if (!item) return {0, no_confidence};
  for (std::size_t c = 0; c < view.coalitions->coalitions.size(); ++c) {
    const auto& items = view.coalitions->coalitions[c].items;
    if (std::find(items.begin(), items.end(), *item - view.core.view.actor_count()) !=
        items.end()) {
      return {static_cast<std::uint32_t>(c + 1), no_confidence};
    }
  }
  return {0, no_confidence};
}

}  // namespace entente
