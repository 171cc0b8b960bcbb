// SPDX-License-Identifier: Apache-2.0
#include "engine/study/coalition_cells.hpp"

namespace entente {

CoalitionCells coalition_cells(const Words& words, const TwoMode& core,
                               const Coalition& coalition) {
  CoalitionCells cells;
  const auto join = [&](std::string& list, Vertex vertex) {
    if (!list.empty()) list += '|';
    list += core.view.key(vertex);
  };
  for (const Binding& binding : coalition.binding)
    join(cells.binding_items, core.view.actor_count() + binding.item);
  for (std::size_t k = 0; k < coalition.typical.size() && k < 10; ++k)
    join(cells.typical_members, coalition.typical[k]);
  cells.label = words.members(core, coalition);
  const std::string binds = words.binding(core, coalition);
  if (!binds.empty()) cells.label += "; binds: " + binds;
  return cells;
}

}  // namespace entente
