// SPDX-License-Identifier: Apache-2.0
#include "engine/study/picture.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace entente {
namespace {

constexpr double spacing = 34;  // between neighbours
constexpr double gap = 160;     // between discs and between layers
constexpr double smallest = 6, largest = 36;
constexpr Rgb around_color{187, 187, 187};

using Members = std::vector<std::size_t>;

// Half the room that a disc of so many nodes takes.
double radius(std::size_t count) { return spacing * std::sqrt(static_cast<double>(count)) * 0.6; }

// A sunflower: the k-th node at the golden angle times k, at distance sqrt(k) (Vogel 1979,
// doi:10.1016/0025-5564(79)90080-4).
void place_disc(std::vector<Placed>& placed, const Members& members, double x, double y) {
  const double golden_angle = std::numbers::pi * (3 - std::sqrt(5.0));
  for (std::size_t k = 0; k < members.size(); ++k) {
    const double distance = spacing * std::sqrt(static_cast<double>(k)) * 0.6;
    const double angle = golden_angle * static_cast<double>(k);
    placed[members[k]].x = x + distance * std::cos(angle);
    placed[members[k]].y = y + distance * std::sin(angle);
  }
}

// Discs side by side from x = 0, their middles on one line; returns the width.
double place_discs(std::vector<Placed>& placed, const std::map<std::uint32_t, Members>& blocks,
                   double middle) {
  double x = 0;
  for (const auto& [block, members] : blocks) {
    place_disc(placed, members, x + radius(members.size()), middle);
    x += 2 * radius(members.size()) + gap;
  }
  return std::max(0.0, x - gap);
}

double tallest(const std::map<std::uint32_t, Members>& blocks) {
  std::size_t most = 0;
  for (const auto& [block, members] : blocks) most = std::max(most, members.size());
  return radius(most);
}

// One row over a width, every other node lower, so that labels do not meet.
void place_row(std::vector<Placed>& placed, const Members& members, double width) {
  const double step = std::max(4 * spacing, width / static_cast<double>(members.size()));
  for (std::size_t k = 0; k < members.size(); ++k) {
    placed[members[k]].x = (static_cast<double>(k) + 0.5) * step;
    placed[members[k]].y = k % 2 == 0 ? 0 : -2 * spacing;
  }
}

}  // namespace

std::vector<Placed> place(const std::vector<ToPlace>& nodes) {
  std::vector<Placed> placed(nodes.size());
  std::map<std::uint32_t, Members> actors, around;
  Members items;
  for (std::size_t v = 0; v < nodes.size(); ++v) {
    const double importance = std::clamp(nodes[v].importance, 0.0, 1.0);
    placed[v].size = smallest + (largest - smallest) * std::sqrt(importance);
    switch (nodes[v].layer) {
      case Layer::actors:
        placed[v].rgb = group_color(nodes[v].group);
        actors[nodes[v].block].push_back(v);
        break;
      case Layer::items:
        placed[v].rgb = item_color;
        items.push_back(v);
        break;
      case Layer::around:
        placed[v].rgb = around_color;
        around[nodes[v].block].push_back(v);
        break;
    }
  }
  for (auto& [block, members] : actors) {
    std::stable_sort(members.begin(), members.end(), [&](std::size_t a, std::size_t b) {
      return nodes[a].importance > nodes[b].importance;
    });
  }
  const double width = place_discs(placed, actors, gap + tallest(actors));
  if (!items.empty()) place_row(placed, items, width);
  place_discs(placed, around, -gap - 2 * spacing - tallest(around));
  return placed;
}

}  // namespace entente
