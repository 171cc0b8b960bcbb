// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_gexf.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>

using namespace entente;

namespace {

// A file with this inside <graph>.
std::string file_of(const std::string& inside, const std::string& graph = "") {
  return "<gexf xmlns=\"http://www.gexf.net/1.2draft\" "
         "xmlns:viz=\"http://www.gexf.net/1.2draft/viz\" version=\"1.2\">\n<graph " +
         graph + ">\n" + inside + "\n</graph>\n</gexf>\n";
}

io::GraphFile read(const std::string& text) {
  auto file = io::read_gexf(text, "g.gexf");
  if (!file) FAIL(to_text(file.error().front()));
  return *std::move(file);
}

std::string first_error(const std::string& text) {
  const auto file = io::read_gexf(text, "g.gexf");
  REQUIRE_FALSE(file);
  return to_text(file.error().front());
}

std::string codes(const io::GraphFile& file) {
  std::string text;
  for (const Diagnostic& note : file.notes) text += note.code + ' ';
  return text;
}

// The same with the line of each, 0 where it is about the whole file.
std::string places(const io::GraphFile& file) {
  std::string text;
  for (const Diagnostic& note : file.notes)
    text += note.code + ':' + std::to_string(note.where.line) + ' ';
  return text;
}

}  // namespace

TEST_CASE("Gephi's own GEXF is read", "[io][read_gexf]") {
  const io::GraphFile file = read(file_of(
      R"(<attributes class="node" mode="static">
      <attribute id="0" title="Modularity Class" type="integer"><default>7</default></attribute>
      <attribute id="1" title="tags" type="liststring"/></attributes>
    <nodes><node id="n1" label="One"><attvalues><attvalue for="0" value="3"/>
        <attvalue for="1" value="[a, &quot;b, c&quot;]"/></attvalues>
        <viz:size value="4.5"/><viz:position x="1.5" y="-2" z="0.0"/><viz:color hex="#1F77B4"/></node>
      <node id="n2" label="Two"/></nodes>
    <edges><edge id="0" source="n1" target="n2" weight="2.5" kind="knows" label="x"/></edges>)",
      "defaultedgetype=\"directed\" mode=\"static\""));
  const PropertyGraph& graph = file.graph;
  CHECK(graph.directed);
  CHECK(graph.node_attribute("Modularity Class")->text(0) == "3");
  CHECK(graph.node_attribute("Modularity Class")->text(1) == "7");
  CHECK(graph.node_attribute("tags")->text(0) == "a|b, c");
  CHECK(graph.node_attribute("tags")->is_list);
  CHECK(graph.node_attribute("x")->number(0) == 1.5);
  CHECK(graph.node_attribute("z") == nullptr);
  CHECK(graph.node_attribute("b")->text(0) == "180");
  CHECK_FALSE(graph.node_attribute("size")->has(1));
  CHECK(graph.edge_attribute("relation")->text(0) == "knows");
  CHECK(graph.edge_attribute("weight")->number(0) == 2.5);
  CHECK(file.notes.empty());
}

TEST_CASE("time becomes attributes, and what has no place a note", "[io][read_gexf]") {
  const io::GraphFile file = read(file_of(
      R"(<attributes class="node" mode="dynamic"><attribute id="p" title="power" type="double"/></attributes>
    <nodes><node id="a" start="2018-01-01" end="2018-12-31"><attvalues>
        <attvalue for="p" value="1" start="2018-01-01" end="2018-06-30"/>
        <attvalue for="p" value="2" start="2018-07-01"/></attvalues></node>
      <node id="b"><spells><spell start="2018-01-01" end="2018-02-01"/>
        <spell startopen="2019-01-01"/></spells></node>
      <node id="c" timestamp="2018-05-05"/></nodes>)",
      "timeformat=\"date\" mode=\"dynamic\""));
  const PropertyGraph& graph = file.graph;
  CHECK(graph.node_attribute("valid_from")->text(0) == "2018-01-01");
  CHECK(graph.node_attribute("valid_to")->text(0) == "2018-12-31");
  CHECK(graph.node_attribute("valid_spells")->text(1) == "2018-01-01/2018-02-01|2019-01-01/");
  CHECK(graph.node_attribute("valid_from")->text(2) == "2018-05-05");
  CHECK(graph.node_attribute("power")->number(0) == 2.0);
  CHECK(places(file) == "G147:5 G147:6 G149:8 G140:9 ");
  CHECK(file.notes[0].message ==
        "the time of 'power' of node 'a' is left out; the last value counts");
}

