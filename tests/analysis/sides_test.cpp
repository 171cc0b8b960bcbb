// SPDX-License-Identifier: Apache-2.0
// What must hold of all analyses of two-mode graphs: neither side is the first.
#include <catch2/catch_test_macros.hpp>

#include "tests/support/any_analysis.hpp"
#include "tests/support/edge_lists.hpp"

using namespace entente;
using namespace entente::test;

namespace {

const std::vector<Exception> one_sided = {
    {"matching", {"pairs"}, "one of many largest matchings"},
    {"nodf",
     {"nodf.mean", "nodf.sd", "nodf.z", "nodf.p_upper", "nodf.p_lower"},
     "random tables are drawn row by row"},
    {"core-periphery", {"nodes.core", "summary"}, "a search begins at random, tables are drawn"},
    {"brokerage", {""}, "actors stand between actors"},
    {"e-i-index", {""}, "actors have groups"},
    {"consensus", {"nodes.co_assignment", "summary.rounds"}, "searches begin at random"},
    {"stability", {""}, "items are drawn again"},
    {"fdsm",
     {"pairs.expected", "pairs.p_value", "pairs.q_value", "pairs.significant", "tests"},
     "random tables are drawn row by row"},
    {"structure-test",
     {"structure_test.mean", "structure_test.sd", "structure_test.z", "structure_test.p_upper",
      "structure_test.p_lower"},
     "random tables are drawn row by row"},
    {"agreement-scores", {""}, "actors take stances on items"},
    {"adoption", {""}, "actors adopt items"},
    {"missing-signatories", {""}, "actors sign items"},
    {"unusual-actors", {""}, "the rows of actors"},
    {"layout", {""}, "a coarser graph begins with the actors"},
};

const WordPairs sides = {{"actor", "item"}, {"actors", "items"}};

}  // namespace

TEST_CASE("where actors and items change places, so do their answers", "[every_analysis]") {
  for (const Analysis& analysis : analyses()) {
    if (analysis.on_view == nullptr || analysis.needs.one_mode) continue;
    for (const WeightRole role : {WeightRole::ignore, WeightRole::strength, WeightRole::distance}) {
      const EdgeList list =
          random_cells({.actors = 11, .items = 14, .density = 0.5, .role = role, .blocks = 2}, 3);
      for (const std::string side : {"actor", "item"}) {
        INFO(analysis.method.id << " " << side << " role " << int(role));
        Params here, there;
        if (takes(analysis, "side")) {
          here["side"] = side;
          there["side"] = std::string(side == "actor" ? "item" : "actor");
        } else if (side == "item") {
          continue;
        }
        const auto a = usual_run(analysis, View(list), here);
        const auto b = usual_run(analysis, View(transposed(list)), there);
        REQUIRE(a);
        REQUIRE(b);
        CHECK(joined(without(differences(by_name(*a), exchanged(by_name(*b), sides)),
                             analysis.method.id, one_sided)) == "");
      }
    }
  }
}
