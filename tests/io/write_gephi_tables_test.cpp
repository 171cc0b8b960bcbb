// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_gephi_tables.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "engine/base/list_text.hpp"
#include "engine/io/gexf_list.hpp"
#include "engine/io/read_edge_list.hpp"
#include "tests/support/property_graphs.hpp"

using namespace entente;

namespace {

using Texts = std::vector<std::string>;

PropertyGraph small_graph() {
  PropertyGraph graph;
  graph.directed = true;
  graph.node_ids = {"b", "a"};
  graph.source = {1, 0};
  graph.target = {0, 1};
  graph.edge_ids = {"e2", "e1"};
  Attribute tags{.name = "tags", .values = Texts{"x|y z", ""}};
  tags.is_list = true;
  graph.node_attributes = {{.name = "label", .values = Texts{"B, \"b\"", ""}},
                           {.name = "Id", .values = Texts{"7", "8"}},
                           {.name = "kind", .values = Texts{"state", "pact"}},
                           tags};
  graph.edge_attributes = {
      {.name = "weight", .values = std::vector<double>{2, 0}, .present = {1, 0}},
      {.name = "relation", .values = Texts{"signed", "left"}},
      {.name = "valid_from", .values = Texts{"2018-11-12", ""}},
      {.name = "valid_to", .values = Texts{"2020-01-01", "2021-01-01"}}};
  return graph;
}

std::string nodes_of(const PropertyGraph& graph) {
  std::string text;
  io::write_gephi_nodes(graph, [&](std::string_view piece) { text += piece; });
  return text;
}

std::string edges_of(const PropertyGraph& graph) {
  std::string text;
  REQUIRE(io::write_gephi_edges(graph, [&](std::string_view piece) { text += piece; }));
  return text;
}

}  // namespace

TEST_CASE("the tables have Gephi's headers", "[io][write_gephi_tables]") {
  CHECK(nodes_of(small_graph()) ==
        "Id,Label,timeset,node_Id,kind,tags\na,,,8,pact,\nb,\"B, \"\"b\"\"\",,7,state,\"[x, \"\"y "
        "z\"\"]\"\n");
  CHECK(edges_of(small_graph()) ==
        "Source,Target,Type,Kind,Id,Label,Weight,timeset,relation,valid_from,valid_to\n"
        "b,a,Directed,left,e1,,,\"<[-Infinity, 2021-01-01]>\",left,,2021-01-01\n"
        "a,b,Directed,signed,e2,,2,\"<[2018-11-12, 2020-01-01]>\",signed,2018-11-12,2020-01-01\n");
}

TEST_CASE("a graph without edges, times or labels has the same headers",
          "[io][write_gephi_tables]") {
  PropertyGraph graph;
  graph.node_ids = {"a"};
  CHECK(nodes_of(graph) == "Id,Label\na,\n");
  CHECK(edges_of(graph) == "Source,Target,Type,Kind,Id,Label,Weight\n");
}

TEST_CASE("an attribute 'kind' is Gephi's own on edges alone", "[io][write_gephi_tables]") {
  PropertyGraph graph = small_graph();
  graph.edge_attributes = {{.name = "kind", .values = Texts{"k", "l"}}};
  CHECK(edges_of(graph).starts_with("Source,Target,Type,Kind,Id,Label,Weight,edge_kind\n"));
}

TEST_CASE("what Gephi would remove is refused, what it changes counted",
          "[io][write_gephi_tables]") {
  PropertyGraph graph = small_graph();
  graph.node_attributes.push_back({.name = "note", .values = Texts{"INFOSYS", "null"}});
  const auto report = io::write_gephi_nodes(graph, [](std::string_view) {});
  CHECK(report.infinity_texts == 1);
  CHECK(report.null_texts == 1);
  graph.edge_attributes[0].values = std::vector<double>{-1, 1};
  const auto refused = io::write_gephi_edges(graph, [](std::string_view) {});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().front().code == "E101");
}

TEST_CASE("Gephi's tables are an edge list and its nodes, too", "[io][write_gephi_tables]") {
  const io::SourceText nodes("n.csv", nodes_of(small_graph()));
  const auto back = io::read_edge_list(io::SourceText("e.csv", edges_of(small_graph())), &nodes);
  REQUIRE(back);
  CHECK(back->graph.node_ids == Texts{"a", "b"});
  CHECK(back->graph.edge_ids == Texts{"e1", "e2"});
  CHECK(back->graph.edge_attribute("weight")->number(1) == 2.0);
  CHECK(back->graph.edge_attribute("relation")->text(0) == "left");
  CHECK(back->graph.directed);
  CHECK(back->graph.node_attribute("label")->text(1) == "B, \"b\"");
  CHECK(back->graph.node_attribute("kind")->text(1) == "state");
  for (const char* gone : {"Type", "Kind", "timeset"})
    CHECK(back->graph.edge_attribute(gone) == nullptr);
}

TEST_CASE("columns that Gephi takes for moments are named", "[io][write_gephi_tables]") {
  const auto remarks = [](const PropertyGraph& graph) {
    std::string text;
    for (const Diagnostic& remark : io::write_gephi_nodes(graph, [](std::string_view) {}).remarks)
      text += remark.code + ": " + remark.message + '\n';
    return text;
  };
  PropertyGraph graph;
  graph.node_ids = {"a", "b"};
  graph.node_attributes = {{.name = "founded", .values = Texts{"2018-11", "2019-01-31"}},
                           {.name = "year", .values = Texts{"2018", "2019"}},
                           {.name = "dates", .values = Texts{"2018-11-12", "[..2019-01-31]"}},
                           {.name = "empty", .values = Texts{"", ""}}};
  CHECK(remarks(graph).empty());  // there are no intervals to lose
  graph.node_attributes.push_back({.name = "existed_from", .values = Texts{"2018-11-12", ""}});
  CHECK(remarks(graph) ==
        "E215: Gephi takes 'founded', 'existed_from' for moments, and then drops the intervals\n");
}

TEST_CASE("what Gephi's tables can hold comes back", "[io][write_gephi_tables]") {
  CHECK(rc::check([](std::uint32_t seed, bool directed, bool drawn, bool timed, bool modes) {
    PropertyGraph graph = test::made_up_graph(
        seed,
        {.directed = directed, .drawn = drawn, .timed = timed, .signs = true, .modes = modes});
    RC_PRE(!graph.source.empty());  // no edge says that the tables are Gephi's
    const io::SourceText nodes("n.csv", nodes_of(graph));
    const auto back = io::read_edge_list(io::SourceText("e.csv", edges_of(graph)), &nodes);
    RC_ASSERT(static_cast<bool>(back));
    RC_ASSERT(back->notes.empty());
    PropertyGraph found = back->graph;
    graph.title.clear();
    for (auto* attributes : {&graph.node_attributes, &graph.edge_attributes}) {
      for (Attribute& attribute : *attributes) {
        auto* texts = std::get_if<Texts>(&attribute.values);
        for (std::size_t i = 0; attribute.is_list && i < texts->size(); ++i)
          if (attribute.has(i)) (*texts)[i] = io::gexf_list(split_list((*texts)[i]));
      }
    }
    for (PropertyGraph* one : {&graph, &found}) {
      test::make_texts(one->node_attributes);
      test::make_texts(one->edge_attributes);
    }
    RC_ASSERT(test::difference(found, graph) == "");
  }));
}
