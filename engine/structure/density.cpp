// SPDX-License-Identifier: Apache-2.0
// Density: the share of the possible edges that are there.
//
//   undirected 2m / (n (n - 1))     directed m / (n (n - 1))     two-mode m / (n1 n2)
//
// Input    any; m counts the edges of the simple version: no loops, parallel edges once. Directions
//          of a two-mode graph are not looked at.
// Output   one row; 0 for n < 2, or where a side is empty.
// Mask     m and the sides are those that are there; `known_pairs` says how many cells could be
//          seen.
// Cost     O(n + m).
// Method   Wasserman and Faust (1994), Social Network Analysis, pp. 101, 129, 314

#include "engine/analysis/analysis.hpp"
#include "engine/bipartite/incidence.hpp"
#include "engine/graph/neighbours.hpp"

namespace entente::structure {
namespace {

struct Pairs {
  std::uint64_t joined = 0, possible = 0, known = 0;
};

Pairs one_mode(const View& view) {
  const Neighbours rows(view, Side::out);
  const std::uint64_t n = view.vertex_count(), ways = view.directed() ? 1 : 2;
  Pairs pairs;
  for (Vertex v = 0; v < n; ++v) pairs.joined += rows.of(v).size();
  pairs.joined /= ways;
  pairs.possible = pairs.known = n == 0 ? 0 : n * (n - 1) / ways;
  return pairs;
}

Pairs two_mode(const View& view) {
  const bipartite::Incidence table(view);
  Pairs pairs;
  pairs.joined = table.cells();
  pairs.possible = pairs.known = std::uint64_t{table.actors()} * table.items();
  if (!table.masked()) return pairs;
  pairs.known = 0;
  for (std::uint32_t i = 0; i < table.actors(); ++i) {
    for (std::uint32_t j = 0; j < table.items(); ++j) pairs.known += table.known(i, j) ? 1 : 0;
  }
  return pairs;
}

std::vector<std::int64_t> cell(std::uint64_t count) { return {static_cast<std::int64_t>(count)}; }

Expected<Outcome> run(const View& view, const Params&, const Context&) {
  const Pairs pairs = view.two_mode() ? two_mode(view) : one_mode(view);
  const double share =
      pairs.possible == 0 ? 0
                          : static_cast<double>(pairs.joined) / static_cast<double>(pairs.possible);
  Outcome outcome;
  outcome.tables.push_back(
      {"density",
       "Density of the graph",
       {{"density", "", "share of the possible edges", std::vector<double>{share}},
        {"edges", "edges", "of the simple version", cell(pairs.joined)},
        {"possible_pairs", "pairs", "that an edge could join", cell(pairs.possible)},
        {"known_pairs", "pairs", "of which it could be seen", cell(pairs.known)}}});
  if (pairs.known < pairs.possible) {
    outcome.notes.push_back(note("S154",
                                 "cells that could not be seen count as possible; edges / "
                                 "known_pairs leaves them out"));
  }
  return outcome;
}

}  // namespace

Analysis density() {
  return {.method = {.id = "density",
                     .title = "Density",
                     .formula = "2m/(n(n-1)), directed m/(n(n-1)), two-mode m/(n1 n2); 0 for n < 2",
                     .convention = "m of the simple version: loops left out, parallel edges once",
                     .cost = "O(n + m)",
                     .citations = {{"S. Wasserman and K. Faust (1994), Social Network Analysis: "
                                    "Methods and Applications, Cambridge",
                                    ""}}},
          .needs = {.endorsements = true},
          .params = describe<NoOptions>(),
          .on_view = run};
}

}  // namespace entente::structure
