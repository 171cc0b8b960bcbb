// SPDX-License-Identifier: Apache-2.0
// Points of a plane with masses, in cells that can stand for all of their points at a distance.
//
// Points are sorted along a Z-curve over their square (Morton 1966), and a cell is a run of them,
// so the tree is a few flat arrays. Cells with a single child are left out. The same points give
// the same tree. Method   Barnes and Hut (1986), doi:10.1038/324446a0. Cost     O(n log n) time,
// and at most 2n cells.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace entente {

struct Point {
  double x = 0, y = 0;
  bool operator==(const Point&) const = default;
};

class QuadTree {
 public:
  struct Cell {
    Point center;                      // of mass
    double mass = 0;                   // of all its points
    double side = 0;                   // the longer one of their bounding box
    double radius = 0;                 // their mean, by mass
    double largest_radius = 0;         // among them
    std::uint32_t begin = 0, end = 0;  // its points, as ranks
    std::uint32_t next = 0;            // the first cell that is not inside of it
    bool leaf = false;
  };
  // In the order of the curve; rank 0 is the first.
  struct Body {
    Point place;
    double mass = 0, radius = 0;
    std::uint32_t number = 0;  // of the point in `points`
  };

  // Masses are above 0 and places finite; no radius: points without extent.
  QuadTree(std::span<const Point> points, std::span<const double> mass,
           std::span<const double> radius);

  const std::vector<Body>& bodies() const noexcept { return bodies_; }
  // A cell comes before those inside of it, which end where its `next` begins.
  const std::vector<Cell>& cells() const noexcept { return cells_; }

 private:
  void add_cell(std::uint32_t begin, std::uint32_t end);

  std::vector<std::uint64_t> code_;  // by rank
  std::vector<Body> bodies_;
  std::vector<Cell> cells_;
};

}  // namespace entente
