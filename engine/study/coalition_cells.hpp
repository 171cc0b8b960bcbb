// SPDX-License-Identifier: Apache-2.0
// What tables say of a coalition: its label, and the ids of what binds it and of its members.
#pragma once

#include <string>

#include "engine/study/words.hpp"

namespace entente {

struct CoalitionCells {
  std::string label;            // "France, Germany, Japan + 41; binds: no to 73/27"
  std::string binding_items;    // ids, joined by |
  std::string typical_members;  // the ten most typical, alike
};
CoalitionCells coalition_cells(const Words& words, const TwoMode& core, const Coalition& coalition);

}  // namespace entente
