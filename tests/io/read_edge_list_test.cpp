// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_edge_list.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace entente;
using io::GraphFile;
using io::SourceText;

namespace {

GraphFile read(const std::string& edges) {
  auto file = io::read_edge_list(SourceText("e.csv", edges));
  if (!file) FAIL(to_text(file.error().front()));
  return *std::move(file);
}

GraphFile read(const std::string& edges, const std::string& nodes) {
  const SourceText table("n.csv", nodes);
  auto file = io::read_edge_list(SourceText("e.csv", edges), &table);
  if (!file) FAIL(to_text(file.error().front()));
  return *std::move(file);
}

std::string complaint(const std::string& edges, const std::string& nodes = "id\n") {
  const SourceText table("n.csv", nodes);
  const auto file = io::read_edge_list(SourceText("e.csv", edges), &table);
  return file ? "none" : to_text(file.error().front());
}

}  // namespace

TEST_CASE("the ends of an edge list make the nodes, parallel edges and loops stay",
          "[io][edge_list]") {
  const GraphFile file = read("source,target\na,b\na,b\nc,c\n");
  CHECK(file.graph.node_ids == std::vector<std::string>{"a", "b", "c"});
  CHECK(file.graph.source == std::vector<std::uint32_t>{0, 0, 2});
  CHECK(file.graph.target == std::vector<std::uint32_t>{1, 1, 2});
  CHECK(file.edge_lines == std::vector<std::uint32_t>{2, 3, 4});
  CHECK_FALSE(file.graph.directed);
  CHECK(file.graph.edge_ids.empty());
  CHECK(file.graph.edge_attributes.empty());
  CHECK(file.notes.empty());
}

TEST_CASE("columns of an edge list may stand in any order, and all are kept", "[io][edge_list]") {
  const GraphFile file = read(
      "Target,Weight,note,Source,sign,time,count,share,code,id\r\n"
      "b,2.5,\"one, two\",a,-1,2018-11,7,0.5,007,first\r\n"
      "c,,,a,,,,1,12,\r\n");
  const PropertyGraph& graph = file.graph;
  CHECK(graph.node_ids == std::vector<std::string>{"a", "b", "c"});
  CHECK(graph.edge_ids == std::vector<std::string>{"first", ""});
  CHECK(graph.edge_attribute("weight")->number(0) == 2.5);
  CHECK_FALSE(graph.edge_attribute("weight")->has(1));
  CHECK(std::get<std::vector<std::int64_t>>(graph.edge_attribute("sign")->values)[0] == -1);
  CHECK(graph.edge_attribute("time")->text(0) == "2018-11");
  CHECK(graph.edge_attribute("note")->text(0) == "one, two");
  CHECK(std::holds_alternative<std::vector<std::int64_t>>(graph.edge_attribute("count")->values));
  CHECK(std::holds_alternative<std::vector<double>>(graph.edge_attribute("share")->values));
  CHECK(graph.edge_attribute("code")->text(0) == "007");  // an identifier, not a number
}

TEST_CASE("a table of nodes adds isolated nodes, modes and attributes", "[io][edge_list]") {
  const GraphFile file = read("source,target\nb,x\n",
                              "mode,id,kind,group,size\nactor,a,state,,1\nactor,b,firm,G,2\n"
                              "item,x,pact,,\n");
  const PropertyGraph& graph = file.graph;
  CHECK(graph.node_ids == std::vector<std::string>{"a", "b", "x"});
  CHECK(graph.node_attribute("mode")->text(2) == "item");
  CHECK(graph.node_attribute("kind")->text(1) == "firm");
  CHECK(graph.node_attribute("group")->text(0).empty());
  CHECK(graph.node_attribute("size")->number(1) == 2.0);
  CHECK_FALSE(graph.node_attribute("size")->has(2));
  CHECK(file.notes.empty());
}

