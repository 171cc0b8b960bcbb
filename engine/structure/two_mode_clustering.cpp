// SPDX-License-Identifier: Apache-2.0
// Two-mode clustering: how far nodes that share one neighbour share more.
//
//   robins_alexander  4 C4 / L3              C4 butterflies, L3 paths of three edges
//   cc_dot(u)         mean of |N(u) n N(v)| / |N(u) u N(v)| over the v that share anything with u
//   cc_min, cc_max    the same divided by the smaller and by the larger of the two degrees
//   redundancy(u)     share of pairs of u's neighbours that share another neighbour than u
//
// Input    two-mode, endorsements; directions and weights are not looked at; parallel edges count
//          once.
// Output   `nodes`: the four of each node; a clustering without a v is 0, the redundancy below two
//          neighbours null, with a note; `summary`: the first one, 0 without a path.
// Mask     counts what is there.
// Cost     the sum of the squared degrees.
// Method   Robins and Alexander (2004), doi:10.1023/B:CMOT.0000032580.12184.c0;
//          Latapy, Magnien and Del Vecchio (2008), doi:10.1016/j.socnet.2007.04.006

#include <algorithm>
#include <limits>

#include "engine/analysis/analysis.hpp"
#include "engine/analysis/node_table.hpp"
#include "engine/base/scratch.hpp"
#include "engine/base/sum.hpp"
#include "engine/bipartite/butterflies.hpp"
#include "engine/bipartite/overlaps.hpp"

namespace entente::structure {
namespace {

using bipartite::Incidence;
using bipartite::Mode;
using bipartite::SideOf;

constexpr double none = std::numeric_limits<double>::quiet_NaN();

// By vertex: actors, then items.
struct Scores {
  std::vector<double> dot, min, max;
  std::vector<std::uint64_t> redundant;  // pairs of neighbours that share another one
};

// What a node shares with each other one of its side; one object serves many nodes.
struct Visitor {
  Visitor(const SideOf& nodes, std::size_t vertices)
      : side(&nodes), shared(nodes.size(), 0), redundant(vertices, 0) {}

  void visit(std::uint32_t u, Vertex own_first, Vertex other_first, Scores& scores) {
    for (const std::uint32_t l : side->joined(u)) {
      for (const std::uint32_t v : side->members(l)) {
        if (v != u && shared[v]++ == 0) partners.push_back(v);
      }
    }
    std::sort(partners.begin(), partners.end());  // a fixed order of adding
    const auto k = static_cast<double>(side->joined(u).size());
    Sum dot, min, max;
    for (const std::uint32_t v : partners) {
      const auto both = static_cast<double>(shared[v]);
      const auto other_k = static_cast<double>(side->joined(v).size());
      dot += both / (k + other_k - both);
      min += both / std::min(k, other_k);
      max += both / std::max(k, other_k);
    }
    if (!partners.empty()) {
      const auto count = static_cast<double>(partners.size());
      scores.dot[own_first + u] = dot.value() / count;
      scores.min[own_first + u] = min.value() / count;
      scores.max[own_first + u] = max.value() / count;
    }
    for (const std::uint32_t l : side->joined(u)) {
      for (const std::uint32_t v : side->members(l)) {
        if (v > u && shared[v] > 1) ++redundant[other_first + l];
      }
    }
    for (const std::uint32_t v : partners) shared[v] = 0;
    partners.clear();
  }

