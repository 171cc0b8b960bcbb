// SPDX-License-Identifier: Apache-2.0
#include "engine/structure/core_search.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <numeric>
#include <optional>

#include "engine/base/assert.hpp"
#include "engine/base/parallel.hpp"

namespace entente::structure {
namespace {

constexpr double tolerance = 1e-12;  // correlations as equal as rounding lets them be
constexpr double undefined = -2;     // below every correlation

// A set of vertices, with all that its correlation asks for kept up to date.
class Core {
 public:
  Core(const CoreCells& cells, CorePattern pattern)
      : cells_(&cells),
        pattern_(pattern),
        inside_(cells.vertices(), 0),
        ones_(cells.vertices(), 0),
        hidden_(cells.vertices(), 0),
        ones_to_core_(cells.vertices(), 0),
        hidden_to_core_(cells.vertices(), 0) {
    for (Vertex v = 0; v < cells.vertices(); ++v) {
      for (const auto& pair : cells.pairs(v)) {
        ones_[v] += pair.ones;
        hidden_[v] += pair.hidden;
      }
      outer_.ones += ones_[v];
      outer_.hidden += hidden_[v];
    }
    outer_.ones /= 2;  // each pair was met from both of its ends
    outer_.hidden /= 2;
    all_ = outer_;
  }

  const std::vector<std::uint8_t>& inside() const noexcept { return inside_; }
  std::int64_t ones(Vertex v) const noexcept { return ones_[v]; }

  void flip(Vertex v) {
    const Change change = change_of(v);
    inner_ = change.inner;
    outer_ = change.outer;
    first_ = change.first;
    second_ = change.second;
    const std::int64_t sign = inside_[v] != 0 ? -1 : 1;
    inside_[v] ^= 1;
    for (const auto& pair : cells_->pairs(v)) {
      ones_to_core_[pair.other] += sign * pair.ones;
      hidden_to_core_[pair.other] += sign * pair.hidden;
    }
  }
  double correlation() const { return correlation({inner_, outer_, first_, second_}); }
  double correlation_with_flip(Vertex v) const { return correlation(change_of(v)); }

 private:
  struct Block {
    std::int64_t ones = 0, hidden = 0;
  };
  // Core x core, periphery x periphery, and the members of the core on each side.
  struct Change {
    Block inner, outer;
    std::int64_t first = 0, second = 0;
  };

  Change change_of(Vertex v) const {
    Change change{inner_, outer_, first_, second_};
    const std::int64_t sign = inside_[v] != 0 ? -1 : 1;
    change.inner.ones += sign * ones_to_core_[v];
    change.inner.hidden += sign * hidden_to_core_[v];
    change.outer.ones -= sign * (ones_[v] - ones_to_core_[v]);
    change.outer.hidden -= sign * (hidden_[v] - hidden_to_core_[v]);
    (v < cells_->first_side() ? change.first : change.second) += sign;
    return change;
  }

  std::int64_t cells_among(std::int64_t first, std::int64_t second) const {
    if (cells_->two_mode()) return first * second;
    return cells_->cells_of_pair() * (first * (first - 1) / 2);
  }

  double correlation(const Change& at) const {
    const std::int64_t n1 = cells_->first_side(), n2 = cells_->second_side();
    const std::int64_t inner = cells_among(at.first, at.second) - at.inner.hidden;
    const std::int64_t outer = cells_among(n1 - at.first, n2 - at.second) - at.outer.hidden;
    std::int64_t cells = cells_among(n1, n2) - all_.hidden, ones = all_.ones;
    std::int64_t marked = inner, ones_marked = at.inner.ones;
    if (pattern_ == CorePattern::blocks) {
      cells = inner + outer;
      ones = at.inner.ones + at.outer.ones;
    } else if (pattern_ == CorePattern::either) {
      marked = cells - outer;
      ones_marked = ones - at.outer.ones;
    }
    if (ones == 0 || ones == cells || marked == 0 || marked == cells) return undefined;
    const auto n = double(cells), t = double(ones), m = double(marked), s = double(ones_marked);
    return (n * s - t * m) / (std::sqrt(t * (n - t)) * std::sqrt(m * (n - m)));
  }

