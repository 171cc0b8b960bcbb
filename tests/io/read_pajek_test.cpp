// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_pajek.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace entente;

using Texts = std::vector<std::string>;

namespace {

io::GraphFile read(const std::string& text) {
  auto file = io::read_pajek({"g.net", text});
  if (!file) FAIL(to_text(file.error().front()));
  return *std::move(file);
}

// All that is said of a file, one a line.
std::string notes(const io::GraphFile& file) {
  std::string text;
  for (const Diagnostic& note : file.notes) text += to_text(note) + '\n';
  return text;
}

}  // namespace

TEST_CASE("Pajek's own files are read", "[io][read_pajek]") {
  const io::SourceText source("g.net",
                              "% a comment\r\n*Network Two words\r\n*Vertices 4 2\r\n"
                              "1 \"R&D 'x'\" 0.5 0.25 ellipse ic Red\r\n2 b\r\n3 \"c\"\r\n4 d\r\n"
                              "*Arcs :1 \"likes\"\r\n1 3 2.5 c Blue\r\n1 4 -1\r\n"
                              "*Edgeslist\r\n2 3 4\r\n*Partition x\r\n1\r\n");
  const auto file = io::read_pajek(source);
  REQUIRE(file);
  const PropertyGraph& graph = file->graph;
  CHECK(graph.title == "Two words");
  CHECK(graph.directed);
  CHECK(graph.node_ids == Texts{"R&D 'x'", "b", "c", "d"});
  CHECK(graph.node_attribute("mode")->text(1) == "actor");
  CHECK(graph.node_attribute("mode")->text(2) == "item");
  CHECK(graph.node_attribute("y")->number(0) == 0.25);
  CHECK(graph.edge_attribute("weight")->number(0) == 2.5);
  CHECK(graph.edge_attribute("sign")->text(1) == "-1");
  CHECK(graph.edge_attribute("relation")->text(0) == "likes");
  CHECK_FALSE(graph.edge_attribute("relation")->has(2));
  std::string codes;
  for (const Diagnostic& note : file->notes) codes += note.code + ' ';
  CHECK(codes == "G513 G514 G512 G516 G517 ");
  CHECK(file->notes[0].where.line == 4);
}

TEST_CASE("a matrix is read, square or with two modes", "[io][read_pajek]") {
  const auto square = io::read_pajek({"g.net", "*Vertices 2\n*Matrix\n0 2\n1 0\n"});
  REQUIRE(square);
  CHECK(square->graph.node_ids == Texts{"1", "2"});
  CHECK(square->graph.edge_attribute("weight")->text(0) == "2");
  const auto modes = io::read_pajek({"g.net", "*vertices 3 1\n*matrix\n0 1\n"});
  REQUIRE(modes);
  CHECK(modes->graph.target == std::vector<std::uint32_t>{2});
  CHECK_FALSE(modes->graph.directed);
}

TEST_CASE("a wrong Pajek file is explained with its line", "[io][read_pajek]") {
  const auto first = [](const std::string& text) {
    const auto file = io::read_pajek({"g.net", text});
    REQUIRE_FALSE(file);
    return to_text(file.error().front());
  };
  CHECK(first("1 2\n").starts_with("g.net:1: error[G501]"));
  CHECK(first("").find("error[G501]") != std::string::npos);
  CHECK(first("*Vertices many\n").starts_with("g.net:1: error[G501]"));
  CHECK(first("*Vertices 2\n*Arcs\n1 3\n").starts_with("g.net:3: error[G502]"));
  CHECK(first("*Vertices 2\n*Arcs\n1\n").starts_with("g.net:3: error[G503]"));
  CHECK(first("*Vertices 2\n*Matrix\n0 1 1\n").starts_with("g.net:3: error[G504]"));
  CHECK(first("*Vertices 2\n*Matrix\n0 1\n").starts_with("g.net:3: error[G504]: the matrix ends"));
  CHECK(first("*Vertices 3 2\n*Matrix\n1\n*Partition p\n1\n1\n1\n")
            .starts_with("g.net:4: error[G504]: the matrix ends after row 1\n"));
  CHECK(first("*Vertices 2\n*Matrix\n0 x\n").starts_with("g.net:3: error[G505]"));
  for (const char* value : {"nan", "-inf", "x", "nan l \"a\"", "1,5 c Blue", "0x1f 3"})
    CHECK(first("*Vertices 2\n*Edges\n1 2 " + std::string(value) + "\n")
              .starts_with("g.net:3: error[G505]"));
  CHECK(first("*Vertices 1\n1 \"\xFF\"\n").starts_with("g.net:2:4: error[G506]"));
  CHECK(first("*Vertices 2\n1 \"a\"\n2 \"b 0.1 0.2\n").starts_with("g.net:3: error[G507]"));
  CHECK(first("*Vertices 2\n*Arcs\n1 2 1 l \"likes\n").starts_with("g.net:3: error[G507]"));
}