TEST_CASE("an end that the table of nodes lacks is added with a warning", "[io][edge_list]") {
  const GraphFile file = read("source,target\na,b\na,ghost\nghost,c\n", "id\na\nb\n");
  CHECK(file.graph.node_ids == std::vector<std::string>{"a", "b", "ghost", "c"});
  REQUIRE(file.notes.size() == 1);
  CHECK(to_text(file.notes[0])
            .starts_with("e.csv:3: warning[G211]: 2 ends of edges not in 'n.csv' were added, the "
                         "first of them 'ghost'"));
}

TEST_CASE("an edge list may have no edges, and a byte order mark", "[io][edge_list]") {
  CHECK(read("source,target\n", "id\na\n").graph.node_ids.size() == 1);
  CHECK(read("\xEF\xBB\xBFsource,target\na,b").graph.source.size() == 1);
}

TEST_CASE("a wrong edge list is explained with its place", "[io][edge_list]") {
  CHECK(complaint("").starts_with("e.csv:1:1: error[G204]: the file is empty"));
  CHECK(complaint("from,to\na,b\n") ==
        "e.csv:1:1: error[G201]: the header of an edge list lacks 'source' and 'target'\n"
        "  hint: the first line names the columns: "
        "source,target[,weight][,sign][,time][,id]");
  CHECK(complaint("source;target\na;b\n").find("separated by commas") != std::string::npos);
  CHECK(complaint("source,target\na\n").starts_with("e.csv:2:1: error[G202]: 1 fields"));
  CHECK(complaint("source,target,x,x\n").starts_with("e.csv:1:17: error[G203]"));
  CHECK(complaint("source,target,\n").starts_with("e.csv:1:15: error[G203]"));
  CHECK(complaint("source,target\na,\n").starts_with("e.csv:2:3: error[G208]"));
  CHECK(complaint("source,target,weight\na,b,1\na,b,heavy\n")
            .starts_with("e.csv:3:5: error[G209]: the weight 'heavy' is not a number"));
  CHECK(complaint("source,target,weight\na,b,inf\n").starts_with("e.csv:2:5: error[G209]"));
  CHECK(complaint("source,target,weight\na,b,\"1,5\"\n").starts_with("e.csv:2:5: error[G209]"));
  CHECK(complaint("source,target,sign\na,b,2\n").starts_with("e.csv:2:5: error[G210]"));
  CHECK(complaint("source,target\na,b\n", "name\na\n").starts_with("n.csv:1:1: error[G201]"));
  CHECK(complaint("source,target\na,b\n", "id\na\n\"\"\n").starts_with("n.csv:3:1: error[G205]"));
  CHECK(complaint("source,target\na,b\n", "id\na\na\n").starts_with("n.csv:3:1: error[G206]"));
  CHECK(complaint("source,target\na,b\n", "id,mode\na,player\n")
            .starts_with("n.csv:2:3: error[G207]: the mode 'player'"));
  CHECK(complaint("source,target\na,\"b\n").starts_with("e.csv:2:3: error[T102]"));
  CHECK(complaint("source,target\na,\xFF\n").starts_with("e.csv:2:3: error[T106]"));
}

TEST_CASE("problems of an edge list are told together, up to twenty", "[io][edge_list]") {
  std::string text = "source,target,weight\n";
  for (int i = 0; i < 100; ++i) text += "a,b,x\n";
  const auto file = io::read_edge_list(SourceText("e.csv", text));
  REQUIRE_FALSE(file);
  CHECK(file.error().size() == 20);
}

TEST_CASE("hidden cells are read with their reason", "[io][edge_list]") {
  const auto hidden = io::read_hidden_cells(
      SourceText("m.csv", "actor,item,why\na,x,impossible\nb,x,unknown\nc,x,\n"));
  REQUIRE(hidden);
  REQUIRE(hidden->cells.size() == 3);
  CHECK(hidden->cells[0].impossible);
  CHECK_FALSE(hidden->cells[1].impossible);
  CHECK_FALSE(hidden->cells[2].impossible);
  CHECK(hidden->cells[2].line == 4);
  const auto wrong =
      io::read_hidden_cells(SourceText("m.csv", "actor,item,why\na,x,\nb,x,never\n"));
  REQUIRE_FALSE(wrong);
  CHECK(to_text(wrong.error().front()).starts_with("m.csv:3:5: error[G212]"));
}
