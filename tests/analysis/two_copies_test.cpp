// SPDX-License-Identifier: Apache-2.0
// What must hold of all analyses: a graph beside a copy of itself gives each node what it had, but
// where the formula looks at the whole.
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/any_analysis.hpp"
#include "tests/support/edge_lists.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::vector<EdgeList> graphs_for(const Analysis& analysis) {
  std::vector<EdgeList> graphs;
  if (!analysis.needs.one_mode) {
    graphs.push_back(random_cells({.actors = 11, .items = 14, .density = 0.5, .blocks = 2}, 3));
  }
  if (!analysis.needs.two_mode) {
    graphs.push_back(random_edges({.nodes = 40, .edges = 160, .blocks = 4}, 4));
    if (!analysis.needs.undirected) {
      graphs.push_back(random_edges({.nodes = 40, .edges = 240, .directed = true, .blocks = 4}, 5));
    }
  }
  return graphs;
}

// What is shared out among all nodes, or divided by their number.
struct Share {
  std::string_view analysis, column;
  double (*factor)(double n);  // n the nodes of one copy
};
double half(double) { return 0.5; }
double root_of_half(double) { return std::sqrt(0.5); }
const std::vector<Share> shares = {
    {"closeness", "nodes.closeness", [](double n) { return (n - 1) / (2 * n - 1); }},
    {"eigenvector", "nodes.eigenvector", root_of_half},
    {"pagerank", "nodes.pagerank", half},
    {"hits", "nodes.hub", half},
    {"hits", "nodes.authority", half},
    {"two-mode-degree", "nodes.two_mode_degree", half},
    {"two-mode-eigenvector", "nodes.two_mode_eigenvector", root_of_half},
    {"birank", "nodes.birank", half},
};

const std::vector<Exception> looks_at_the_whole = {
    {"two-mode-closeness", {"nodes.two_mode_closeness"}, "measured against both sides' sizes"},
    {"two-mode-betweenness", {"nodes.two_mode_betweenness"}, "measured against the largest value"},
    {"core-periphery", {"nodes.core"}, "one core for all"},
    {"brokerage",
     {"nodes.z_coordinator", "nodes.z_itinerant", "nodes.z_representative", "nodes.z_gatekeeper",
      "nodes.z_liaison"},
     "labels are dealt to all nodes"},
    {"equivalence", {"pairs.equivalence"}, "two-mode: rows are compared over all items"},
    {"two-mode-modularity", {"nodes", "near_best"}, "ties weigh less where there are more of them"},
    {"resolution-scan", {"nodes"}, "ties weigh less where there are more of them"},
    {"consensus", {"nodes"}, "ties weigh less where there are more of them"},
    {"stability", {""}, "edges and items are drawn again from all"},
    {"correspondence", {"nodes"}, "the copies are an axis"},
    {"hypergeometric", {"pairs"}, "a share of all items"},
    {"bicm", {"pairs", "probabilities"}, "sums of the whole table"},
    {"rowcond", {"pairs"}, "sums of the whole table"},
    {"fdsm", {"pairs"}, "sums of the whole table"},
    {"signed-backbone", {"pairs", "edges"}, "sums of the whole table"},
    {"missing-signatories", {""}, "sums of the whole table"},
    {"unusual-actors", {""}, "sums of the whole table"},
    {"layout", {"nodes"}, "where a node starts depends on its key; copies stand side by side"},
};

// The rows of nodes, edges and pairs of one copy, under the names of the first.
Answer rows_of_nodes(const Answer& answer, const View& view, std::string_view copy) {
  std::set<std::string> labels;
  for (Vertex v = 0; v < view.vertex_count(); ++v) labels.insert(view.label(v));
  Answer result;
  for (const NamedTable& table : answer) {
    NamedTable& part = result.emplace_back(NamedTable{table.name, {}});
    for (const auto& [names, rows] : table.rows) {
      NamedTable::Names original = names;
      bool all = !names.empty();
      for (auto& [column, text] : original) {
        all = all && text.starts_with(copy);
        if (all) text = text.substr(copy.size());
        all = all && labels.contains(text);
      }
      if (all) part.rows[original] = rows;
    }
  }
  return result;
}

}  // namespace

TEST_CASE("two copies of a graph give each node what it has in one", "[every_analysis]") {
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr) continue;
    for (const EdgeList& list : graphs_for(analysis)) {
      INFO(analysis.method.id << (list.directed ? " directed" : "")
                              << (list.two_mode ? " two-mode" : ""));
      const View view(list);
      const auto a = usual_run(analysis, view), b = usual_run(analysis, View(twice(list)));
      REQUIRE(a);
      REQUIRE(b);
      Answer one = rows_of_nodes(by_name(*a), view, "");
      for (const Share& share : shares) {
        if (share.analysis == analysis.method.id) {
          multiply(one, share.column, share.factor(double(view.vertex_count())));
        }
      }
      for (const std::string_view copy : {"", "copy "}) {
        CHECK(joined(without(differences(one, rows_of_nodes(by_name(*b), view, copy)),
                             analysis.method.id, looks_at_the_whole)) == "");
      }
    }
  }
}
