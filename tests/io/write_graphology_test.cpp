// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_graphology.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>
#include <vector>

#include "engine/io/read_node_link.hpp"
#include "tests/support/property_graphs.hpp"

using namespace entente;

using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;

TEST_CASE("a graph is written as graphology imports it", "[io][write_graphology]") {
  PropertyGraph graph;
  graph.title = "T";
  graph.facts = {{"day", "2018"}};
  graph.node_ids = {"b", "a"};
  graph.source = {1, 0, 1};
  graph.target = {0, 1, 1};
  graph.edge_ids = {"e1", "", "e1"};
  Attribute tags{.name = "tags", .values = Texts{"x|y z", ""}, .present = {1, 0}};
  tags.is_list = true;
  graph.node_attributes = {{.name = "type", .values = Texts{"t", ""}, .present = {1, 0}},
                           tags,
                           {.name = "r", .values = Integers{31, 0}},
                           {.name = "g", .values = Integers{119, 0}},
                           {.name = "b", .values = Integers{180, 0}},
                           {.name = "n", .values = Integers{9007199254740993, 3}}};
  graph.edge_attributes = {
      {.name = "sure", .values = std::vector<std::uint8_t>{1, 0, 0}, .present = {1, 1, 0}},
      {.name = "weight", .values = Reals{std::numeric_limits<double>::infinity(), 2, 1}}};
  std::string text;
  const auto report = io::write_graphology(graph, [&](std::string_view piece) { text += piece; });
  CHECK(
      text ==
      R"({"attributes":{"title":"T","day":"2018"},)"
      R"("options":{"type":"undirected","multi":true,"allowSelfLoops":true},)"
      R"("nodes":[{"key":"a","attributes":{"n":3,"color":"#000000"}},)"
      R"({"key":"b","attributes":{"node_type":"t","tags":["x","y z"],"n":"9007199254740993",)"
      R"("color":"#1f77b4"}}],)"
      R"("edges":[{"key":"e1","source":"a","target":"b","attributes":{"sure":true},"undirected":true},)"
      R"({"key":"e1_2","source":"a","target":"a","attributes":{"weight":1.0},"undirected":true},)"
      R"({"key":"e2","source":"b","target":"a","attributes":{"sure":false,"weight":2.0},"undirected":true}]})"
      "\n");
  CHECK(report.repeated_ids == 1);
  CHECK(report.long_integers == 1);
  CHECK(report.omitted_numbers == 1);
  CHECK(report.renamed_attributes.size() == 1);
}

TEST_CASE("keys of edges are unique", "[io][write_graphology]") {
  PropertyGraph graph;
  graph.directed = true;
  graph.node_ids = {"a"};
  graph.source = {0, 0};
  graph.target = {0, 0};
  std::string text;
  io::write_graphology(graph, [&](std::string_view piece) { text += piece; });
  CHECK(
      text.find(R"("edges":[{"key":"e1","source":"a","target":"a","attributes":{}},{"key":"e2")") !=
      std::string::npos);
}

TEST_CASE("graphology JSON comes back as it was written", "[io][write_graphology]") {
  CHECK(rc::check([](std::uint32_t seed, bool directed, bool drawn, bool timed, bool modes) {
    PropertyGraph graph = test::made_up_graph(seed, {.directed = directed,
                                                     .drawn = drawn,
                                                     .timed = timed,
                                                     .facts = true,
                                                     .signs = true,
                                                     .modes = modes});
    for (auto* attributes : {&graph.node_attributes, &graph.edge_attributes}) {
      std::erase_if(*attributes, [](const Attribute& attribute) {  // one colour there
        return attribute.name == "r" || attribute.name == "g" || attribute.name == "b";
      });
      for (Attribute& attribute : *attributes)
        if (attribute.name == "huge") test::make_text(attribute);
    }
    std::string text;
    io::write_graphology(graph, [&](std::string_view piece) { text += piece; });
    const auto back = io::read_node_link(text, "g.json");
    RC_ASSERT(static_cast<bool>(back));
    RC_ASSERT(back->notes.empty());
    RC_ASSERT(test::difference(back->graph, graph) == "");
  }));
}
