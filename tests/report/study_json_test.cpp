// SPDX-License-Identifier: Apache-2.0
#include "engine/report/study_json.hpp"

#include <catch2/catch_test_macros.hpp>

#include "engine/io/json.hpp"
#include "tests/support/tiny_graph.hpp"

using namespace entente;

namespace {

io::JsonDocument parsed(const std::string& text) {
  auto document = io::parse_json(text, "made.json");
  REQUIRE(document);
  return std::move(*document);
}

}  // namespace

TEST_CASE("a manifest holds what the run depended on", "[report][study_json]") {
  Manifest manifest;
  manifest.version = "1.2.3";
  manifest.data_set = "tiny";
  manifest.inputs = {{"claims.csv", "ab"}};
  manifest.outputs = {{"results.json", "cd"}};
  manifest.effort = "quick";
  manifest.seed = 18446744073709551615ULL;  // the largest seed there is
  manifest.overruled_claims = 3;
  manifest.seconds = {{"load", 0.25}};
  const std::string text = manifest_json(manifest);
  CHECK(text.find("18446744073709551615") != std::string::npos);
  CHECK(text.find("\"overruled_claims\":3") != std::string::npos);
  CHECK(text.find("{\"file\":\"claims.csv\",\"sha256\":\"ab\"}") != std::string::npos);
  CHECK(text.back() == '\n');
  const auto document = parsed(text);
  CHECK(document.root.object() != nullptr);
}

TEST_CASE("results name the data set, the day and the cautions", "[report][study_json]") {
  const KnowledgeGraph graph = test::built(test::tiny_builder());
  Study study;
  study.day = parse_date("2019-06-01")->first;
  study.views.resize(1);
  study.views[0].all.projection.name = "states";
  study.views[0].cautions = {"Silence accuses nobody."};
  const std::string text = results_json(graph, study, {Table{"actors", "", {}}});
  CHECK(text.find("\"as_of\":\"2019-06-01\"") != std::string::npos);
  CHECK(text.find("\"agreement_of_date_choices\":null") != std::string::npos);
  CHECK(text.find("\"cautions\":[\"Silence accuses nobody.\"]") != std::string::npos);
  CHECK(parsed(text).root.object() != nullptr);
}
