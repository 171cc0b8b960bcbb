// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/undirected.hpp"

#include <utility>

namespace entente {

View undirected(const View& view) {
  if (!view.directed()) return view;
  EdgeList list = vertices_of(view);
  for (std::uint32_t e = 0; e < view.edge_count(); ++e) {
    list.source.push_back(view.source(e));
    list.target.push_back(view.target(e));
    list.evidence.push_back(view.evidence(e));
    if (view.has_weights()) list.weight.push_back(view.weight(e));
    if (view.has_days()) list.days.push_back(view.days(e));
  }
  return View(std::move(list));
}

}  // namespace entente
