// SPDX-License-Identifier: Apache-2.0
#include "engine/model/differing_values.hpp"

#include <catch2/catch_test_macros.hpp>

#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

struct Count {
  const char *id, *value, *from;
  const char* status = "asserted";
};

// Counts of the rivers that the pact is about; the values of each time that differ, joined.
std::vector<std::string> differing(const std::vector<Count>& counts, bool one_value = true) {
  Schema schema = test::tiny_schema();
  schema.relations["has-count"] = {{"agreement"}, {"topic"}, Aspect::none, no_stance, {}};
  schema.relations["has-count"].one_value = one_value;
  KnowledgeGraphBuilder builder("counts", schema);
  const test::NoPlace place;
  builder.add_node({.id = "agreement.pact", .kind = "agreement", .label = "Pact"}, place);
  builder.add_node({.id = "topic.rivers", .kind = "topic", .label = "Rivers"}, place);
  builder.add_source({.id = "src.one", .title = "One"}, place);
  for (const Count& count : counts) {
    builder.add_claim({.id = count.id,
                       .subject = "agreement.pact",
                       .relation = "has-count",
                       .object = "topic.rivers",
                       .value = count.value,
                       .from = count.from,
                       .recorded = "2020",
                       .source = "src.one",
                       .status = count.status},
                      place);
  }
  const KnowledgeGraph graph = test::built(std::move(builder));
  std::vector<std::string> texts;
  for (const DifferingValues& found : find_differing_values(graph)) {
    CHECK(graph.id(found.subject) == "agreement.pact");
    CHECK(graph.id(found.object) == "topic.rivers");
    std::string text;
    for (const ClaimId claim : found.claims) {
      if (!text.empty()) text += ' ';
      text += graph.text(graph.claim(claim).value);
    }
    texts.push_back(text);
  }
  return texts;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("values of the same day or month that do not read alike are told",
          "[model][differing_values]") {
  CHECK(differing({{"a", "51", "2018-11-12"}, {"b", ">50", "2018-11-12"}}) == Texts{"51 >50"});
  CHECK(differing({{"a", "73", "2019-11-12"}, {"b", "74", "2019-11"}}) == Texts{"74 73"});
  CHECK(differing({{"a", "51", "2018-11-12"}, {"b", "51", "2018-11-12"}}) == Texts{});
}

TEST_CASE("each time is told by itself, and later counts differ from nothing",
          "[model][differing_values]") {
  CHECK(differing({{"a", "51", "2018-11-12"},
                   {"b", "50", "2018-11-12"},
                   {"c", "73", "2019-11-12"},
                   {"d", "80", "2021-11-10"},
                   {"e", "79", "2021-11-10"}}) == Texts{"51 50", "80 79"});
  CHECK(differing({{"a", "51", "2018-11-12"}, {"b", "73", "2019-11-12"}}) == Texts{});
}

TEST_CASE(
    "a time that is not known to the month, a retracted value and other relations do not count",
    "[model][differing_values]") {
  CHECK(differing({{"a", "51", "2018-11-12"}, {"b", "66", "[2018-11-12..2019-11]"}}) == Texts{});
  CHECK(differing({{"a", "51", "2018-11-12"}, {"b", "66", ""}}) == Texts{});
  CHECK(differing({{"a", "51", "2018-11-12"}, {"b", "50", "2018-11-12", "retracted"}}) == Texts{});
  CHECK(differing({{"a", "51", "2018-11-12"}, {"b", "50", "2018-11-12"}}, false) == Texts{});
}
