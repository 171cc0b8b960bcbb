// SPDX-License-Identifier: Apache-2.0
#include "engine/study/picture.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace entente {
namespace {

constexpr double spacing = 40;  // between neighbours of a block
constexpr double gap = 120;     // between blocks and between layers
constexpr double smallest = 4, largest = 24;

// Puts members of a block on a square grid whose upper left corner is (x, y); returns its width.
double place_block(std::vector<Placed>& placed, const std::vector<std::size_t>& members, double x,
                   double y, double step, bool upwards) {
  const auto columns = static_cast<std::size_t>(
      std::max(1.0, std::ceil(std::sqrt(static_cast<double>(members.size())))));
  for (std::size_t k = 0; k < members.size(); ++k) {
    Placed& node = placed[members[k]];
    const double row = static_cast<double>(k / columns) * step;
    node.x = x + static_cast<double>(k % columns) * step;
    node.y = upwards ? y + row : y - row;
  }
  return static_cast<double>(std::min(columns, members.size())) * step;
}

}  // namespace

std::array<std::uint8_t, 3> group_color(std::uint32_t group) {
  static constexpr std::array<std::array<std::uint8_t, 3>, 7> palette{{{0, 114, 178},
                                                                       {213, 94, 0},
                                                                       {0, 158, 115},
                                                                       {204, 121, 167},
                                                                       {230, 159, 0},
                                                                       {86, 180, 233},
                                                                       {240, 228, 66}}};
  if (group < palette.size()) return palette[group];
  return {153, 153, 153};
}

std::vector<Placed> place(const std::vector<ToPlace>& nodes) {
  std::vector<Placed> placed(nodes.size());
  std::map<std::uint32_t, std::vector<std::size_t>> blocks[3];
  for (std::size_t v = 0; v < nodes.size(); ++v) {
    const std::uint32_t layer = std::min(nodes[v].layer, 2U);
    blocks[layer][layer == 1 ? 0 : nodes[v].group].push_back(v);
    placed[v].rgb = group_color(nodes[v].group);
    placed[v].size =
        smallest + (largest - smallest) * std::sqrt(std::clamp(nodes[v].importance, 0.0, 1.0));
  }
  double width = 0;
  for (const auto& [group, members] : blocks[0])
    width += place_block(placed, members, width, gap, spacing, true) + gap;
  const std::size_t items = blocks[1].empty() ? 0 : blocks[1].begin()->second.size();
  if (items > 0) {  // one row as wide as the actors
    const double step = std::max(spacing, width / static_cast<double>(items));
    for (std::size_t k = 0; k < items; ++k) {
      Placed& node = placed[blocks[1].begin()->second[k]];
      node.x = static_cast<double>(k) * step;
      node.y = k % 2 == 0 ? 0 : -spacing;  // two lines, so that labels do not meet
    }
  }
  double x = 0;
  for (const auto& [group, members] : blocks[2])
    x += place_block(placed, members, x, -gap - spacing, spacing, false) + gap;
  return placed;
}

}  // namespace entente
