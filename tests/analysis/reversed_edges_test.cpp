// SPDX-License-Identifier: Apache-2.0
// What must hold of all analyses of directed graphs: turning every edge round exchanges in and out.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/any_analysis.hpp"
#include "tests/support/edge_lists.hpp"

using namespace entente;
using namespace entente::test;

namespace {

const WordPairs ends = {
    {"in", "out"}, {"source", "target"}, {"hub", "authority"}, {"representative", "gatekeeper"}};

const std::vector<Exception> one_way = {
    {"eigenvector", {"nodes.eigenvector"}, "along edges"},
    {"katz", {"nodes.katz"}, "along edges"},
    {"bonacich-power", {"nodes.bonacich_power", "summary.a"}, "against edges"},
    {"alpha-centrality", {"nodes.alpha_centrality"}, "along edges"},
    {"pagerank", {"nodes.pagerank"}, "along edges"},
    {"core-periphery",
     {"nodes.core", "summary"},
     "the search begins at random, and random graphs are drawn"},
    {"stability", {""}, "edges are drawn again in their order"},
};

}  // namespace

TEST_CASE("where every edge is turned round, in and out change places", "[every_analysis]") {
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr || analysis.needs.two_mode || analysis.needs.undirected) {
      continue;
    }
    for (const WeightRole role : {WeightRole::ignore, WeightRole::strength, WeightRole::distance}) {
      const EdgeList list =
          random_edges({.nodes = 40, .edges = 200, .directed = true, .role = role, .blocks = 4}, 5);
      for (const std::string direction : {"in", "out"}) {
        INFO(analysis.method.id << " " << direction << " role " << int(role));
        Params here, there;
        if (takes(analysis, "direction")) {
          here["direction"] = direction;
          there["direction"] = std::string(direction == "in" ? "out" : "in");
        } else if (direction == "out") {
          continue;
        }
        const auto a = usual_run(analysis, View(list), here);
        const auto b = usual_run(analysis, View(reversed(list)), there);
        REQUIRE(a);
        REQUIRE(b);
        CHECK(joined(without(differences(by_name(*a), exchanged(by_name(*b), ends)),
                             analysis.method.id, one_way)) == "");
      }
    }
  }
}
