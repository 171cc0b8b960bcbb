// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/force_atlas.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "engine/base/parallel.hpp"
#include "engine/graph/packing.hpp"
#include "engine/graph/springs.hpp"

namespace entente {
namespace {

constexpr double touching = 0.01;       // rims that are nearer push as at this distance
constexpr double same_spot = 1e-6;      // centres that are nearer push as at this distance
constexpr double largest_pull = 1e100;  // of an edge: squares of forces stay finite
constexpr double slowness = 0.1;
constexpr double longest_step = 7;      // in units of sqrt(scaling), as lengths grow with it
constexpr double shortest_step = 1e-4;  // the same; nothing moves farther: at rest
constexpr std::uint32_t coarse_enough = 20;
constexpr std::uint32_t coarse_steps = 200, coarsest_steps = 1000;
constexpr std::size_t chunk = 256, move_chunk = 8192;

double length(const Point& p) { return std::sqrt(p.x * p.x + p.y * p.y); }
void add(Point& sum, const Point& along, double factor) {
  sum.x += factor * along.x;
  sum.y += factor * along.y;
}

class Field {
 public:
  Field(const Springs& springs, const std::vector<double>& radius, const ForceAtlasOptions& options)
      : springs_(&springs),
        radius_(&radius),
        options_(&options),
        extended_(!radius.empty()),
        theta_(springs.vertex_count() <= exact_up_to ? 0 : options.theta * options.theta) {}

  // Calls use(v, force) once for each vertex, from many threads; returns the sums, over the
  // chunks in their order, of the pairs that it gives.
  template <class Use>
  Point for_forces(const std::vector<Point>& places, Use&& use) const {
    const QuadTree tree(places, springs_->mass, *radius_);
    const std::size_t n = places.size();
    std::vector<Point> sums((n + chunk - 1) / chunk);
    const ChunkedLoop loop{
        .count = n, .chunk = chunk, .threads = options_->threads, .stop = options_->stop};
    for_chunks(loop, [&](std::size_t from, std::size_t to) {
      Point& sum = sums[from / chunk];
      for (std::size_t rank = from; rank < to; ++rank) {
        const QuadTree::Body& body = tree.bodies()[rank];
        Point force = push(tree, static_cast<std::uint32_t>(rank));
        pull(body, places, force);
        add(force, body.place, -weight_of(body));
        add(sum, use(Vertex(body.number), force), 1);
      }
    });
    Point total;
    for (const Point& sum : sums) add(total, sum, 1);
    return total;
  }

 private:
  // Gravity over the distance to the origin.
  double weight_of(const QuadTree::Body& body) const {
    const double pull = options_->gravity * body.mass;
    return options_->strong_gravity ? pull : pull / std::max(1.0, length(body.place));
  }

  double radius(Vertex v) const { return extended_ ? (*radius_)[v] : 0; }

  Point push(const QuadTree& tree, std::uint32_t rank) const {
    const QuadTree::Body& self = tree.bodies()[rank];
    const auto& cells = tree.cells();
    Point sum;
    for (std::uint32_t c = 0; c < cells.size();) {
      const QuadTree::Cell& cell = cells[c];
      const Point away{self.place.x - cell.center.x, self.place.y - cell.center.y};
      const double square = away.x * away.x + away.y * away.y;
      const bool outside = rank < cell.begin || rank >= cell.end;
      if (outside && cell.side * cell.side < theta_ * square && clear_of(self, cell, square)) {
        add(sum, away, cell.mass * push_per_mass(square, self.radius + cell.radius));
        c = cell.next;
      } else if (cell.leaf) {
        for (std::uint32_t k = cell.begin; k < cell.end; ++k) {
          if (k != rank) push_apart(self, tree.bodies()[k], sum);
        }
        c = cell.next;
      } else {
        ++c;
      }
    }
    const double factor = options_->scaling * self.mass;
    return {sum.x * factor, sum.y * factor};
  }

  // No point of the cell can overlap the body.
  bool clear_of(const QuadTree::Body& self, const QuadTree::Cell& cell, double square) const {
    if (!extended_) return true;
    const double reach = self.radius + cell.largest_radius + 1.5 * cell.side;
    return square > reach * reach;
  }

  // Over the distance of the centres, which multiplies it again as a vector.
  double push_per_mass(double square, double radii) const {
    if (!extended_) return 1 / square;
    const double distance = std::sqrt(square);
    return 1 / (std::max(distance - radii, touching) * distance);
  }

  void push_apart(const QuadTree::Body& self, const QuadTree::Body& other, Point& sum) const {
    Point away{self.place.x - other.place.x, self.place.y - other.place.y};
    double square = away.x * away.x + away.y * away.y;
    if (square < same_spot * same_spot) {  // one to the left, the other to the right
      away = {self.number < other.number ? -same_spot : same_spot, 0};
      square = same_spot * same_spot;
    }
    add(sum, away, other.mass * push_per_mass(square, self.radius + other.radius));
  }

