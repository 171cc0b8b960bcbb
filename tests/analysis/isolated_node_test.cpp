// SPDX-License-Identifier: Apache-2.0
// What must hold of all analyses: a node without edges changes nothing for the others, but where
// the formula counts nodes.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/any_analysis.hpp"
#include "tests/support/edge_lists.hpp"

using namespace entente;
using namespace entente::test;

namespace {

struct Case {
  EdgeList graph;
  bool item = false;  // the mode of the isolated node
};

std::vector<Case> cases_for(const Analysis& analysis) {
  std::vector<Case> cases;
  if (!analysis.needs.one_mode) {
    for (const bool item : {false, true}) {
      cases.push_back(
          {random_cells({.actors = 11, .items = 14, .density = 0.5, .blocks = 2}, 3), item});
    }
  }
  if (!analysis.needs.two_mode) {
    cases.push_back({random_edges({.nodes = 40, .edges = 160, .blocks = 4}, 4)});
    if (!analysis.needs.undirected) {
      cases.push_back(
          {random_edges({.nodes = 40, .edges = 240, .directed = true, .blocks = 4}, 5)});
    }
  }
  return cases;
}

const std::vector<Exception> counts_nodes = {
    {"closeness", {"nodes.closeness"}, "a share of all other nodes is reached"},
    {"eigenvector", {"components"}, "the node is a component in the list"},
    {"bonacich-power", {"nodes.bonacich_power", "summary.a"}, "the squares add up to n"},
    {"pagerank", {"nodes.pagerank"}, "the surfer jumps to any of n nodes"},
    {"eccentricity", {"summary.radius"}, "the smallest over all nodes, now 0"},
    {"clustering", {"summary.average_clustering"}, "over all nodes"},
    {"algebraic-connectivity", {""}, "0 where the graph is disconnected"},
    {"components", {"summary.components"}, "one more"},
    {"density", {"density"}, "a share of all pairs"},
    {"average-distance", {"average_distance.unreached_pairs"}, "those with the node"},
    {"two-mode-degree", {"nodes.two_mode_degree"}, "a share of the other side"},
    {"two-mode-closeness", {"nodes.two_mode_closeness"}, "measured against both sides' sizes"},
    {"two-mode-betweenness", {"nodes.two_mode_betweenness"}, "measured against the largest value"},
    {"birank", {"nodes.birank"}, "each side begins with 1/n of its own"},
    {"singular-values", {"singular_values"}, "as many as the smaller side has nodes"},
    {"nodf", {"nodf"}, "the mean over all pairs"},
    {"core-periphery", {"nodes.core", "summary"}, "a correlation over all pairs"},
    {"equivalence", {"pairs.equivalence"}, "two-mode: rows are compared over all items"},
    {"brokerage",
     {"nodes.z_coordinator", "nodes.z_itinerant", "nodes.z_representative", "nodes.z_gatekeeper",
      "nodes.z_liaison", "summary.mean"},
     "labels are dealt to all nodes"},
    {"e-i-index",
     {"groups.size", "groups.mean", "groups.sd", "groups.z", "groups.p_upper", "groups.p_lower",
      "summary.mean", "summary.sd", "summary.z", "summary.p_upper", "summary.p_lower"},
     "labels are dealt to all nodes"},
    {"leiden", {"summary.groups"}, "the node is a group"},
    {"label-propagation", {"summary.groups"}, "the node is a group"},
    {"two-mode-modularity",
     {"near_best", "summary.groups", "summary.near_best"},
     "the node is a group, or in any"},
    {"map-equation", {"summary.groups"}, "the node is a group"},
    {"resolution-scan", {""}, "distances of partitions count nodes, searches begin at random"},
    {"consensus",
     {"nodes.co_assignment", "summary.groups", "summary.rounds"},
     "the node is a group, searches begin at random"},
    {"stability", {""}, "the node is a group, edges and items are drawn again"},
    {"partition-quality",
     {"quality.cpm", "quality.significance", "quality.surprise", "quality.description_length_plain",
      "quality.description_length_plain_general", "quality.description_length_degree_corrected",
      "quality.description_length_degree_corrected_general"},
     "sizes of groups count nodes"},
    {"hypergeometric",
     {"pairs.expected", "pairs.p_value", "pairs.q_value", "tests"},
     "a share of all items; all pairs are tested"},
    {"bicm",
     {"pairs.q_value", "fit.actor_classes", "fit.item_classes", "fit.tests"},
     "all pairs are tested; the node is a class"},
    {"rowcond", {"pairs.q_value", "fit.tests"}, "all pairs are tested"},
    {"signed-backbone", {"pairs.q_value", "edges", "tests"}, "all pairs are tested"},
    {"fdsm",
     {"pairs.expected", "pairs.p_value", "pairs.q_value", "pairs.significant", "tests"},
     "all pairs are tested; tables are drawn in the order of the nodes"},
    {"structure-test",
     {"structure_test.mean", "structure_test.sd", "structure_test.z", "structure_test.p_upper",
      "structure_test.p_lower"},
     "tables are drawn in the order of the nodes"},
    {"agreement-scores", {"cohesion.actors"}, "of each group, those who did not vote as well"},
    {"adoption", {"items.waiting"}, "the node waits"},
    {"missing-signatories", {"groups.members", "items.known"}, "the node did not sign"},
    {"unusual-actors",
     {"nodes.p_value", "nodes.q_value"},
     "rows are drawn in the order of the nodes"},
    {"layout", {""}, "nodes alone are packed beside the others"},
};

}  // namespace

TEST_CASE("an isolated node changes only what its formula says", "[every_analysis]") {
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr) continue;
    for (const auto& [graph, item] : cases_for(analysis)) {
      for (const Place place : {Place::first, Place::last}) {
        INFO(analysis.method.id << (graph.directed ? " directed" : "")
                                << (graph.two_mode ? item ? " item" : " actor" : ""));
        const auto a = usual_run(analysis, View(graph));
        const auto b = usual_run(analysis, View(with_isolated_node(graph, place, item)));
        REQUIRE(a);
        REQUIRE(b);
        CHECK(joined(without(differences(by_name(*a), by_name(*b), Rows::of_the_first),
                             analysis.method.id, counts_nodes)) == "");
      }
    }
  }
}
