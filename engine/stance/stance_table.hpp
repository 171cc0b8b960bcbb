// SPDX-License-Identifier: Apache-2.0
// The stances that actors took on items: 1 for, 0 abstained or declined, -1 against. Silence is no
// stance, and a cell that could not be seen has none.
//
//   signed View   the sign of each edge
//   unsigned      an edge is 1; of a roll call with its yes and no items, an edge to no is -1, and
//   a
//                 known cell without an edge to either is 0
// Edges of one cell that contradict each other leave no stance there.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/graph/view.hpp"

namespace entente::stance {

struct Stand {
  std::uint32_t other = 0;  // column, or actor
  std::int8_t stance = 0;
};

struct StanceTable {
  std::vector<std::vector<Stand>> of_actor;   // by actor: its stances, by column
  std::vector<std::vector<Stand>> on_column;  // by column: the stances on it, by actor
  std::vector<std::string> column_name;       // the item's key; of a roll call without .yes or .no
  std::vector<std::uint8_t> is_roll_call;     // by column: someone could have said no or abstained
  std::uint32_t contradictions = 0;           // cells
};

// Two-mode Views only. A roll call is an item with two answers, of kind `vote`, or with a sign
// other than 1.
StanceTable stance_table(const View& view);

}  // namespace entente::stance
