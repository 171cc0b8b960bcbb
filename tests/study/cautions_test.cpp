// SPDX-License-Identifier: Apache-2.0
#include "engine/study/cautions.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/two_blocs.hpp"

using namespace entente;

namespace {

bool any_says(const std::vector<std::string>& sentences, std::string_view words) {
  for (const std::string& sentence : sentences) {
    if (sentence.find(words) != std::string::npos) return true;
  }
  return false;
}

ViewStudy states_of(const KnowledgeGraph& graph) {
  const auto study = run_study(graph, states_projection(), {});
  REQUIRE(study);
  return study->views.front();
}

}  // namespace

TEST_CASE("few items are too little for stability, and it is said", "[study][cautions]") {
  const KnowledgeGraph graph = test::two_blocs(3);  // three roll calls and a pact: seven items
  const ViewStudy view = states_of(graph);
  REQUIRE(has_coalitions(view));
  CHECK(any_says(cautions(graph, view), "With 7 items there is too little for stability."));
  const KnowledgeGraph larger = test::two_blocs(4);
  CHECK_FALSE(any_says(cautions(larger, states_of(larger)), "too little for stability"));
}

TEST_CASE("a view without two stances each tells that it has no coalitions", "[study][cautions]") {
  const test::NoPlace place;
  auto builder = test::tiny_builder();
  builder.add_claim({.id = "1",
                     .subject = "state.a",
                     .relation = "signed",
                     .object = "agreement.pact",
                     .from = "2017",
                     .recorded = "2019",
                     .source = "src.one"},
                    place);
  const KnowledgeGraph graph = test::built(std::move(builder));
  CHECK(any_says(cautions(graph, states_of(graph)), "Too few actors with two stances"));
}

TEST_CASE("an incomplete list accuses nobody", "[study][cautions]") {
  // Nothing says that the pact's list is complete, so most of its column is unknown.
  const KnowledgeGraph graph = test::two_blocs(4);
  const ViewStudy view = states_of(graph);
  const bool silent = any_says(cautions(graph, view), "Silence accuses nobody on agreement.pact");
  std::uint64_t known = 0, unknown = 0;
  for (std::uint32_t j = 0; j < view.all.view.item_count(); ++j) {
    if (graph.id(view.all.node[view.all.view.actor_count() + j]) != "agreement.pact") continue;
    for (std::uint32_t i = 0; i < view.all.view.actor_count(); ++i) {
      const Mask* mask = view.all.view.mask();
      (mask == nullptr || mask->known(i, j) ? known : unknown) += 1;
    }
  }
  CHECK(silent == (unknown > known));
}
