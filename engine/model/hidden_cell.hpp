// SPDX-License-Identifier: Apache-2.0
// A cell (actor, item) of a two-mode graph of which silence says nothing, as a table names it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace entente {

struct HiddenCell {
  std::string actor, item;
  bool impossible = false;  // else unknown
  std::uint32_t line = 0;   // of the table
};

struct HiddenCells {
  std::string file;
  std::vector<HiddenCell> cells;
};

}  // namespace entente
