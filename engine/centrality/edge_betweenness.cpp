// SPDX-License-Identifier: Apache-2.0
// Edge betweenness: how many shortest paths run along an edge.
//
//   b(e) = sum over pairs s != t of sigma_st(e) / sigma_st
//
// Pairs are unordered in an undirected graph and ordered in a directed one; an edge also carries
// the paths that begin or end at its ends. normalized: divided by the number of pairs, n(n-1)/2 or
// n(n-1).
//
// Input    directed or not, connected or not; weights only where they are distances. Parallel edges
//          are one edge (the shortest of them), loops carry nothing and are left out.
// Output   one row per pair of nodes with an edge, and how many edges it stands for. With
//          `parallels` = each one row per edge: a path may take any of the shortest parallel edges,
//          which share alike; longer ones and loops have 0.
// Cost     O(nm), with distances O(nm + n^2 log n).
// Method   Brandes (2001), doi:10.1080/0022250X.2001.9990249, and (2008),
//          doi:10.1016/j.socnet.2007.11.001; hops are counted for eight sources at once.
// Differs  by default from igraph, which counts parallel edges as paths of their own.

#include <algorithm>
#include <optional>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/source_loop.hpp"
#include "engine/analysis/weights.hpp"
#include "engine/base/scratch.hpp"
#include "engine/graph/dependencies.hpp"
#include "engine/graph/hop_dependencies.hpp"

namespace entente::centrality {
namespace {

struct Options {
  bool normalized = false;
  std::string parallels = "one";
  static auto fields() {
    return std::tuple{
        flag("normalized", &Options::normalized, "divide by the number of pairs of nodes"),
        choice("parallels", &Options::parallels, {"one", "each"},
               "one: parallel edges are one way to go; each: as many as there are")};
  }
};

struct Arc {
  Vertex source, target;
  double value;
};

std::uint32_t slots_for_arcs(std::size_t arcs) {
  return slots_for_sums(static_cast<std::uint32_t>(std::min<std::size_t>(arcs, 0xffffffff)));
}

std::vector<double> added(const std::vector<std::vector<double>>& sums, std::size_t arcs) {
  std::vector<double> total(arcs, 0);
  for (const auto& sum : sums) {
    for (std::size_t a = 0; a < sum.size(); ++a) total[a] += sum[a];
  }
  return total;
}

std::vector<Arc> by_paths(const View& view, Parallels parallels, const Context& context) {
  const PathGraph paths(view, PathDirection::along, parallels);
  const std::uint32_t n = view.vertex_count(), slots = slots_for_arcs(paths.arc_count());
  std::vector<std::vector<double>> sums(slots);
  ScratchPool<Dependencies> pool([&] { return Dependencies(paths); });
  for_sources(context, {.step = "edge-betweenness", .count = n, .slots = slots},
              [&](std::uint32_t slot, Vertex begin, Vertex end) {
                sums[slot].resize(paths.arc_count(), 0);
                pool.with([&](Dependencies& dependencies) {
                  for (Vertex s = begin; s < end; ++s) {
                    context.check_stop();
                    dependencies.from(s);
                    dependencies.for_each_arc(
                        [&](std::size_t arc, double share) { sums[slot][arc] += share; });
                  }
                });
              });
  const auto total = added(sums, paths.arc_count());
  std::vector<Arc> arcs;
  for (Vertex v = 0; v < n; ++v) {
    for (const Vertex w : paths.next(v)) arcs.push_back({v, w, total[arcs.size()]});
  }
  return arcs;
}

// Nothing where that is slower, or where a pair has too many shortest paths for a double.
std::optional<std::vector<Arc>> by_hops(const View& view, const Context& context) {
  const HopGraph graph(view, PathDirection::along);
  if (graph.deep()) return std::nullopt;
  const std::uint32_t n = view.vertex_count(), slots = slots_for_arcs(graph.arc_count());
  constexpr std::uint32_t batch = HopDependencies::lanes;
  std::vector<std::vector<double>> sums(slots);
  std::vector<std::uint8_t> too_many(slots, 0);
  ScratchPool<HopDependencies> pool([&] { return HopDependencies(graph); });
  for_sources(context, {.step = "edge-betweenness", .count = n, .slots = slots, .batch = batch},
              [&](std::uint32_t slot, Vertex begin, Vertex end) {
                sums[slot].resize(graph.arc_count(), 0);
                pool.with([&](HopDependencies& dependencies) {
                  for (Vertex s = begin; s < end && too_many[slot] == 0;
                       s += std::min(batch, end - s)) {
                    context.check_stop();
                    if (!dependencies.add_arcs_from(s, std::min(end, s + batch), sums[slot])) {
                      too_many[slot] = 1;
                    }
                  }
                });
              });
  if (std::find(too_many.begin(), too_many.end(), 1) != too_many.end()) return std::nullopt;
  const auto total = added(sums, graph.arc_count());
  std::vector<Arc> arcs;
  for (Vertex v = 0; v < n; ++v) {
    for (const Vertex w : graph.next(v)) {
      arcs.push_back({graph.old_name(v), graph.old_name(w), total[arcs.size()]});
    }
  }
  return arcs;
}

// By pair of nodes with an edge, ascending; the two ways of an undirected edge are one, and each of
// its paths was met from both ends.
std::vector<Arc> by_pair(std::vector<Arc> arcs, bool directed) {
  for (Arc& arc : arcs) {
    if (!directed && arc.source > arc.target) std::swap(arc.source, arc.target);
  }
  std::sort(arcs.begin(), arcs.end(), [](const Arc& a, const Arc& b) {
    return a.source != b.source ? a.source < b.source : a.target < b.target;
  });
  if (directed) return arcs;
  std::vector<Arc> pairs;
  for (std::size_t a = 0; a + 1 < arcs.size(); a += 2) {
    pairs.push_back({arcs[a].source, arcs[a].target, (arcs[a].value + arcs[a + 1].value) / 2});
  }
  return pairs;
}

struct Rows {
  std::vector<Vertex> source, target;
  std::vector<double> value;
  std::vector<std::int64_t> edges;