  const SideOf* side;
  std::vector<std::uint32_t> shared, partners;
  std::vector<std::uint64_t> redundant;
};

void add_side(const Incidence& table, Mode mode, const Context& context, Scores& scores) {
  const SideOf side(table, mode);
  const Vertex own_first = mode == Mode::actor ? 0 : table.actors();
  const Vertex other_first = mode == Mode::actor ? table.actors() : 0;
  ScratchPool<Visitor> pool([&] { return Visitor(side, scores.redundant.size()); });
  for_chunks(context.loop(side.size(), 64), [&](std::size_t begin, std::size_t end) {
    pool.with([&](Visitor& visitor) {
      for (auto u = static_cast<std::uint32_t>(begin); u < end; ++u) {
        context.check_stop();
        visitor.visit(u, own_first, other_first, scores);
      }
    });
  });
  pool.for_each([&](const Visitor& part) {  // whole numbers: the order does not matter
    for (std::size_t v = 0; v < part.redundant.size(); ++v)
      scores.redundant[v] += part.redundant[v];
  });
}

Table summary(const Incidence& table, const Context& context) {
  std::uint64_t paths = 0;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    for (const std::uint32_t j : table.row(i)) {
      paths += std::uint64_t{table.row_sum(i) - 1} * (table.column_sum(j) - 1);
    }
  }
  const auto squares = bipartite::butterflies(table, context.threads, context.stop).total;
  const double share =
      paths == 0 ? 0 : 4 * static_cast<double>(squares) / static_cast<double>(paths);
  return {"summary",
          "Two-mode clustering of the graph",
          {{"robins_alexander", "", "share of paths of three edges that close",
            std::vector<double>{share}},
           {"butterflies", "", "cycles of four edges",
            std::vector<std::int64_t>{static_cast<std::int64_t>(squares)}},
           {"three_paths", "", "paths of three edges",
            std::vector<std::int64_t>{static_cast<std::int64_t>(paths)}}}};
}

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  const Incidence table(view);
  const std::uint32_t n = view.vertex_count();
  Scores scores{std::vector<double>(n, 0), std::vector<double>(n, 0), std::vector<double>(n, 0),
                std::vector<std::uint64_t>(n, 0)};
  add_side(table, Mode::actor, context, scores);
  add_side(table, Mode::item, context, scores);
  std::vector<double> redundancy;
  Outcome outcome;
  for (Vertex v = 0; v < n; ++v) {
    const double k = v < table.actors() ? table.row_sum(v) : table.column_sum(v - table.actors());
    redundancy.push_back(k < 2 ? none
                               : 2 * static_cast<double>(scores.redundant[v]) / (k * (k - 1)));
    if (k < 2 && outcome.notes.empty()) {
      outcome.notes.push_back(note(
          "S155", "nodes with fewer than two neighbours have no redundancy and are shown as null"));
    }
  }
  outcome.tables.push_back(node_table(
      view, "Two-mode clustering of each node",
      {{"cc_dot", "", "mean share of all neighbours that are shared", std::move(scores.dot)},
       {"cc_min", "", "mean share of the smaller neighbourhood", std::move(scores.min)},
       {"cc_max", "", "mean share of the larger neighbourhood", std::move(scores.max)},
       {"redundancy", "", "share of pairs of neighbours that share another one",
        std::move(redundancy)}}));
  outcome.tables.push_back(summary(table, context));
  return outcome;
}

}  // namespace

Analysis two_mode_clustering() {
  return {.method =
              {.id = "two-mode-clustering",
               .title = "Two-mode clustering",
               .formula = "robins_alexander 4 C4/L3; cc_dot, cc_min, cc_max: mean over the v "
                          "that share anything with u of |N(u) n N(v)| / union, smaller, larger; "
                          "redundancy: share of pairs of u's neighbours with another in common",
               .convention = "parallel edges count once; a clustering is 0 where a node shares "
                             "nothing, redundancy null below two neighbours",
               .cost = "the sum of the squared degrees",
               .citations = {{"G. Robins and M. Alexander (2004), Small worlds among interlocking "
                              "directors, Computational and Mathematical Organization Theory 10",
                              "10.1023/B:CMOT.0000032580.12184.c0"},
                             {"M. Latapy, C. Magnien and N. Del Vecchio (2008), Basic notions for "
                              "the analysis of large two-mode networks, Social Networks 30",
                              "10.1016/j.socnet.2007.04.006"}}},
          .needs = {.two_mode = true, .endorsements = true},
          .params = describe<NoOptions>(),
          .on_view = run};
}

}  // namespace entente::structure
