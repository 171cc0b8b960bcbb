// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/undirected.hpp"

#include <utility>

namespace entente {

View undirected(const View& view) {
  if (!view.directed()) return view;
  EdgeList list;
  list.two_mode = view.two_mode();
  list.weight_role = view.weight_role();
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    list.keys.push_back(view.key(v));
    list.labels.push_back(view.label(v));
    list.kinds.push_back(view.kind(v));
    if (view.two_mode()) list.is_item.push_back(v < view.actor_count() ? 0 : 1);
  }
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    list.source.push_back(view.source(e));
    list.target.push_back(view.target(e));
    list.evidence.push_back(view.evidence(e));
    if (view.has_weights()) list.weight.push_back(view.weight(e));
  }
  return View(std::move(list));
}

}  // namespace entente
