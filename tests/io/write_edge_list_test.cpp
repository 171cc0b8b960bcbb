// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_edge_list.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>
#include <vector>

#include "engine/io/read_edge_list.hpp"
#include "tests/support/property_graphs.hpp"

using namespace entente;

namespace {

using Texts = std::vector<std::string>;

PropertyGraph small_graph() {
  PropertyGraph graph;
  graph.node_ids = {"b", "a, \"1\"", "c"};
  graph.source = {0, 1, 1};
  graph.target = {2, 0, 0};
  graph.node_attributes = {
      {.name = "size", .values = std::vector<std::int64_t>{1, 2, 3}, .present = {1, 0, 1}},
      {.name = "mode", .values = Texts{"item", "actor", "actor"}}};
  graph.edge_attributes = {{.name = "note", .values = Texts{"x\ny", "", " z "}},
                           {.name = "sure", .values = std::vector<std::uint8_t>{1, 0, 1}},
                           {.name = "weight", .values = std::vector<double>{0.1, 2, 3}}};
  return graph;
}

std::string edges_of(const PropertyGraph& graph) {
  std::string text;
  io::write_edge_list(graph, [&](std::string_view piece) { text += piece; });
  return text;
}

std::string nodes_of(const PropertyGraph& graph) {
  std::string text;
  io::write_node_list(graph, [&](std::string_view piece) { text += piece; });
  return text;
}

}  // namespace

TEST_CASE("a graph becomes a table of edges and a table of nodes", "[io][write_edge_list]") {
  CHECK(edges_of(small_graph()) ==
        "source,target,weight,note,sure\n"
        "\"a, \"\"1\"\"\",b,2,,false\n"
        "\"a, \"\"1\"\"\",b,3, z ,true\n"
        "b,c,0.1,\"x\ny\",true\n");
  CHECK(nodes_of(small_graph()) == "id,mode,size\n\"a, \"\"1\"\"\",actor,\nb,item,1\nc,actor,3\n");
}

TEST_CASE("the tables read back as the same tables", "[io][write_edge_list]") {
  const PropertyGraph graph = small_graph();
  const io::SourceText nodes("n.csv", nodes_of(graph));
  const auto back = io::read_edge_list(io::SourceText("e.csv", edges_of(graph)), &nodes);
  REQUIRE(back);
  CHECK(back->notes.empty());
  CHECK(edges_of(back->graph) == edges_of(graph));
  CHECK(nodes_of(back->graph) == nodes_of(graph));
  CHECK(std::holds_alternative<std::vector<std::uint8_t>>(
      back->graph.edge_attribute("sure")->values));
}

TEST_CASE("what an edge list cannot hold is noted", "[io][write_edge_list]") {
  PropertyGraph graph = small_graph();
  graph.directed = true;
  graph.title = "T";
  graph.target[0] = 1;  // c is alone
  graph.edge_attributes = {
      {.name = "weight",
       .values = std::vector<double>{1, std::numeric_limits<double>::infinity(), 1}},
      {.name = "source", .values = Texts{"p", "q", "r"}}};
  std::string text;
  const Diagnostics notes =
      io::write_edge_list(graph, [&](std::string_view piece) { text += piece; });
  CHECK(text.starts_with("source,target,weight,edge_source\n\"a, \"\"1\"\"\",b,,q\n"));
  std::vector<std::string> said;
  for (const Diagnostic& note : notes) said.push_back(note.code + ' ' + note.message);
  CHECK(said == std::vector<std::string>{
                    "E203 1 numbers that are infinite or not a number were left out",
                    "E205 the attribute 'source' is written as 'edge_source'",
                    "E210 an edge list does not say that it is directed",
                    "E211 an edge list has no place for the title and facts of the graph",
                    "E217 an edge list has no place for the nodes' size, mode",
                    "E218 1 node without an edge is left out"});
}

TEST_CASE("what two tables can hold comes back", "[io][write_edge_list]") {
  CHECK(rc::check([](std::uint32_t seed, bool directed, bool drawn, bool timed, bool modes) {
    PropertyGraph graph = test::made_up_graph(
        seed,
        {.directed = directed, .drawn = drawn, .timed = timed, .signs = true, .modes = modes});
    const io::SourceText nodes("n.csv", nodes_of(graph));
    const auto back = io::read_edge_list(io::SourceText("e.csv", edges_of(graph)), &nodes);
    RC_ASSERT(static_cast<bool>(back));
    RC_ASSERT(back->notes.empty());
    PropertyGraph found = back->graph;
    graph.title.clear();
    found.directed = directed;
    for (PropertyGraph* one : {&graph, &found}) {
      test::make_texts(one->node_attributes);
      test::make_texts(one->edge_attributes);
    }
    RC_ASSERT(test::difference(found, graph) == "");
  }));
}
