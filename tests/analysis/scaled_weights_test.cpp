// SPDX-License-Identifier: Apache-2.0
// What must hold of all analyses that read weights: the unit of the weights is a choice. An answer
// stays, or it is in a power of the unit.
#include <catch2/catch_test_macros.hpp>
#include <cmath>

#include "tests/support/any_analysis.hpp"
#include "tests/support/edge_lists.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::vector<EdgeList> weighted_graphs_for(const Analysis& analysis, WeightRole role) {
  std::vector<EdgeList> graphs;
  if (!analysis.needs.one_mode) {
    graphs.push_back(
        random_cells({.actors = 11, .items = 14, .density = 0.5, .role = role, .blocks = 2}, 3));
  }
  if (!analysis.needs.two_mode) {
    graphs.push_back(random_edges({.nodes = 40, .edges = 160, .role = role, .blocks = 4}, 4));
    if (!analysis.needs.undirected) {
      graphs.push_back(random_edges(
          {.nodes = 40, .edges = 200, .directed = true, .role = role, .blocks = 4}, 5));
    }
  }
  return graphs;
}

// The columns that changed, without those that are multiples by some power of the unit.
std::set<std::string> out_of_step(const Answer& before, const Answer& after, double unit) {
  std::set<std::string> found = differences(before, after);
  for (const int power : {-2, -1, 1, 2}) {
    Answer expected = before;
    for (const std::string& column : found) multiply(expected, column, std::pow(unit, power));
    const std::set<std::string> left = differences(expected, after);
    std::erase_if(found, [&](const std::string& column) { return !left.contains(column); });
  }
  return found;
}

const std::vector<Exception> knows_a_unit = {
    {"subgraph-centrality", {"nodes.subgraph_centrality"}, "exp W"},
    {"partition-quality", {"quality.cpm"}, "weights against a number of pairs"},
    {"layout", {""}, "edges pull by their weights, nodes push without"},
};

}  // namespace

TEST_CASE("every analysis answers in a power of the unit of weights, or in none",
          "[every_analysis]") {
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr) continue;
    for (const WeightRole role : {WeightRole::strength, WeightRole::distance}) {
      if (!(role == WeightRole::strength ? analysis.needs.strengths : analysis.needs.distances)) {
        continue;
      }
      for (const EdgeList& list : weighted_graphs_for(analysis, role)) {
        INFO(analysis.method.id << (list.directed ? " directed" : "")
                                << (list.two_mode ? " two-mode" : "") << " role "
                                << int(list.weight_role));
        const auto a = usual_run(analysis, View(list));
        const auto b = usual_run(analysis, View(scaled(list, 8)));
        REQUIRE(a);
        REQUIRE(b);
        CHECK(joined(without(out_of_step(by_name(*a), by_name(*b), 8), analysis.method.id,
                             knows_a_unit)) == "");
      }
    }
  }
}

TEST_CASE("modularity and PageRank and what else compares weights does not know their unit",
          "[every_analysis]") {
  const std::vector<std::pair<std::string_view, std::vector<std::string>>> unchanged = {
      {"pagerank", {"nodes.pagerank"}},
      {"leiden", {"summary.quality"}},
      {"two-mode-modularity", {"summary.modularity"}},
      {"partition-quality", {"quality.modularity", "quality.two_mode_modularity"}},
      {"eigenvector", {"nodes.eigenvector"}},
      {"hits", {"nodes.hub", "nodes.authority"}},
      {"katz", {"nodes.katz"}},
      {"birank", {"nodes.birank"}},
      {"map-equation", {"summary.code_length"}},
      {"constraint", {"nodes.constraint"}},
      {"disparity", {"edges.p_value", "edges.kept"}},
      {"correspondence", {"nodes.principal_1", "inertia.inertia"}},
  };
  for (const auto& [id, columns] : unchanged) {
    const Analysis* analysis = find_analysis(id);
    REQUIRE(analysis != nullptr);
    std::set<std::string> known;  // a column that there is not could not change
    for (const EdgeList& list : weighted_graphs_for(*analysis, WeightRole::strength)) {
      const auto a = usual_run(*analysis, View(list)),
                 b = usual_run(*analysis, View(scaled(list, 8)));
      REQUIRE(a);
      REQUIRE(b);
      const Answer answer = by_name(*a);
      const auto changed = differences(answer, by_name(*b));
      for (const std::string& column : columns) {
        INFO(id << " " << column);
        Answer tripled = answer;
        multiply(tripled, column, 3);
        known.merge(differences(answer, tripled));
        CHECK_FALSE(changed.contains(column));
        CHECK_FALSE(changed.contains(column.substr(0, column.find('.'))));
      }
    }
    CHECK(known == std::set<std::string>(columns.begin(), columns.end()));
  }
}
