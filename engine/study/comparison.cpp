// SPDX-License-Identifier: Apache-2.0
#include "engine/study/comparison.hpp"

#include <algorithm>

namespace entente {

Comparison compare_days(const KnowledgeGraph& graph, const Projection& projection, Day from, Day to,
                        const Context& context) {
  Comparison comparison;
  context.report("stances", 0, 3);
  comparison.stances = find_stance_changes(graph, projection, from, to);
  Projection view = projection;
  if (view.actor_kinds.empty()) {
    const auto nodes = graph.nodes();
    const bool states = std::any_of(nodes.begin(), nodes.end(), [&](const Node& node) {
      return graph.text(node.kind) == "state";
    });
    if (states) {
      view.name = "states";
      view.actor_kinds = {"state"};
    }
  }
  comparison.group_view = view.name;
  if (!projection.actor_kinds.empty()) {
    comparison.group_view.clear();
    for (const std::string& kind : projection.actor_kinds)
      comparison.group_view += (comparison.group_view.empty() ? "" : ", ") + kind;
  }
  context.report("groups on the first day", 1, 3);
  view.as_of = from;
  comparison.before = find_groups(graph, view, context);
  context.report("groups on the second day", 2, 3);
  view.as_of = to;
  comparison.after = find_groups(graph, view, context);
  comparison.groups = match_groups(comparison.before, comparison.after);
  return comparison;
}

}  // namespace entente
