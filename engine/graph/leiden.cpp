// SPDX-License-Identifier: Apache-2.0
#include "engine/graph/leiden.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/base/assert.hpp"
#include "engine/base/parallel.hpp"
#include "engine/base/sum.hpp"
#include "engine/graph/levels.hpp"
#include "engine/graph/vertex_queue.hpp"
#include "engine/graph/weight_to.hpp"

namespace entente {
namespace {

constexpr std::uint32_t none = 0xffffffff;

// Sums of p and q, and the number of vertices, of each group.
struct GroupSums {
  std::vector<double> p, q;
  std::vector<std::uint32_t> members;

  GroupSums(const QualityGraph& graph, const Groups& groups)
      : p(graph.size(), 0), q(graph.size(), 0), members(graph.size(), 0) {
    for (std::uint32_t v = 0; v < graph.size(); ++v) add(graph, v, groups[v]);
  }
  void add(const QualityGraph& graph, std::uint32_t v, std::uint32_t g) {
    p[g] += graph.p[v];
    q[g] += graph.q[v];
    ++members[g];
  }
  void remove(const QualityGraph& graph, std::uint32_t v, std::uint32_t g) {
    // An emptied group starts again from exact zeros, so rounding does not pile up.
    if (--members[g] == 0) {
      p[g] = q[g] = 0;
    } else {
      p[g] -= graph.p[v];
      q[g] -= graph.q[v];
    }
  }
};

double gain(const QualityGraph& graph, const GroupSums& sums, std::uint32_t v, std::uint32_t group,
            double weight_to_group) {
  return weight_to_group - (graph.p[v] * sums.q[group] + graph.q[v] * sums.p[group]);
}

// Moves vertices to the group of the largest gain until no move helps; true where any moved.
bool move_vertices(const QualityGraph& graph, Groups& groups, double tolerance, Rng& rng) {
  const std::uint32_t n = graph.size();
  GroupSums sums(graph, groups);
  WeightTo to(n);
  std::vector<std::uint32_t> empty;
  for (std::uint32_t g = n; g-- > 0;) {
    if (sums.members[g] == 0) empty.push_back(g);
  }
  VertexQueue queue(n, rng);
  bool moved = false;
  while (!queue.empty()) {
    const std::uint32_t v = queue.pop();
    const std::uint32_t old = groups[v];
    to.clear();
    for (std::size_t a = graph.begin[v]; a < graph.begin[v + 1]; ++a) {
      to.add(groups[graph.neighbour[a]], graph.weight[a]);
    }
    sums.remove(graph, v, old);
    std::uint32_t best = old;
    double best_gain = gain(graph, sums, v, old, to[old]);
    if (sums.members[old] > 0 && best_gain < -tolerance) {  // alone is better than here
      best = empty.back();
      best_gain = 0;
    }
    for (const std::uint32_t g : to.groups()) {
      const double here = gain(graph, sums, v, g, to[g]);
      if (here > best_gain + tolerance) {
        best = g;
        best_gain = here;
      }
    }
    sums.add(graph, v, best);
    if (best == old) continue;
    moved = true;
    groups[v] = best;
    if (!empty.empty() && best == empty.back()) empty.pop_back();
    if (sums.members[old] == 0) empty.push_back(old);
    for (std::size_t a = graph.begin[v]; a < graph.begin[v + 1]; ++a) {
      const std::uint32_t u = graph.neighbour[a];
      if (groups[u] != best) queue.push(u);
    }
  }
  return moved;
}

// What a refinement knows: the groups to stay in, and the parts that grow inside them.
struct Refinement {
  const QualityGraph& graph;
  const Groups& groups;
  GroupSums group_sums;
  Groups part;
  GroupSums part_sums;
  std::vector<double> outward;  // by part: weight to the rest of its group
  double tolerance, theta;