  void pull(const QuadTree::Body& self, const std::vector<Point>& places, Point& force) const {
    const Vertex v = self.number;
    for (std::size_t k = springs_->begin[v]; k < springs_->begin[v + 1]; ++k) {
      const Vertex u = springs_->other[k];
      const Point towards{places[u].x - self.place.x, places[u].y - self.place.y};
      double factor = springs_->strength_at(k);
      if (extended_ || options_->lin_log) {
        const double distance = length(towards);
        const double gap = distance - radius(v) - radius(u);
        if (gap <= 0) continue;
        factor *= (options_->lin_log ? std::log1p(gap) : gap) / distance;
      }
      add(force, towards, std::min(factor, largest_pull));
    }
  }

  const Springs* springs_;
  const std::vector<double>* radius_;
  const ForceAtlasOptions* options_;
  bool extended_;
  double theta_;  // squared
};

std::uint32_t steps_for(std::uint32_t vertices) {
  return std::clamp(20'000'000 / vertices, 100U, 500U);
}

double tolerance_for(std::size_t vertices) {
  return vertices < 5'000 ? 0.1 : vertices < 50'000 ? 1 : 10;
}

// In a disc, uniformly.
Point scattered(std::uint64_t name, const Rng& rng, double radius) {
  Rng own = rng.split(name);
  const double distance = radius * std::sqrt(own.uniform());
  const double angle = 2 * std::numbers::pi * own.uniform();
  return {distance * std::cos(angle), distance * std::sin(angle)};
}

// One part, or what it becomes when it is coarsened.
class Arrangement {
 public:
  // `work` is what all parts take together, in steps times vertices.
  Arrangement(const ForceAtlasOptions& options, const Rng& rng, double work)
      : options_(&options), rng_(&rng), unit_(std::sqrt(options.scaling)), work_(work) {}

  static std::uint32_t steps_of(const ForceAtlasOptions& options, std::size_t vertices) {
    return options.steps > 0 ? options.steps : steps_for(static_cast<std::uint32_t>(vertices));
  }

  struct Moved {
    std::uint32_t steps = 0;
    bool settled = false;
  };
  Moved arrange(const Springs& part, const std::vector<double>& radius,
                std::vector<Point>& places) {
    places = start(part);
    const double n = part.vertex_count();
    const std::uint32_t most = steps_of(*options_, part.vertex_count());
    const Moved moved = move(part, radius, most, places, [&](std::uint32_t steps) {
      if (options_->progress) options_->progress(done_ + steps * n, work_);
    });
    done_ += most * n;
    return moved;
  }

 private:
  std::vector<Point> start(const Springs& part) const {
    std::vector<Point> places;
    if (part.vertex_count() > coarse_enough) {
      const Coarser coarse = coarser(part);
      if (coarse.springs.vertex_count() < 0.9 * part.vertex_count()) {
        std::vector<Point> around = start(coarse.springs);
        const bool last = coarse.springs.vertex_count() <= coarse_enough;
        move(coarse.springs, {}, last ? coarsest_steps : coarse_steps, around,
             [](std::uint32_t) {});
        for (std::uint32_t v = 0; v < part.vertex_count(); ++v) {
          places.push_back(around[coarse.place[v]]);
          add(places[v], scattered(part.name[v], *rng_, unit_ * std::sqrt(part.mass[v])), 1);
        }
        return places;
      }
    }
    double mass = 0;
    for (const double m : part.mass) mass += m;
    for (std::uint32_t v = 0; v < part.vertex_count(); ++v) {
      places.push_back(scattered(part.name[v], *rng_, 3 * unit_ * std::sqrt(mass)));
    }
    return places;
  }

  template <class Report>
  Moved move(const Springs& part, const std::vector<double>& radius, std::uint32_t most,
             std::vector<Point>& places, Report&& report) const {
    const std::size_t n = places.size();
    const Field field(part, radius, *options_);
    const double tolerance = options_->tolerance > 0 ? options_->tolerance : tolerance_for(n);
    std::vector<Point> force(n);
    std::vector<double> swing(n);
    double speed = 0;
    Moved moved;
    while (!moved.settled && moved.steps < most) {
      const Point sums = field.for_forces(places, [&](std::uint32_t v, const Point& now) {
        const Point before = force[v];
        force[v] = now;
        swing[v] = length({now.x - before.x, now.y - before.y});
        const double traction = length({now.x + before.x, now.y + before.y}) / 2;
        return Point{part.mass[v] * swing[v], part.mass[v] * traction};
      });
      const double steady = sums.x > 0 ? tolerance * sums.y / sums.x : 1e9;
      speed = speed > 0 ? std::min(steady, 1.5 * speed) : std::max(steady, 1e-9);
      ++moved.steps;
      moved.settled = step(force, swing, speed, places) < shortest_step * unit_;
      report(moved.steps);
    }
    return moved;
  }