  const CoreCells* cells_;
  CorePattern pattern_;
  std::vector<std::uint8_t> inside_;
  std::vector<std::int64_t> ones_, hidden_, ones_to_core_, hidden_to_core_;  // by vertex
  Block inner_, outer_, all_;
  std::int64_t first_ = 0, second_ = 0;
};

struct Best {
  double correlation = undefined;
  std::vector<std::uint8_t> core;
};

void check(const std::stop_token& stop) {
  if (stop.stop_requested()) throw Stopped{};
}

// Every set, each one vertex away from the one before (Gray's code).
Best try_all(const CoreCells& cells, const CoreOptions& options) {
  Core core(cells, options.pattern);
  Best best{core.correlation(), core.inside()};
  const std::uint64_t sets = std::uint64_t{1} << cells.vertices();
  for (std::uint64_t k = 1; k < sets; ++k) {
    if (k % 4096 == 0) check(options.stop);
    core.flip(Vertex(std::countr_zero(k)));
    const double here = core.correlation();
    if (here > best.correlation + tolerance) best = {here, core.inside()};
  }
  return best;
}

// The best set of the first so many vertices of an order.
void cut(Core& core, const std::vector<Vertex>& order) {
  double most = undefined;
  std::size_t best = 0;
  for (std::size_t k = 0; k < order.size(); ++k) {
    core.flip(order[k]);
    const double here = core.correlation();
    if (here > most + tolerance) {
      most = here;
      best = k + 1;
    }
  }
  for (std::size_t k = best; k < order.size(); ++k) core.flip(order[k]);
}

std::vector<Vertex> by_degree(const CoreCells& cells, const Core& core, bool blurred, Rng& rng) {
  std::vector<double> height(cells.vertices());
  for (Vertex v = 0; v < height.size(); ++v) {
    // Of a two-mode graph as shares of the other side.
    const std::uint32_t others = v < cells.first_side() ? cells.second_side() : cells.first_side();
    const double room = cells.two_mode() ? std::max(1.0, double(others)) : 1;
    height[v] = double(core.ones(v)) / room * (blurred ? 0.5 + rng.uniform() : 1);
  }
  std::vector<Vertex> order(cells.vertices());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](Vertex a, Vertex b) { return height[a] > height[b]; });
  return order;
}

Best climb(const CoreCells& cells, const CoreOptions& options, std::uint32_t restart, Rng& rng) {
  Core core(cells, options.pattern);
  if (restart % 2 == 0) {
    cut(core, by_degree(cells, core, restart > 0, rng));
  } else {
    const double share = rng.uniform();
    for (Vertex v = 0; v < cells.vertices(); ++v) {
      if (rng.uniform() < share) core.flip(v);
    }
  }
  std::vector<Vertex> order(cells.vertices());
  std::iota(order.begin(), order.end(), 0U);
  double now = core.correlation();
  for (bool moved = true; moved;) {
    check(options.stop);
    moved = false;
    rng.shuffle(order);
    for (const Vertex v : order) {
      const double here = core.correlation_with_flip(v);
      if (!(here > now + tolerance)) continue;
      core.flip(v);
      now = here;
      moved = true;
    }
  }
  return {now, core.inside()};
}

}  // namespace

CoreCells::CoreCells(std::uint32_t vertices, bool directed,
                     const std::vector<std::pair<Vertex, Vertex>>& edges)
    : first_(vertices), directed_(directed), pairs_(vertices) {
  for (const auto& [a, b] : edges) {
    pairs_[a].push_back({b, 1, 0});
    pairs_[b].push_back({a, 1, 0});
  }
}

CoreCells::CoreCells(const bipartite::Incidence& table)
    : first_(table.actors()),
      second_(table.items()),
      two_mode_(true),
      pairs_(table.actors() + table.items()) {
  const auto add = [&](std::uint32_t actor, std::uint32_t item, std::int32_t ones) {
    pairs_[actor].push_back({first_ + item, ones, 1 - ones});
    pairs_[first_ + item].push_back({actor, ones, 1 - ones});
  };
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    for (const std::uint32_t j : table.row(i)) add(i, j, 1);
    if (!table.masked()) continue;
    for (std::uint32_t j = 0; j < table.items(); ++j) {
      if (!table.known(i, j)) add(i, j, 0);
    }
  }
}

FoundCore find_core(const CoreCells& cells, Rng rng, const CoreOptions& options) {
  ENTENTE_ASSERT(options.restarts > 0 && options.exact < 32);
  Best best;
  std::vector<double> reached;
  if (cells.vertices() <= options.exact) {
    best = try_all(cells, options);
    reached.push_back(best.correlation);
  } else {
    for (std::uint32_t restart = 0; restart < options.restarts; ++restart) {
      Rng draws = rng.split(restart);
      Best found = climb(cells, options, restart, draws);
      reached.push_back(found.correlation);
      if (restart == 0 || found.correlation > best.correlation + tolerance) best = std::move(found);
    }
  }
  if (best.correlation == undefined) {
    return {false, 0, std::vector<std::uint8_t>(cells.vertices(), 0), 1};
  }
  const auto near = std::count_if(reached.begin(), reached.end(), [&](double correlation) {
    return correlation >= best.correlation - 1e-6;
  });
  return {true, best.correlation, std::move(best.core), double(near) / double(reached.size())};
}

}  // namespace entente::structure