TEST_CASE("a declared attribute of GEXF is kept without any value", "[io][read_gexf]") {
  const io::GraphFile file = read(file_of(
      R"(<attributes class="node"><attribute id="t" title="tags" type="liststring"/></attributes>
    <attributes class="edge"><attribute id="s" title="since" type="integer"/></attributes>
    <nodes><node id="a"/></nodes><edges><edge source="a" target="a" start="1"/></edges>)"));
  REQUIRE(file.graph.node_attributes.size() == 1);
  CHECK(file.graph.node_attributes[0].is_list);
  CHECK_FALSE(file.graph.node_attributes[0].has(0));
  REQUIRE(file.graph.edge_attributes.size() == 2);  // and valid_from, which has a value
  CHECK(std::holds_alternative<std::vector<std::int64_t>>(
      file.graph.edge_attribute("since")->values));
  CHECK_FALSE(file.graph.edge_attribute("since")->has(0));
}

TEST_CASE("times that are numbers stay numbers", "[io][read_gexf]") {
  const io::GraphFile file =
      read(file_of("<nodes><node id=\"a\" start=\"3\" end=\"4.5\"/></nodes>"));
  CHECK(std::holds_alternative<std::vector<double>>(file.graph.node_attribute("valid_to")->values));
}

TEST_CASE("dates that stand as values are not read twice", "[io][read_gexf]") {
  const io::GraphFile file = read(file_of(
      R"(<attributes class="node"><attribute id="existed_from" title="existed_from" type="string"/></attributes>
    <nodes><node id="a" start="1918-10-01"><attvalues>
      <attvalue for="existed_from" value="1918-10-01"/></attvalues></node></nodes>)",
      "timeformat=\"date\""));
  CHECK(file.graph.node_attribute("existed_from")->text(0) == "1918-10-01");
  CHECK(file.graph.node_attribute("valid_from") == nullptr);
}

TEST_CASE("trees of nodes are flattened, strangers named", "[io][read_gexf]") {
  const io::GraphFile file = read(file_of(
      R"(<nodes><node id="a"><nodes><node id="b"/></nodes><viz:thickness value="2"/></node>
    <node id="c" pid="a"><attvalues><attvalue for="what" value="x"/></attvalues></node></nodes>
    <edges><edge source="a" target="d"/></edges>)"));
  CHECK(file.graph.node_attribute("parent")->text(1) == "a");
  CHECK(file.graph.node_attribute("parent")->text(2) == "a");
  CHECK(file.graph.node_attribute("what")->text(2) == "x");
  CHECK(file.graph.node_ids.size() == 4);
  CHECK(places(file) == "G141:3 G146:4 G159:5 G162:0 ");
  CHECK(file.notes[0].message == "<thickness> is left out");
  CHECK(file.notes[2].message.find("'d'") != std::string::npos);
}

TEST_CASE("one direction for the file", "[io][read_gexf]") {
  const std::string nodes = "<nodes><node id=\"a\"/><node id=\"b\"/></nodes>";
  const auto edges = [&](const std::string& first, const std::string& second) {
    return read(file_of(nodes + "<edges><edge source=\"a\" target=\"b\" type=\"" + first +
                        "\"/>\n<edge source=\"b\" target=\"a\" type=\"" + second + "\"/></edges>"));
  };
  CHECK(edges("directed", "directed").graph.directed);
  CHECK(codes(edges("directed", "directed")).empty());
  CHECK(places(edges("directed", "undirected")) == "G158:3 ");  // the graph is undirected
  CHECK(places(edges("undirected", "directed")) == "G158:4 ");
  CHECK(places(edges("mutual", "mutual")) == "G145:3 G145:4 ");
}

TEST_CASE("a wrong GEXF file is explained with its place", "[io][read_gexf]") {
  CHECK(first_error("<graphml/>").starts_with("g.gexf:1:1: error[G150]"));
  CHECK(first_error("<gexf></gexf>").starts_with("g.gexf:1: error[G161]"));
  CHECK(first_error(file_of("<nodes><node label=\"x\"/></nodes>"))
            .starts_with("g.gexf:3:8: error[G153]"));
  CHECK(
      first_error(file_of("<nodes><node id=\"a\"/><node id=\"a\"/></nodes>")).find("error[G154]") !=
      std::string::npos);
  CHECK(first_error(file_of("<edges><edge id=\"e\" source=\"a\"/></edges>"))
            .find("an edge 'e' without target") != std::string::npos);
  CHECK(first_error(file_of("<attributes class=\"node\"><attribute title=\"x\"/></attributes>"))
            .find("error[G151]") != std::string::npos);
  CHECK(
      first_error(
          file_of(
              "<nodes><node id=\"a\"><attvalues><attvalue for=\"x\"/></attvalues></node></nodes>"))
          .find("error[G156]") != std::string::npos);
  CHECK(first_error(file_of("<nodes>")).find("error[X101]") != std::string::npos);
}
