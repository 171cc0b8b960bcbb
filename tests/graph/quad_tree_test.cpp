// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/quad_tree.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include "engine/base/random.hpp"

using namespace entente;
using Catch::Approx;

namespace {

std::vector<Point> random_points(std::size_t count, std::uint64_t seed) {
  Rng rng(seed);
  std::vector<Point> points(count);
  for (Point& p : points) p = {rng.uniform() * 100 - 50, rng.uniform() * 40};
  return points;
}

}  // namespace

TEST_CASE("a cell stands for the points of its ranks", "[quad_tree]") {
  const auto points = random_points(300, 1);
  std::vector<double> mass, radius;
  for (std::size_t v = 0; v < points.size(); ++v) {
    mass.push_back(1 + double(v % 5));
    radius.push_back(double(v % 3));
  }
  const QuadTree tree(points, mass, radius);
  REQUIRE(tree.bodies().size() == points.size());
  std::vector<int> seen(points.size(), 0), in_leaf(points.size(), 0);
  for (const auto& body : tree.bodies()) {
    ++seen[body.number];
    CHECK(body.place == points[body.number]);
    CHECK(body.mass == mass[body.number]);
  }
  CHECK(seen == std::vector<int>(points.size(), 1));
  const auto& cells = tree.cells();
  CHECK(cells.size() <= 2 * points.size());
  CHECK((cells[0].begin == 0 && cells[0].end == 300 && cells[0].next == cells.size()));
  for (std::uint32_t c = 0; c < cells.size(); ++c) {
    double sum = 0, x = 0, y = 0, mean = 0, most = 0;
    for (std::uint32_t k = cells[c].begin; k < cells[c].end; ++k) {
      const auto& body = tree.bodies()[k];
      sum += body.mass;
      x += body.mass * body.place.x;
      y += body.mass * body.place.y;
      mean += body.mass * body.radius;
      most = std::max(most, body.radius);
      if (cells[c].leaf) ++in_leaf[k];
      for (std::uint32_t l = cells[c].begin; l < k; ++l) {
        const Point other = tree.bodies()[l].place;
        CHECK(std::abs(body.place.x - other.x) <= cells[c].side);
        CHECK(std::abs(body.place.y - other.y) <= cells[c].side);
      }
    }
    CHECK(cells[c].mass == Approx(sum));
    CHECK(cells[c].center.x == Approx(x / sum));
    CHECK(cells[c].center.y == Approx(y / sum));
    CHECK(cells[c].radius == Approx(mean / sum));
    CHECK(cells[c].largest_radius == most);
    // Those inside follow and cover the same ranks.
    if (cells[c].leaf) {
      CHECK(cells[c].next == c + 1);
    } else {
      std::uint32_t rank = cells[c].begin;
      for (std::uint32_t child = c + 1; child < cells[c].next; child = cells[child].next) {
        CHECK(cells[child].begin == rank);
        rank = cells[child].end;
      }
      CHECK(rank == cells[c].end);
    }
  }
  CHECK(in_leaf == std::vector<int>(points.size(), 1));
}

TEST_CASE("points on one spot share a leaf", "[quad_tree]") {
  std::vector<Point> points(40, Point{3, 4});
  points.push_back({5, 6});
  const QuadTree tree(points, std::vector<double>(41, 1), {});
  REQUIRE(tree.cells().size() == 3);
  CHECK(tree.cells()[1].leaf);
  CHECK(tree.cells()[1].end == 40);
  CHECK(tree.cells()[1].side == 0);
  CHECK(QuadTree({}, {}, {}).cells().empty());
  CHECK(QuadTree(std::vector<Point>(2), std::vector<double>(2, 1), {}).cells().size() == 1);
}