TEST_CASE("a second network of a Pajek file is left out with its title and its lines",
          "[io][read_pajek]") {
  const std::string first = "*Network One\n*Vertices 2\n1 a\n2 b\n*Edges\n1 2\n";
  const std::string second = "*Vertices 3\n1 x\n2 y\n3 z\n*Arcs\n2 1 -4\n1 3 \"x\"\n";
  for (const std::string title : {"", "*Network Two\n"}) {
    INFO(title);
    const io::GraphFile file = read(first + title + second + second);
    CHECK(file.graph.title == "One");
    CHECK(file.graph.node_ids == Texts{"a", "b"});
    CHECK(file.graph.source == std::vector<std::uint32_t>{0});
    CHECK_FALSE(file.graph.directed);
    CHECK(notes(file) ==
          "g.net:7: warning[G511]: a second network in the file is left out\n"
          "  hint: expected one network in a file\n");
  }
}

TEST_CASE("the vertices of a partition in a Pajek project are no network", "[io][read_pajek]") {
  const io::GraphFile file = read(
      "*Partition classes\n*Vertices 2\n1\n9\n*Network One\n*Vertices 2\n*Arcs\n1 2\n"
      "*Vector heights\n*Vertices 2\n0.5\n0.25\n");
  CHECK(file.graph.title == "One");
  CHECK(file.graph.source.size() == 1);
  CHECK(notes(file) ==
        "g.net:1: note[G512]: the section '*Partition' is left out\n"
        "g.net:9: note[G512]: the section '*Vector' is left out\n");
}

TEST_CASE("labels that are no ids stay beside the numbers of the nodes", "[io][read_pajek]") {
  const std::string tells =
      "g.net: note[G515]: some nodes share a label or have none; their numbers are the ids\n";
  const io::GraphFile shared = read("*Vertices 2\n1 \"a b\"\n2 \"a b\"\n");
  CHECK(shared.graph.node_ids == Texts{"1", "2"});
  CHECK(shared.graph.node_attribute("label")->text(1) == "a b");
  CHECK(notes(shared) == tells);
  const io::GraphFile some = read("*Vertices 2\n2 b\n");
  CHECK(some.graph.node_ids == Texts{"1", "2"});
  CHECK_FALSE(some.graph.node_attribute("label")->has(0));
  CHECK(notes(some) == tells);
}

TEST_CASE("what is left out of a Pajek file is named by its line", "[io][read_pajek]") {
  CHECK(notes(read("*Vertices 2\n1 a 0.5 0.25 box\n2 b\n*Edges\n1 2 3 w 4\n2 1 -1\n*Events\n")) ==
        "g.net:2: note[G513]: 'box' and what follows it about node 1 is left out\n"
        "  hint: shapes, colours and times of Pajek have no place here\n"
        "g.net:5: note[G514]: 'w' about the line 1 - 2 is left out\n"
        "g.net:7: note[G512]: the section '*Events' is left out\n"
        "g.net: note[G516]: some values are 0 or negative: they are read as signs\n"
        "  hint: a value of 0 is an abstention\n");
  CHECK(notes(read("*Vertices 2\n*Arcs\n1 2\n*Edges\n1 2\n2 1\n")) ==
        "g.net: warning[G517]: 2 edges without a direction are taken like the 1 arcs\n"
        "  hint: a graph has one direction; write an edge as two arcs\n");
}

TEST_CASE("the relation of lines is the name or the number in their header", "[io][read_pajek]") {
  const auto relation = [](const std::string& header) {
    const io::GraphFile file = read("*Vertices 2\n" + header + "\n1 2\n");
    const Attribute* relations = file.graph.edge_attribute("relation");
    return relations == nullptr ? "" : relations->text(0);
  };
  CHECK(relation("*Arcs") == "");
  CHECK(relation("*Arcs :2 \"likes much\"") == "likes much");
  CHECK(relation("*Arcs :2") == "2");
  CHECK(relation("*Arcs: 2") == "2");
  CHECK(relation("*Edges:2") == "2");
  CHECK(relation("*Edges \"likes\"") == "likes");
  CHECK(relation("*Edgeslist :1 \"likes\"") == "likes");
}
