// SPDX-License-Identifier: Apache-2.0
#include "engine/io/export_report.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "engine/io/write_graphml.hpp"
#include "engine/io/write_graphology.hpp"

using namespace entente;
using io::ExportReport;

namespace {

// The only thing that is said of a file, without its hint.
std::string said(const ExportReport& report) {
  const Diagnostics notes = report.notes("g.graphml");
  REQUIRE(notes.size() == 1);
  const std::string text = to_text(notes.front());
  return text.substr(0, text.find('\n'));
}

}  // namespace

TEST_CASE("each thing that a writer changed is told with its number", "[io][export_report]") {
  CHECK(ExportReport{.nodes = 3, .edges = 2}.notes("g.graphml").empty());
  CHECK(said({.changed_ids = 2}) ==
        "g.graphml: note[E201]: 2 ids hold characters that some readers change, or stand twice, "
        "and were rewritten");
  CHECK(said({.repeated_ids = 1}) ==
        "g.graphml: note[E216]: 1 edges share their id with an earlier one, and got a number "
        "behind it");
  CHECK(said({.replaced_characters = 3}) ==
        "g.graphml: note[E202]: 3 characters that XML cannot hold were replaced by U+FFFD");
  CHECK(said({.omitted_numbers = 4}) ==
        "g.graphml: note[E203]: 4 numbers that are infinite or not a number were left out");
  CHECK(said({.long_integers = 5}) ==
        "g.graphml: note[E204]: 5 integers beyond 2^53 are written as text");
  CHECK(said({.renamed_attributes = {{"Note", "note_2"}}}) ==
        "g.graphml: note[E205]: the attribute 'Note' is written as 'note_2'");
  CHECK(said({.infinity_texts = 6}) ==
        "g.graphml: note[E206]: 6 texts hold 'INF', which Gephi reads as 'Infinity'");
  CHECK(said({.null_texts = 7}) ==
        "g.graphml: note[E207]: 7 texts are blank or 'null', which Gephi reads as absent");
  CHECK(said({.rounded_weights = 8}) ==
        "g.graphml: note[E208]: 8 weights are whole numbers that Gephi's 32 bits round");
  CHECK(said({.merged_parallels = 9}) ==
        "g.graphml: note[E209]: 9 edges repeat a source, a target and a relation; Gephi merges "
        "them unless told otherwise");
  CHECK(said({.remarks = {note("E999", "of the format alone")}}) ==
        "g.graphml: note[E999]: of the format alone");
}

TEST_CASE("the report beside a file counts its nodes and edges, then the rest",
          "[io][export_report]") {
  const ExportReport report{.nodes = 3, .edges = 2, .omitted_numbers = 1};
  CHECK(report.text("g.gexf") ==
        "g.gexf: 3 nodes, 2 edges\n"
        "g.gexf: note[E203]: 1 numbers that are infinite or not a number were left out\n");
}

TEST_CASE("the counts of parts that were written apart are added", "[io][export_report]") {
  const ExportReport one{.nodes = 1,
                         .edges = 2,
                         .changed_ids = 3,
                         .repeated_ids = 4,
                         .replaced_characters = 5,
                         .omitted_numbers = 6,
                         .long_integers = 7,
                         .infinity_texts = 8,
                         .null_texts = 9,
                         .rounded_weights = 10,
                         .merged_parallels = 11};
  ExportReport both = one;
  both.add_counts(one);
  CHECK(both.nodes == 2);
  CHECK(both.edges == 4);
  CHECK(both.changed_ids == 6);
  CHECK(both.repeated_ids == 8);
  CHECK(both.replaced_characters == 10);
  CHECK(both.omitted_numbers == 12);
  CHECK(both.long_integers == 14);
  CHECK(both.infinity_texts == 16);
  CHECK(both.null_texts == 18);
  CHECK(both.rounded_weights == 20);
  CHECK(both.merged_parallels == 22);
}

TEST_CASE("edges of one id and of one pair are counted by their writers", "[io][export_report]") {
  PropertyGraph graph;
  graph.node_ids = {"a", "b"};
  graph.source = {0, 0, 0};
  graph.target = {1, 1, 1};
  graph.edge_ids = {"e", "e", "f"};
  const auto nothing = [](std::string_view) {};
  CHECK(said(io::write_graphology(graph, nothing)).starts_with("g.graphml: note[E216]: 1 edges"));
  graph.edge_ids[1] = "g";
  CHECK(said(*io::write_graphml(graph, nothing)).starts_with("g.graphml: note[E209]: 2 edges"));
}
