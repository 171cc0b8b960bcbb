// SPDX-License-Identifier: Apache-2.0
// Where a node stands in a picture, how large it is, and its colour.
//
// Actors stand in discs side by side, one for each block, the most important in the middle; items
// in a row below them, as wide as they are; what is around them in discs below that. The picture
// says no more than the blocks do, and does not depend on any random start.
#pragma once

#include <cstdint>
#include <vector>

#include "engine/base/palette.hpp"

namespace entente {

struct Placed {
  double x = 0, y = 0, size = 4;
  Rgb rgb{153, 153, 153};
};

enum class Layer : std::uint8_t { actors, items, around };

struct ToPlace {
  Layer layer = Layer::actors;
  std::uint32_t block = 0;  // which disc of its layer, from left to right
  std::uint32_t group = 0;  // its colour; no_color: grey
  double importance = 0;    // area of the node, in [0, 1]
};
inline constexpr std::uint32_t no_color = 0xffffffff;

// In the order given. O(n log n).
std::vector<Placed> place(const std::vector<ToPlace>& nodes);

}  // namespace entente
