// SPDX-License-Identifier: Apache-2.0
#include "engine/report/story.hpp"

#include <catch2/catch_test_macros.hpp>
#include <sstream>

#include "engine/report/display_width.hpp"
#include "tests/support/tiny_graph.hpp"

using namespace entente;

TEST_CASE("the story keeps to its width and says when there is too little to tell",
          "[report][story]") {
  auto builder = test::tiny_builder();
  const test::NoPlace place;
  builder.add_claim({.id = "1",
                     .subject = "state.a",
                     .relation = "signed",
                     .object = "agreement.pact",
                     .from = "2017",
                     .recorded = "2019",
                     .source = "src.one"},
                    place);
  const KnowledgeGraph graph = test::built(std::move(builder));
  const auto study = run_study(graph, {}, {});
  REQUIRE(study);
  for (const std::size_t width : {80U, 50U}) {
    const std::string text = story(graph, *study, width);
    CHECK(text.find("tiny as of 2019-12-31: 1 claims") == 0);
    CHECK(text.find("Too few actors with") != std::string::npos);
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) CHECK(display_width(line) <= width);
  }
}
