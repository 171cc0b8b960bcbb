// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/quad_tree.hpp"

#include <algorithm>
#include <bit>
#include <limits>

namespace entente {
namespace {

constexpr std::uint32_t grid_bits = 26;  // per axis
constexpr std::uint32_t leaf_size = 6;   // points that are not worth a cell of their own

struct Box {
  double left = std::numeric_limits<double>::max(), right = std::numeric_limits<double>::lowest();
  double low = left, high = right;

  void add(const Point& p) {
    left = std::min(left, p.x);
    right = std::max(right, p.x);
    low = std::min(low, p.y);
    high = std::max(high, p.y);
  }
  double side() const { return std::max(right - left, high - low); }
};

// Bits of the value at every other place.
std::uint64_t spread(std::uint32_t value) {
  std::uint64_t v = value;
  v = (v | (v << 16)) & 0x0000ffff0000ffffULL;
  v = (v | (v << 8)) & 0x00ff00ff00ff00ffULL;
  v = (v | (v << 4)) & 0x0f0f0f0f0f0f0f0fULL;
  v = (v | (v << 2)) & 0x3333333333333333ULL;
  return (v | (v << 1)) & 0x5555555555555555ULL;
}

// Which quarter of the square with sides of 2^(level + 1) a code lies in.
unsigned quarter(std::uint64_t code, unsigned level) {
  return static_cast<unsigned>(code >> (2 * level)) & 3U;
}

}  // namespace

QuadTree::QuadTree(std::span<const Point> points, std::span<const double> mass,
                   std::span<const double> radius) {
  Box box;
  for (const Point& p : points) box.add(p);
  const double side = points.empty() ? 0 : box.side();
  const double scale = side > 0 ? double((1U << grid_bits) - 1) / side : 0;
  std::vector<std::pair<std::uint64_t, std::uint32_t>> order(points.size());
  for (std::uint32_t v = 0; v < points.size(); ++v) {
    order[v] = {spread(static_cast<std::uint32_t>((points[v].x - box.left) * scale)) |
                    spread(static_cast<std::uint32_t>((points[v].y - box.low) * scale)) << 1,
                v};
  }
  std::sort(order.begin(), order.end());
  code_.reserve(order.size());
  bodies_.reserve(order.size());
  for (const auto& [code, v] : order) {
    code_.push_back(code);
    bodies_.push_back({points[v], mass[v], radius.empty() ? 0 : radius[v], v});
  }
  cells_.reserve(points.size());
  if (!points.empty()) add_cell(0, static_cast<std::uint32_t>(points.size()));
}

void QuadTree::add_cell(std::uint32_t begin, std::uint32_t end) {
  const std::size_t at = cells_.size();
  cells_.push_back({});
  Cell cell;
  cell.begin = begin;
  cell.end = end;
  Box box;
  for (std::uint32_t k = begin; k < end; ++k) {
    const Body& body = bodies_[k];
    box.add(body.place);
    cell.mass += body.mass;
    cell.center.x += body.mass * body.place.x;
    cell.center.y += body.mass * body.place.y;
    cell.radius += body.mass * body.radius;
    cell.largest_radius = std::max(cell.largest_radius, body.radius);
  }
  cell.center.x /= cell.mass;
  cell.center.y /= cell.mass;
  cell.radius /= cell.mass;
  cell.side = box.side();
  const std::uint64_t differ = code_[begin] ^ code_[end - 1];
  cell.leaf = end - begin <= leaf_size || differ == 0;
  if (!cell.leaf) {
    const auto level = static_cast<unsigned>(std::bit_width(differ) - 1) / 2;
    for (std::uint32_t from = begin; from < end;) {
      const unsigned inside = quarter(code_[from], level);
      const auto to =
          std::partition_point(code_.begin() + from, code_.begin() + end,
                               [&](std::uint64_t code) { return quarter(code, level) <= inside; });
      const auto border = static_cast<std::uint32_t>(to - code_.begin());
      add_cell(from, border);
      from = border;
    }
  }
  cell.next = static_cast<std::uint32_t>(cells_.size());
  cells_[at] = cell;
}

}  // namespace entente
