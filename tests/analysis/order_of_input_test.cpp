// SPDX-License-Identifier: Apache-2.0
// What must hold of all analyses: numbers of nodes and the order of edges are accidents of a file.
#include <catch2/catch_test_macros.hpp>

#include "engine/report/json.hpp"
#include "tests/support/any_analysis.hpp"
#include "tests/support/edge_lists.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::vector<EdgeList> graphs_for(const Analysis& analysis) {
  std::vector<EdgeList> graphs;
  for (const WeightRole role : {WeightRole::ignore, WeightRole::strength, WeightRole::distance}) {
    if (!analysis.needs.one_mode) {
      graphs.push_back(
          random_cells({.actors = 11, .items = 14, .density = 0.5, .role = role, .blocks = 2}, 3));
    }
    if (analysis.needs.two_mode) continue;
    graphs.push_back(random_edges({.nodes = 40, .edges = 160, .role = role, .blocks = 4}, 4));
    if (analysis.needs.undirected) continue;
    graphs.push_back(
        random_edges({.nodes = 40, .edges = 200, .directed = true, .role = role, .blocks = 4}, 5));
  }
  return graphs;
}

const std::vector<Exception> by_chance = {
    {"matching", {"pairs"}, "one of many largest matchings"},
    {"nodf",
     {"nodf.mean", "nodf.sd", "nodf.z", "nodf.p_upper", "nodf.p_lower"},
     "random tables are drawn in the order of the nodes"},
    {"core-periphery",
     {"nodes.core", "summary"},
     "the search begins at random, and random graphs are drawn"},
    {"e-i-index",
     {"groups.mean", "groups.sd", "groups.z", "groups.p_upper", "groups.p_lower", "summary.mean",
      "summary.sd", "summary.z", "summary.p_upper", "summary.p_lower"},
     "labels are dealt in the order of the nodes"},
    {"label-propagation", {""}, "ties go to the smallest id"},
    {"resolution-scan", {""}, "the search begins at random, and a quick one can miss the best"},
    {"consensus", {"nodes.co_assignment", "summary.rounds"}, "searches begin at random"},
    {"stability", {""}, "edges and items are drawn again in their order"},
    {"fdsm",
     {"pairs.expected", "pairs.p_value", "pairs.q_value", "pairs.significant", "tests"},
     "random tables are drawn in the order of the nodes"},
    {"structure-test",
     {"structure_test.mean", "structure_test.sd", "structure_test.z", "structure_test.p_upper",
      "structure_test.p_lower"},
     "random tables are drawn in the order of the nodes"},
    {"unusual-actors",
     {"nodes.p_value", "nodes.q_value"},
     "rows are drawn in the order of the nodes"},
    {"layout", {""}, "where a node starts depends on its key"},
};

}  // namespace

TEST_CASE("the order of the edges does not change a byte of any analysis", "[every_analysis]") {
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr) continue;
    for (const EdgeList& list : graphs_for(analysis)) {
      INFO(analysis.method.id);
      const auto a = usual_run(analysis, View(list)),
                 b = usual_run(analysis, View(reordered(list, 6)));
      REQUIRE(a);
      REQUIRE(b);
      CHECK(to_json(*a) == to_json(*b));
    }
  }
}

TEST_CASE("other numbers of the nodes permute the answer of every analysis", "[every_analysis]") {
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr) continue;
    for (const EdgeList& list : graphs_for(analysis)) {
      INFO(analysis.method.id << (list.directed ? " directed" : "")
                              << (list.two_mode ? " two-mode" : "") << " role "
                              << int(list.weight_role));
      const auto a = usual_run(analysis, View(list)),
                 b = usual_run(analysis, View(renamed(list, 7)));
      REQUIRE(a);
      REQUIRE(b);
      CHECK(joined(without(differences(by_name(*a), by_name(*b)), analysis.method.id, by_chance)) ==
            "");
    }
  }
}