  // The farthest that a vertex went.
  double step(const std::vector<Point>& force, const std::vector<double>& swing, double speed,
              std::vector<Point>& places) const {
    const std::size_t n = places.size();
    std::vector<double> farthest((n + move_chunk - 1) / move_chunk);
    const ChunkedLoop loop{
        .count = n, .chunk = move_chunk, .threads = options_->threads, .stop = options_->stop};
    for_chunks(loop, [&](std::size_t from, std::size_t to) {
      double& far = farthest[from / move_chunk];
      for (std::size_t v = from; v < to; ++v) {
        const double size = length(force[v]);
        if (!(size > 0)) continue;
        const double factor = std::min(slowness * speed / (1 + speed * std::sqrt(swing[v])),
                                       longest_step * unit_ / size);
        add(places[v], force[v], factor);
        far = std::max(far, factor * size);
      }
    });
    return *std::max_element(farthest.begin(), farthest.end());
  }

  const ForceAtlasOptions* options_;
  const Rng* rng_;
  double unit_;
  double work_, done_ = 0;
};

struct Frame {
  Point low{1e300, 1e300}, high{-1e300, -1e300};

  void include(const Point& p, double room) {
    low = {std::min(low.x, p.x - room), std::min(low.y, p.y - room)};
    high = {std::max(high.x, p.x + room), std::max(high.y, p.y + room)};
  }
};

void set_side_by_side(const std::vector<std::vector<std::uint32_t>>& all,
                      const std::vector<double>& radius, double room, std::vector<Point>& places) {
  std::vector<Frame> frames(all.size());
  std::vector<Rectangle> rectangles;
  for (std::size_t k = 0; k < all.size(); ++k) {
    for (const std::uint32_t v : all[k]) {
      frames[k].include(places[v], room + (radius.empty() ? 0 : radius[v]));
    }
    rectangles.push_back({frames[k].high.x - frames[k].low.x, frames[k].high.y - frames[k].low.y});
  }
  const std::vector<Point> corners = pack(rectangles);
  Frame whole;
  for (std::size_t k = 0; k < all.size(); ++k) {
    whole.include(corners[k], 0);
    whole.include({corners[k].x + rectangles[k].width, corners[k].y + rectangles[k].height}, 0);
  }
  const Point middle{(whole.low.x + whole.high.x) / 2, (whole.low.y + whole.high.y) / 2};
  for (std::size_t k = 0; k < all.size(); ++k) {
    for (const std::uint32_t v : all[k]) {
      places[v].x += corners[k].x - frames[k].low.x - middle.x;
      places[v].y += corners[k].y - frames[k].low.y - middle.y;
    }
  }
}

std::vector<double> picked(const std::vector<double>& values,
                           const std::vector<std::uint32_t>& part) {
  std::vector<double> result;
  if (values.empty()) return result;
  for (const std::uint32_t v : part) result.push_back(values[v]);
  return result;
}

}  // namespace

ForceAtlas force_atlas(const View& view, const Rng& rng, const ForceAtlasOptions& options) {
  ForceAtlas result;
  result.places.resize(view.vertex_count());
  const Springs whole = springs(view);
  const auto all = parts(whole);
  double work = 0;
  for (const auto& part : all) {
    if (part.size() > 1) work += Arrangement::steps_of(options, part.size()) * double(part.size());
  }
  Arrangement arrangement(options, rng, work);
  for (const auto& part : all) {
    if (part.size() == 1) break;  // and so are those that follow
    std::vector<Point> places;
    const auto moved =
        arrangement.arrange(part_of(whole, part), picked(options.radius, part), places);
    for (std::size_t k = 0; k < part.size(); ++k) result.places[part[k]] = places[k];
    if (&part == &all.front()) result.steps = moved.steps;
    result.settled = result.settled && moved.settled;
  }
  if (all.size() > 1) {
    set_side_by_side(all, options.radius, 3 * std::sqrt(options.scaling), result.places);
  }
  return result;
}

std::vector<Point> forces(const View& view, const std::vector<Point>& places,
                          const ForceAtlasOptions& options) {
  std::vector<Point> result(places.size());
  const Springs whole = springs(view);
  const Field field(whole, options.radius, options);
  field.for_forces(places, [&](std::uint32_t v, const Point& force) {
    result[v] = force;
    return Point{};
  });
  return result;
}

}  // namespace entente