  // Parts that are tied too loosely to the rest of their group are not merged.
  bool well_connected(std::uint32_t c, std::uint32_t group) const {
    const double p = part_sums.p[c], q = part_sums.q[c];
    const double expected = p * (group_sums.q[group] - q) + q * (group_sums.p[group] - p);
    return outward[c] >= expected - tolerance;
  }
};

void grow(Refinement& r, std::uint32_t v, WeightTo& to, std::vector<double>& chance, Rng& rng) {
  const std::uint32_t group = r.groups[v], own = r.part[v];
  if (r.part_sums.members[own] != 1 || !r.well_connected(own, group)) return;
  to.clear();
  for (std::size_t a = r.graph.begin[v]; a < r.graph.begin[v + 1]; ++a) {
    const std::uint32_t u = r.graph.neighbour[a];
    if (r.groups[u] == group) to.add(r.part[u], r.graph.weight[a]);
  }
  chance.clear();
  double largest = 0;  // of staying alone
  for (const std::uint32_t c : to.groups()) {
    double here = gain(r.graph, r.part_sums, v, c, to[c]);
    if (here < 0 || !r.well_connected(c, group)) here = -1;
    chance.push_back(here);
    largest = std::max(largest, here);
  }
  double total = std::exp(-largest / r.theta);
  for (double& here : chance) {
    here = here < 0 ? 0 : std::exp((here - largest) / r.theta);
    total += here;
  }
  double drawn = rng.uniform() * total;
  std::uint32_t chosen = none;
  for (std::size_t k = 0; k < chance.size() && chosen == none; ++k) {
    if (drawn < chance[k]) chosen = to.groups()[k];
    drawn -= chance[k];
  }
  if (chosen == none) return;
  // Weight between the two stops to be outward, from either side.
  r.outward[chosen] += r.outward[own] - 2 * to[chosen];
  r.part_sums.remove(r.graph, v, own);
  r.part_sums.add(r.graph, v, chosen);
  r.part[v] = chosen;
}

Groups refine(const QualityGraph& graph, const Groups& groups, double tolerance, double theta,
              Rng& rng) {
  const std::uint32_t n = graph.size();
  Groups part = singletons(n);
  GroupSums part_sums(graph, part);
  Refinement r{graph,
               groups,
               GroupSums(graph, groups),
               std::move(part),
               std::move(part_sums),
               std::vector<double>(n, 0),
               tolerance,
               theta};
  for (std::uint32_t v = 0; v < n; ++v) {
    for (std::size_t a = graph.begin[v]; a < graph.begin[v + 1]; ++a) {
      if (groups[graph.neighbour[a]] == groups[v]) r.outward[v] += graph.weight[a];
    }
  }
  WeightTo to(n);
  std::vector<double> chance;
  for (const std::uint32_t v : shuffled_vertices(n, rng)) grow(r, v, to, chance, rng);
  return std::move(r.part);
}

// One iteration over all levels; true where a vertex moved.
bool iterate(const QualityGraph& graph, Groups& groups, double tolerance, double theta, Rng& rng,
             const std::stop_token& stop) {
  return over_levels(
      graph, groups,
      [&](const QualityGraph& level, Groups& level_groups) {
        return move_vertices(level, level_groups, tolerance, rng);
      },
      [&](const QualityGraph& level, const Groups& level_groups) {
        return refine(level, level_groups, tolerance, theta, rng);
      },
      stop);
}

}  // namespace

double quality(const QualityGraph& graph, std::span<const std::uint32_t> groups) {
  const std::uint32_t n = graph.size();
  std::vector<Sum> inside(n), p(n), q(n);
  for (std::uint32_t v = 0; v < n; ++v) {
    const std::uint32_t g = groups[v];
    inside[g] += graph.loop[v];
    p[g] += graph.p[v];
    q[g] += graph.q[v];
    for (std::size_t a = graph.begin[v]; a < graph.begin[v + 1]; ++a) {
      const std::uint32_t u = graph.neighbour[a];
      if (u < v && groups[u] == g) inside[g] += graph.weight[a];
    }
  }
  Sum total;
  for (std::uint32_t g = 0; g < n; ++g) {
    total += inside[g].value();
    total += -p[g].value() * q[g].value();
  }
  return total.value();
}

Groups leiden(const QualityGraph& graph, Groups start, Rng& rng, const LeidenOptions& options) {
  ENTENTE_ASSERT(start.size() == graph.size());
  double weight = 0;
  for (const double w : graph.weight) weight += w;
  const double mean = graph.weight.empty() ? 1 : weight / double(graph.weight.size());
  const double tolerance = 1e-12 * std::max(weight, mean);
  renumber(start);
  for (;;) {
    if (!iterate(graph, start, tolerance, options.theta * mean, rng, options.stop)) return start;
  }
}

QualityGraph aggregate(const QualityGraph& graph, const Groups& part, std::uint32_t parts) {
  QualityGraph result;
  result.loop.assign(parts, 0);
  result.p.assign(parts, 0);
  result.q.assign(parts, 0);
  std::vector<std::size_t> member_begin(parts + 1, 0);
  for (std::uint32_t v = 0; v < graph.size(); ++v) {
    result.loop[part[v]] += graph.loop[v];
    result.p[part[v]] += graph.p[v];
    result.q[part[v]] += graph.q[v];
    ++member_begin[part[v] + 1];
  }
  std::partial_sum(member_begin.begin(), member_begin.end(), member_begin.begin());
  std::vector<std::uint32_t> members(graph.size());
  std::vector<std::size_t> next(member_begin.begin(), member_begin.end() - 1);
  for (std::uint32_t v = 0; v < graph.size(); ++v) members[next[part[v]]++] = v;
  WeightTo to(parts);
  for (std::uint32_t c = 0; c < parts; ++c) {
    to.clear();
    for (std::size_t k = member_begin[c]; k < member_begin[c + 1]; ++k) {
      const std::uint32_t v = members[k];
      for (std::size_t a = graph.begin[v]; a < graph.begin[v + 1]; ++a) {
        to.add(part[graph.neighbour[a]], graph.weight[a]);
      }
    }
    for (const std::uint32_t d : to.groups()) {
      if (d == c) {
        result.loop[c] += to[d] / 2;  // both ends of each pair are members
      } else {
        result.neighbour.push_back(d);
        result.weight.push_back(to[d]);
      }
    }
    result.begin.push_back(result.neighbour.size());
  }
  return result;
}

Groups singletons(std::uint32_t vertices) {
  Groups groups(vertices);
  std::iota(groups.begin(), groups.end(), 0U);
  return groups;
}

std::uint32_t renumber(Groups& groups) {
  std::uint32_t largest = 0;
  for (const std::uint32_t g : groups) largest = std::max(largest, g);
  std::vector<std::uint32_t> name(groups.empty() ? 0 : std::size_t{largest} + 1, none);
  std::uint32_t count = 0;
  for (std::uint32_t& g : groups) {
    if (name[g] == none) name[g] = count++;
    g = name[g];
  }
  return count;
}

}  // namespace entente
