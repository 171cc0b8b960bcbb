// SPDX-License-Identifier: Apache-2.0
// tests/exchange/gephi_test.py compares these counts with what Gephi does.
#include "engine/io/gephi_rules.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace entente;
using namespace entente::io;

TEST_CASE("a text that Gephi changes or drops is counted by where it stands", "[io][gephi_rules]") {
  const auto counted = [](std::string_view text, GephiPlace place) {
    ExportReport report;
    count_gephi_text(text, place, report);
    return std::pair(report.infinity_texts, report.null_texts);
  };
  using Counts = std::pair<std::size_t, std::size_t>;
  const GephiPlace value, label{.is_label = true}, in_gexf{.keeps_blanks = true};
  for (const auto* text : {"a", "Null Island", "inf", "nul", "nulls"}) {
    CHECK(counted(text, value) == Counts(0, 0));
  }
  CHECK(counted("INF Treaty", value) == Counts(1, 0));
  CHECK(counted("INF Treaty", label) == Counts(0, 0));
  for (const auto* text : {"null", "NULL", "Null"}) {
    CHECK(counted(text, value) == Counts(0, 1));
    CHECK(counted(text, in_gexf) == Counts(0, 1));
    CHECK(counted(text, label) == Counts(0, 0));
  }
  CHECK(counted(" \t\n", value) == Counts(0, 1));
  CHECK(counted(" \t\n", label) == Counts(0, 1));
  CHECK(counted(" \t\n", in_gexf) == Counts(0, 0));
}

TEST_CASE("a weight that is no number above 0 in 32 bits is refused, a rounded one counted",
          "[io][gephi_rules]") {
  PropertyGraph graph;
  graph.node_ids = {"a", "b"};
  graph.source = {0, 0, 0};
  graph.target = {1, 1, 1};
  ExportReport report;
  CHECK(check_weights(graph, report).empty());
  graph.edge_attributes = {
      {.name = "weight", .values = std::vector<double>{16777217, 0.1, 16777216}}};
  CHECK(check_weights(graph, report).empty());
  CHECK(report.rounded_weights == 1);
  graph.edge_attributes[0].values = std::vector<double>{0, -1, 1e-46};
  const Diagnostics problems = check_weights(graph, report);
  REQUIRE(problems.size() == 3);
  CHECK(problems[0].code == "E101");
  graph.edge_attributes[0].present = {0, 0, 0};
  CHECK(check_weights(graph, report).empty());
}
