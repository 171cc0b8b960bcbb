// SPDX-License-Identifier: Apache-2.0
// What must hold of all analyses: the number of threads changes no byte, on graphs that are large
// enough to be shared out.
#include <catch2/catch_test_macros.hpp>

#include "engine/report/json.hpp"
#include "tests/support/any_analysis.hpp"
#include "tests/support/edge_lists.hpp"

using namespace entente;
using namespace entente::test;

namespace {

// Loops share out up to 4096 nodes at a time, searches from every node 64, dense products 32
// columns: what takes longer gets less, but always several shares.
struct Size {
  std::string_view analysis;
  std::uint32_t nodes;
};
constexpr Size smaller[] = {{"eigenvector", 600},
                            {"katz", 600},
                            {"bonacich-power", 600},
                            {"alpha-centrality", 600},
                            {"hits", 600},
                            {"algebraic-connectivity", 600},
                            {"leiden", 600},
                            {"map-equation", 600},
                            {"subgraph-centrality", 100},
                            {"equivalence", 100},
                            {"resolution-scan", 100},
                            {"stability", 100},
                            {"consensus", 100},
                            {"core-periphery", 40},
                            {"link-scores", 600}};

std::uint32_t nodes_for(const Analysis& analysis) {
  for (const Size& size : smaller) {
    if (size.analysis == analysis.method.id) return size.nodes;
  }
  return analysis.needs.distances ? 300 : 4500;  // those search from every node
}

// Few of what is done again and again, but more than one.
Params few(const Analysis& analysis) {
  Params params;
  for (const char* name : {"restarts", "replicates", "replicate_restarts"}) {
    if (takes(analysis, name)) params[name] = std::int64_t{3};
  }
  return params;
}

void check_bytes(const Analysis& analysis, const View& view) {
  const auto one = usual_run(analysis, view, few(analysis), 1);
  REQUIRE(one);
  const std::string bytes = to_json(*one);
  for (const unsigned threads : {2U, 8U}) {
    const auto more = usual_run(analysis, view, few(analysis), threads);
    REQUIRE(more);
    CHECK((to_json(*more) == bytes));
  }
}

}  // namespace

TEST_CASE("every analysis of a graph gives the same bytes on 1, 2 and 8 threads",
          "[.slow][every_analysis]") {
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr || analysis.needs.two_mode) continue;
    const std::uint32_t nodes = nodes_for(analysis);
    for (const bool directed : {false, true}) {
      if (directed && analysis.needs.undirected) continue;
      const WeightRole role = analysis.needs.strengths   ? WeightRole::strength
                              : analysis.needs.distances ? WeightRole::distance
                                                         : WeightRole::ignore;
      INFO(analysis.method.id << (directed ? " directed" : ""));
      check_bytes(
          analysis,
          View(random_edges(
              {.nodes = nodes, .edges = 3 * nodes, .directed = directed, .role = role, .blocks = 5},
              9)));
    }
  }
}

TEST_CASE("every analysis of a two-mode graph gives the same bytes on 1, 2 and 8 threads",
          "[.slow][every_analysis]") {
  const View view(random_cells({.actors = 40, .items = 150, .density = 0.2, .blocks = 3}, 9));
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr || analysis.needs.one_mode) continue;
    INFO(analysis.method.id);
    check_bytes(analysis, view);
  }
}