  void add(const View& view, std::uint32_t edge, double b, std::int64_t stands_for) {
    source.push_back(view.source(edge));
    target.push_back(view.target(edge));
    value.push_back(b);
    edges.push_back(stands_for);
  }
  // The parallel edges [begin, end) by themselves; a path took one of the shortest.
  void add_each(const View& view, std::uint32_t begin, std::uint32_t end, double together) {
    double shortest = view.distance(begin);
    for (std::uint32_t e = begin; e < end; ++e) shortest = std::min(shortest, view.distance(e));
    double ways = 0;
    for (std::uint32_t e = begin; e < end; ++e) ways += same_length(view.distance(e), shortest);
    for (std::uint32_t e = begin; e < end; ++e) {
      add(view, e, same_length(view.distance(e), shortest) ? together / ways : 0, 1);
    }
  }
};

// Edges are sorted as pairs are, so that the k-th run of parallel edges is the k-th pair.
Rows rows_of(const View& view, const std::vector<Arc>& pairs, bool each) {
  Rows rows;
  std::size_t pair = 0;
  for (std::uint32_t e = 0, end = 0; e < view.edge_count(); e = end) {
    end = e + 1;
    while (end < view.edge_count() && view.source(end) == view.source(e) &&
           view.target(end) == view.target(e)) {
      ++end;
    }
    const bool loop = view.source(e) == view.target(e);
    const double value = loop ? 0 : pairs[pair++].value;
    if (each) {
      rows.add_each(view, e, end, value);
    } else if (!loop) {
      rows.add(view, e, value, end - e);
    }
  }
  return rows;
}

Expected<Outcome> run(const View& view, const Params& params, const Context& context) {
  if (const auto problem = bad_distances(view)) return *problem;
  const auto options = bind<Options>(params);
  const bool each = options.parallels == "each";
  const bool weighted = view.has_weights() && view.weight_role() == WeightRole::distance;
  std::optional<std::vector<Arc>> hops;
  if (!weighted && !each) hops = by_hops(view, context);
  auto arcs =
      hops ? *std::move(hops) : by_paths(view, each ? Parallels::each : Parallels::one, context);
  Rows rows = rows_of(view, by_pair(std::move(arcs), view.directed()), each);
  if (options.normalized) {
    const double n = view.vertex_count();
    for (double& value : rows.value) value /= n < 2 ? 1 : n * (n - 1) / (view.directed() ? 1 : 2);
  }
  return Outcome{
      {{"edges",
        "Betweenness of each edge",
        {{"source", "", "one end", std::move(rows.source)},
         {"target", "", "the other end", std::move(rows.target)},
         {"edge_betweenness", "", "shares of shortest paths along the edge", std::move(rows.value)},
         {"edges", "edges", "parallel edges that the row stands for", std::move(rows.edges)}}}},
      {}};
}

}  // namespace

Analysis edge_betweenness() {
  return {
      .method = {.id = "edge-betweenness",
                 .title = "Edge betweenness",
                 .formula = "b(e) = sum over pairs s != t of sigma_st(e)/sigma_st",
                 .convention = "unordered pairs in undirected graphs, ordered ones in directed "
                               "graphs; paths that begin or end at the edge count; not normalised "
                               "by default (normalized: divided by n(n-1)/2 or n(n-1)); parallel "
                               "edges are one row and one way to go, loops none; with `parallels` "
                               "= each every edge is a row and parallel edges share their paths",
                 .cost = "O(n m); with distances O(n m + n^2 log n)",
                 .citations = {{"U. Brandes (2008), On variants of shortest-path betweenness "
                                "centrality and their generic computation, Social Networks 30",
                                "10.1016/j.socnet.2007.11.001"},
                               {"M. Girvan and M. E. J. Newman (2002), Community structure in "
                                "social and biological networks, PNAS 99",
                                "10.1073/pnas.122653799"}}},
      .needs = {.distances = true},
      .params = describe<Options>(),
      .on_view = run};
}

}  // namespace entente::centrality
