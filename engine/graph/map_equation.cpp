// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/map_equation.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/assert.hpp"
#include "engine/base/parallel.hpp"
#include "engine/base/sum.hpp"
#include "engine/graph/levels.hpp"
#include "engine/graph/objectives.hpp"
#include "engine/graph/vertex_queue.hpp"
#include "engine/graph/weight_to.hpp"

namespace entente {
namespace {

constexpr double tolerance = 1e-13;  // bits; what rounding may pretend to gain

double plogp(double x) { return x > 0 ? x * std::log2(x) : 0; }

// What the code length knows of the groups while vertices move.
class Flows {
 public:
  Flows(const QualityGraph& walk, const Groups& groups)
      : walk_(&walk),
        leaving_(walk.size(), 0),
        exit_(walk.size(), 0),
        visits_(walk.size(), 0),
        members_(walk.size(), 0) {
    for (std::uint32_t v = 0; v < walk.size(); ++v) {
      visits_[groups[v]] += walk.p[v];
      ++members_[groups[v]];
      for (std::size_t a = walk.begin[v]; a < walk.begin[v + 1]; ++a) {
        leaving_[v] += walk.weight[a];
        if (groups[walk.neighbour[a]] != groups[v]) exit_[groups[v]] += walk.weight[a];
      }
    }
    for (const double exit : exit_) total_ += exit;
  }
  std::uint32_t members(std::uint32_t group) const noexcept { return members_[group]; }

  void remove(std::uint32_t v, std::uint32_t group, double to_group) {
    const double before = exit_[group];
    if (--members_[group] == 0) {
      exit_[group] = visits_[group] = 0;  // exact zeros, so rounding does not pile up
    } else {
      exit_[group] = std::max(0.0, before - leaving_[v] + 2 * to_group);
      visits_[group] -= walk_->p[v];
    }
    total_ = std::max(0.0, total_ + exit_[group] - before);
  }
  void add(std::uint32_t v, std::uint32_t group, double to_group) {
    const double before = exit_[group];
    exit_[group] = exit_with(v, group, to_group);
    visits_[group] += walk_->p[v];
    ++members_[group];
    total_ = std::max(0.0, total_ + exit_[group] - before);
  }
  // Bits that v, which is in no group, adds by joining this one.
  double cost(std::uint32_t v, std::uint32_t group, double to_group) const {
    const double before = exit_[group], after = exit_with(v, group, to_group);
    return plogp(total_ + after - before) - 2 * (plogp(after) - plogp(before)) +
           plogp(after + visits_[group] + walk_->p[v]) - plogp(before + visits_[group]);
  }

 private:
  double exit_with(std::uint32_t v, std::uint32_t group, double to_group) const {
    return std::max(0.0, exit_[group] + leaving_[v] - 2 * to_group);
  }

  const QualityGraph* walk_;
  std::vector<double> leaving_;         // by vertex: along all its neighbours
  std::vector<double> exit_, visits_;   // by group: q_c and p_c
  std::vector<std::uint32_t> members_;  // by group
  double total_ = 0;                    // q
};

// Moves vertices to the group of the shortest code until no move helps, and only within the `pen`
// of each, where pens are given; true where any moved.
bool move_vertices(const QualityGraph& walk, Groups& groups, const Groups* pen, Rng& rng,
                   const std::stop_token& stop) {
  const std::uint32_t n = walk.size();
  Flows flows(walk, groups);
  WeightTo to(n);
  std::vector<std::uint32_t> empty;
  for (std::uint32_t g = n; g-- > 0;) {
    if (flows.members(g) == 0) empty.push_back(g);
  }
  VertexQueue queue(n, rng);
  std::size_t steps = 0;
  bool moved = false;
  while (!queue.empty()) {
    if (++steps % 4096 == 0 && stop.stop_requested()) throw Stopped{};
    const std::uint32_t v = queue.pop();
    const std::uint32_t old = groups[v];
    to.clear();
    for (std::size_t a = walk.begin[v]; a < walk.begin[v + 1]; ++a) {
      const std::uint32_t u = walk.neighbour[a];
      if (pen == nullptr || (*pen)[u] == (*pen)[v]) to.add(groups[u], walk.weight[a]);
    }
    flows.remove(v, old, to[old]);
    std::uint32_t best = old;
    double least = flows.cost(v, old, to[old]);
    if (flows.members(old) > 0) {
      const double alone = flows.cost(v, empty.back(), 0);
      if (alone < least - tolerance) {
        best = empty.back();
        least = alone;
      }
    }
    for (const std::uint32_t g : to.groups()) {
      const double here = flows.cost(v, g, to[g]);
      if (here < least - tolerance) {
        best = g;
        least = here;
      }
    }
    flows.add(v, best, to[best]);
    if (best == old) continue;
    moved = true;
    groups[v] = best;
    if (!empty.empty() && best == empty.back()) empty.pop_back();
    if (flows.members(old) == 0) empty.push_back(old);
    for (std::size_t a = walk.begin[v]; a < walk.begin[v + 1]; ++a) {
      const std::uint32_t u = walk.neighbour[a];
      if (groups[u] != best) queue.push(u);
    }
  }
  return moved;
}

// One turn over all levels.
void improve(const QualityGraph& walk, Groups& groups, Rng& rng, const std::stop_token& stop) {
  over_levels(
      walk, groups,
      [&](const QualityGraph& level, Groups& level_groups) {
        return move_vertices(level, level_groups, nullptr, rng, stop);
      },
      [&](const QualityGraph& level, const Groups& level_groups) {
        Groups part = singletons(level.size());
        move_vertices(level, part, &level_groups, rng, stop);
        return part;
      },
      stop);
}

Groups one_search(const QualityGraph& walk, Rng& rng, const std::stop_token& stop) {
  Groups best = singletons(walk.size());
  double length = code_length(walk, best);
  for (;;) {
    Groups next = best;
    improve(walk, next, rng, stop);
    const double shorter = code_length(walk, next);
    if (!(shorter < length - 1e-12)) return best;
    length = shorter;
    best = std::move(next);
  }
}

}  // namespace

QualityGraph walk(const View& view) {
  ENTENTE_ASSERT(!view.directed());
  Objective objective = modularity(view, 1);
  // Of the objective p_v is s_v / 2w, and a pair weighs W_uv + W_vu.
  for (double& weight : objective.graph.weight) weight *= objective.scale / 2;
  return std::move(objective.graph);
}

double code_length(const QualityGraph& walk, std::span<const std::uint32_t> groups) {
  std::vector<Sum> exit(walk.size()), visits(walk.size());
  Sum total, length;
  for (std::uint32_t v = 0; v < walk.size(); ++v) {
    visits[groups[v]] += walk.p[v];
    length += -plogp(walk.p[v]);
    for (std::size_t a = walk.begin[v]; a < walk.begin[v + 1]; ++a) {
      if (groups[walk.neighbour[a]] == groups[v]) continue;
      exit[groups[v]] += walk.weight[a];
      total += walk.weight[a];
    }
  }
  length += plogp(total.value());
  for (std::uint32_t g = 0; g < walk.size(); ++g) {
    length += -2 * plogp(exit[g].value());
    length += plogp(exit[g].value() + visits[g].value());
  }
  return std::max(0.0, length.value());
}

PartitionSearch shortest_code(const QualityGraph& walk, const Rng& rng,
                              const RestartOptions& options) {
  return search_again(
      rng, options, [&](Rng& draws) { return one_search(walk, draws, options.stop); },
      [&](const Groups& groups) { return -code_length(walk, groups); });
}

}  // namespace entente
