// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_dot.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace entente;

using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;

TEST_CASE("a graph is written as Graphviz draws it", "[io][write_dot]") {
  PropertyGraph graph;
  graph.directed = true;
  graph.title = "A \"title\"";
  graph.facts = {{"day", "2018"}};
  graph.node_ids = {"b\\", "a"};
  graph.source = {1};
  graph.target = {0};
  graph.edge_ids = {"e1"};
  graph.node_attributes = {{.name = "label", .values = Texts{"two\nlines \\N", ""}},
                           {.name = "shape", .values = Texts{"round\\", "x\\y"}},
                           {.name = "x", .values = Reals{1, 0}, .present = {1, 0}},
                           {.name = "y", .values = Reals{2.5, 0}, .present = {1, 0}},
                           {.name = "size", .values = Reals{36, 0}, .present = {1, 0}},
                           {.name = "color", .values = Texts{"#1f77b4", ""}, .present = {1, 0}}};
  graph.edge_attributes = {{.name = "weight", .values = Integers{2}},
                           {.name = "sign", .values = Integers{-1}}};
  std::string text;
  const auto report = io::write_dot(graph, [&](std::string_view piece) { text += piece; });
  CHECK(text ==
        "digraph \"A \\\"title\\\"\" {\n"
        "  \"a\" [node_shape=\"x\\y\"];\n"
        "  \"b\\\\\" [label=\"two\\nlines \\\\N\", pos=\"1,2.5!\", width=\"0.5\", height=\"0.5\", "
        "style=\"filled\", fillcolor=\"#1f77b4\", node_shape=\"round\\\\\"];\n"
        "  \"a\" -> \"b\\\\\" [id=\"e1\", weight=\"2\", sign=\"-1\"];\n}\n");
  CHECK(report.renamed_attributes.size() == 1);
  CHECK(report.remarks.at(0).code == "E251");
}

TEST_CASE("an undirected graph has undirected edges", "[io][write_dot]") {
  PropertyGraph graph;
  graph.node_ids = {"a", "b"};
  graph.source = {0};
  graph.target = {1};
  std::string text;
  io::write_dot(graph, [&](std::string_view piece) { text += piece; });
  CHECK(text == "graph \"graph\" {\n  \"a\";\n  \"b\";\n  \"a\" -- \"b\";\n}\n");
}
