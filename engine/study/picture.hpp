// SPDX-License-Identifier: Apache-2.0
// Where a node stands in a picture, how large it is, and its colour.
//
// The layout is layered: actors in blocks, one for each group, items in a row of their own between
// the blocks, what is around them below. It says no more than the groups do, and does not depend on
// any random start.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

namespace entente {

struct Placed {
  double x = 0, y = 0, size = 4;
  std::array<std::uint8_t, 3> rgb{153, 153, 153};
};

struct ToPlace {
  std::uint32_t layer = 0;  // 0 actors, 1 items, 2 around
  std::uint32_t group = 0;  // among actors: blocks side by side; no_group: the last block, grey
  double importance = 0;    // area of the node, in [0, 1]
};
inline constexpr std::uint32_t no_group = 0xffffffff;

// In the order given; nodes of one block in that order too.
std::vector<Placed> place(const std::vector<ToPlace>& nodes);

// Colours that people with any colour vision tell apart: Okabe and Ito (2008), Color Universal
// Design. Groups beyond the seventh are grey.
std::array<std::uint8_t, 3> group_color(std::uint32_t group);

}  // namespace entente
