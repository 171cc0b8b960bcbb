// SPDX-License-Identifier: Apache-2.0
#include "engine/model/summary.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/io/read_data_set.hpp"
#include "tests/support/tiny_graph.hpp"

using namespace entente;

TEST_CASE("a data set is counted", "[model][summary]") {
  const auto data = io::read_data_set(ENTENTE_SOURCE_DIR "/tests/data/tiny");
  REQUIRE(data);
  const KnowledgeGraph& graph = data->graph;
  const Summary summary = summarize(graph);

  REQUIRE(summary.kinds.size() == 5);
  CHECK(summary.kinds[0].kind == "company");
  CHECK(summary.kinds[0].nodes == 2);
  CHECK(summary.kinds[1].kind == "state");
  CHECK(summary.kinds[2].role == Role::item);
  CHECK(summary.kinds[4].kind == "topic");

  REQUIRE(summary.relations.size() == 7);
  const RelationCount& signed_ = summary.relations[5];
  CHECK(signed_.relation == "signed");
  CHECK(signed_.aspect == Aspect::support);
  CHECK(signed_.relations == 4);
  CHECK(signed_.claims == 5);
  CHECK((signed_.dates.known == 2 && signed_.dates.possible == 2 && signed_.dates.unknown == 1));
  CHECK((summary.dates.known == 8 && summary.dates.possible == 4 && summary.dates.unknown == 2));
  CHECK((summary.status.asserted == 12 && summary.status.retracted == 1 &&
         summary.status.disputed == 1));

  REQUIRE(summary.items.size() == 3);
  CHECK(graph.id(summary.items[0].item) == "agreement.open-letter");
  CHECK((summary.items[0].actors == 2 && summary.items[0].claims == 2));
  REQUIRE(summary.items[0].coverage.size() == 2);
  CHECK(summary.items[0].coverage[0].actors == "company.padua-press");
  CHECK(summary.items[0].coverage[0].coverage == Coverage::complete);
  CHECK(summary.items[0].coverage[1].actors == "company");
  CHECK((summary.items[1].actors == 3 && summary.items[1].claims == 7));
  CHECK(to_text(summary.items[2].coverage[0].from) == "2019-09-09");

  REQUIRE(summary.contradictions.size() == 1);
  CHECK(graph.id(summary.contradictions[0].subject) == "state.belmont");
  CHECK(summary.overruled == 1);
  CHECK(summary.silent_nodes.empty());
  CHECK(summary.unused_sources.empty());
}

TEST_CASE("nodes and sources that no claim names are listed", "[model][summary]") {
  auto builder = test::tiny_builder();
  builder.add_claim({.id = "c",
                     .subject = "state.a",
                     .relation = "signed",
                     .object = "agreement.pact",
                     .recorded = "2019",
                     .source = "src.two"},
                    test::NoPlace());
  const KnowledgeGraph graph = test::built(std::move(builder));
  const Summary summary = summarize(graph);
  CHECK(summary.silent_nodes.size() == 4);
  REQUIRE(summary.unused_sources.size() == 1);
  CHECK(graph.text(graph.source(summary.unused_sources[0]).id) == "src.one");
}
