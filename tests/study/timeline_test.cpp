// SPDX-License-Identifier: Apache-2.0
#include "engine/study/timeline.hpp"

#include <catch2/catch_test_macros.hpp>
#include <tuple>

#include "tests/support/tiny_graph.hpp"

using namespace entente;

TEST_CASE("certain supporters count from the last possible day, possible ones from the first",
          "[study][timeline]") {
  auto builder = test::tiny_builder();
  const test::NoPlace place;
  const auto sign = [&](const char* id, const char* subject, const char* from) {
    builder.add_claim({.id = id,
                       .subject = subject,
                       .relation = "signed",
                       .object = "agreement.pact",
                       .from = from,
                       .recorded = "2020",
                       .source = "src.one"},
                      place);
  };
  sign("1", "state.a", "2018-01-01");
  sign("2", "state.b", "[2018-01-01..2019-06-30]");
  sign("3", "company.c", "[2018-06-01..2021-12-31]");
  builder.add_claim({.id = "4",
                     .subject = "state.a",
                     .relation = "voted",
                     .object = "vote.one",
                     .value = "yes",
                     .from = "2018-02-01",
                     .recorded = "2020",
                     .source = "src.one"},
                    place);
  const KnowledgeGraph graph = test::built(std::move(builder));
  Projection projection;
  projection.as_of = parse_date("2020-01-01")->first;
  const auto steps = adoption(graph, project_two_mode(graph, projection));
  std::vector<std::tuple<std::string, std::uint32_t, std::uint32_t>> seen;
  for (const Adoption& step : steps) {
    CHECK(graph.id(step.item) == "agreement.pact");  // a roll call is not adopted
    seen.emplace_back(to_text(step.day), step.certain, step.possible);
  }
  CHECK(seen == std::vector<std::tuple<std::string, std::uint32_t, std::uint32_t>>{
                    {"2018-01-01", 1, 2}, {"2018-06-01", 1, 3}, {"2019-06-30", 2, 3}});
}
