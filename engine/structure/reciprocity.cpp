// SPDX-License-Identifier: Apache-2.0
// Reciprocity: the share of arcs whose reverse is there, too.
//
// Input    read as a simple graph: loops left out, parallel arcs once. An undirected edge is two
//          arcs, each the reverse of the other: 1 where there is any edge.
// Output   one row; 0 without arcs, with a note that it is undefined.
// Cost     O(n + m log k), k the largest degree.
// Method   Newman, Forrest and Balthrop (2002), doi:10.1103/PhysRevE.66.035101

#include <algorithm>

#include "engine/analysis/analysis.hpp"
#include "engine/graph/neighbours.hpp"

namespace entente::structure {
namespace {

Expected<Outcome> run(const View& view, const Params&, const Context& context) {
  const Neighbours rows(view, Side::out);
  std::int64_t arcs = 0, answered = 0;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    if (v % 65536 == 0) context.check_stop();
    for (const Vertex u : rows.of(v)) {
      ++arcs;
      answered += std::binary_search(rows.of(u).begin(), rows.of(u).end(), v) ? 1 : 0;
    }
  }
  const double share = arcs == 0 ? 0 : static_cast<double>(answered) / static_cast<double>(arcs);
  Outcome outcome;
  outcome.tables.push_back(
      {"reciprocity",
       "Reciprocity of the graph",
       {{"reciprocity", "", "share of arcs with their reverse", std::vector<double>{share}},
        {"arcs", "arcs", "between two nodes, each once", std::vector<std::int64_t>{arcs}},
        {"reciprocated", "arcs", "with their reverse", std::vector<std::int64_t>{answered}}}});
  if (arcs == 0) {
    outcome.notes.push_back(
        note("S153", "there are no arcs; reciprocity is undefined, shown as 0"));
  }
  return outcome;
}

}  // namespace

Analysis reciprocity() {
  return {.method = {.id = "reciprocity",
                     .title = "Reciprocity",
                     .formula = "arcs u->v with v->u / arcs",
                     .convention = "on the simple version: loops left out, parallel arcs once; an "
                                   "undirected edge is its own reverse; 0 without arcs",
                     .cost = "O(n + m log k), k the largest degree",
                     .citations = {{"M. E. J. Newman, S. Forrest and J. Balthrop (2002), Email "
                                    "networks and the spread of computer viruses, Physical Review "
                                    "E 66",
                                    "10.1103/PhysRevE.66.035101"}}},
          .params = describe<NoOptions>(),
          .on_view = run};
}

}  // namespace entente::structure
