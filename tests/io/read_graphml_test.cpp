// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_graphml.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/support/graphml_text.hpp"

using namespace entente;
using io::GraphFile;
using test::complaint;
using test::graphml;
using test::has_note;
using test::note_of;
using test::read_graphml;

TEST_CASE("a GraphML file is read with its types, title and lines", "[io][graphml]") {
  const GraphFile file = read_graphml(
      graphml("<key id='t' for='graph' attr.name='title' attr.type='string'/>\n"
              "<key id='k' for='node' attr.name='kind' attr.type='string'/>\n"
              "<key id='n' for='node' attr.name='votes' attr.type='int'/>\n"
              "<key id='w' for='edge' attr.name='weight' attr.type='double'/>\n"
              "<key id='f' for='edge' attr.name='fresh' attr.type='boolean'/>\n"
              "<graph edgedefault='directed'><data key='t'>Pacts &amp; votes</data>\n"
              "<node id='a'><data key='k'>state</data><data key='n'> 7 </data></node>\n"
              "<node id='b'><data key='k'>T\xC3\xBCrkiye</data></node>\n"
              "<edge id='x' source='b' target='a'><data key='w'>2.5</data><data "
              "key='f'>True</data></edge>\n"
              "</graph>\n"));
  const PropertyGraph& graph = file.graph;
  CHECK(graph.directed);
  CHECK(graph.title == "Pacts & votes");
  CHECK(graph.node_ids == std::vector<std::string>{"a", "b"});
  CHECK(graph.source == std::vector<std::uint32_t>{1});
  CHECK(graph.target == std::vector<std::uint32_t>{0});
  CHECK(graph.edge_ids == std::vector<std::string>{"x"});
  CHECK(file.edge_lines == std::vector<std::uint32_t>{10});
  CHECK(graph.node_attribute("kind")->text(1) == "T\xC3\xBCrkiye");
  const Attribute& votes = *graph.node_attribute("votes");
  CHECK(std::get<std::vector<std::int64_t>>(votes.values)[0] == 7);
  CHECK_FALSE(votes.has(1));
  CHECK(std::get<std::vector<double>>(graph.edge_attribute("weight")->values)[0] == 2.5);
  CHECK(std::get<std::vector<std::uint8_t>>(graph.edge_attribute("fresh")->values)[0] == 1);
  CHECK(file.notes.empty());
}

TEST_CASE("booleans in any case and keys of one name become one attribute of the wider type",
          "[io][graphml]") {
  // networkx: True and False, and two keys for one attribute of mixed types.
  const GraphFile file = read_graphml(
      graphml("<key id='d0' for='node' attr.name='score' attr.type='long'/>\n"
              "<key id='d1' for='node' attr.name='score' attr.type='double'/>\n"
              "<key id='d2' for='node' attr.name='flag' attr.type='boolean'/>\n"
              "<graph edgedefault='undirected'>\n"
              "<node id='a'><data key='d0'>1</data><data key='d2'>True</data></node>\n"
              "<node id='b'><data key='d1'>2.5</data><data key='d2'>FALSE</data></node>\n"
              "<node id='c'><data key='d2'>1</data></node></graph>"));
  REQUIRE(file.graph.node_attributes.size() == 2);
  const Attribute& score = *file.graph.node_attribute("score");
  CHECK(score.number(0) == 1.0);
  CHECK(score.number(1) == 2.5);
  CHECK_FALSE(score.has(2));
  CHECK(std::get<std::vector<std::uint8_t>>(file.graph.node_attribute("flag")->values) ==
        std::vector<std::uint8_t>{1, 0, 1});
}

TEST_CASE("a declared attribute is kept without any value", "[io][graphml]") {
  const auto names = [](const std::vector<Attribute>& attributes) {
    std::string text;
    for (const Attribute& a : attributes)
      text += a.name + ':' + std::to_string(a.values.index()) + ' ';
    return text;
  };
  const GraphFile file = read_graphml(
      graphml("<key id='n' for='node' attr.name='votes' attr.type='int'/>\n"
              "<key id='e' for='edge' attr.name='since' attr.type='string'/>\n"
              "<key id='a' attr.name='unused' attr.type='double'/>\n"
              "<key id='u' for='all' attr.name='used' attr.type='double'/>\n"
              "<key id='y' for='node' yfiles.type='nodegraphics'/>\n"
              "<graph edgedefault='directed'><node id='a'><data key='u'>1</data></node>"
              "<edge source='a' target='a'/></graph>"));
  CHECK(names(file.graph.node_attributes) == "votes:1 used:2 ");
  CHECK(names(file.graph.edge_attributes) == "since:0 ");
  CHECK_FALSE(file.graph.node_attribute("votes")->has(0));
  CHECK(file.notes.empty());
}

TEST_CASE("defaults are applied where a value is absent", "[io][graphml]") {
  const GraphFile file = read_graphml(
      graphml("<key id='c' for='node' attr.name='color' attr.type='string'>"
              "<default>yellow</default></key>\n"
              "<graph edgedefault='undirected'><node id='a'><data key='c'>green</data></node>"
              "<node id='b'/><edge source='a' target='b'/></graph>"));
  CHECK(file.graph.node_attribute("color")->text(0) == "green");
  CHECK(file.graph.node_attribute("color")->text(1) == "yellow");
  CHECK(file.graph.edge_attributes.empty());
}

TEST_CASE("values that do not fit their type are kept and named", "[io][graphml]") {
  const std::string head =
      "<key id='n' for='node' attr.name='n' attr.type='int'/>\n"
      "<graph edgedefault='undirected'>\n";
  const auto values = [&](const std::string& first, const std::string& second) {
    return read_graphml(graphml(head + "<node id='a'><data key='n'>" + first + "</data></node>\n" +
                                "<node id='b'><data key='n'>" + second + "</data></node></graph>"));
  };
  SECTION("a fraction makes the column real") {
    const GraphFile file = values("3", "3.5");
    CHECK(file.graph.node_attribute("n")->number(0) == 3.0);
    CHECK(file.graph.node_attribute("n")->number(1) == 3.5);
    CHECK(note_of(file, "G131").starts_with("g.graphml:5:"));
  }
  SECTION("a word makes it text") {
    CHECK(values("3", "many").graph.node_attribute("n")->text(0) == "3");
    CHECK(values("3", "many").graph.node_attribute("n")->text(1) == "many");
  }
  SECTION("too many digits make it text, and none is lost") {
    CHECK(values("3", "9223372036854775808").graph.node_attribute("n")->text(1) ==
          "9223372036854775808");
  }
  SECTION("a blank number is absent") {
    CHECK_FALSE(values("3", " ").graph.node_attribute("n")->has(1));
  }
}

TEST_CASE("what a graph of nodes and edges cannot hold is left out and named", "[io][graphml]") {
  const GraphFile file = read_graphml(graphml(
      "<graph edgedefault='undirected'>\n<node id='a'><port name='p'/></node>\n<node id='b'/>\n"
      "<hyperedge id='h'><endpoint node='a'/><endpoint node='b'/></hyperedge>\n"
      "<edge source='a' target='b' sourceport='p'/></graph>\n"
      "<graph edgedefault='directed'><node id='z'/></graph>\n"));
  CHECK(file.graph.node_ids == std::vector<std::string>{"a", "b"});
  CHECK(note_of(file, "G121").find("<port>") != std::string::npos);
  const bool hyperedge = std::any_of(file.notes.begin(), file.notes.end(), [](const auto& d) {
    return d.message.find("<hyperedge> id='h'") != std::string::npos ||
           d.message.find("<hyperedge id='h'>") != std::string::npos;
  });
  CHECK(hyperedge);
  CHECK(has_note(file, "G125"));
  CHECK(has_note(file, "G127"));
}

TEST_CASE("ends of edges that are not declared are added and named", "[io][graphml]") {
  const GraphFile file =
      read_graphml(graphml("<graph edgedefault='undirected'><node id='a'/>\n"
                           "<edge source='a' target='ghost'/></graph>"));
  CHECK(file.graph.node_ids == std::vector<std::string>{"a", "ghost"});
  CHECK(note_of(file, "G133").starts_with("g.graphml:3: warning"));
}

TEST_CASE("a node may be declared after its edges", "[io][graphml]") {
  const GraphFile file =
      read_graphml(graphml("<graph edgedefault='undirected'><edge source='b' target='a'/>"
                           "<node id='a'><data key='k'>A</data></node><node id='b'/></graph>"));
  CHECK(file.graph.node_ids == std::vector<std::string>{"b", "a"});
  CHECK(file.graph.node_attribute("k")->text(1) == "A");
  CHECK_FALSE(has_note(file, "G133"));
}

TEST_CASE("a file has one direction", "[io][graphml]") {
  const auto edges = [](const std::string& graph, const std::string& first,
                        const std::string& second) {
    return read_graphml(graphml("<graph " + graph + "><node id='a'/><edge source='a' target='a' " +
                                first + "/>\n<edge source='a' target='a' " + second +
                                "/></graph>"));
  };
  CHECK(edges("edgedefault='undirected'", "directed='true'", "directed='true'").graph.directed);
  CHECK_FALSE(
      edges("edgedefault='directed'", "directed='false'", "directed='false'").graph.directed);
  const GraphFile mixed = edges("edgedefault='directed'", "directed='true'", "directed='false'");
  CHECK(mixed.graph.directed);
  CHECK(note_of(mixed, "G132").starts_with("g.graphml:3: warning"));
  const GraphFile silent = edges("", "", "");
  CHECK_FALSE(silent.graph.directed);
  CHECK(has_note(silent, "G126"));
}

TEST_CASE("a wrong GraphML file is explained with its place", "[io][graphml]") {
  CHECK(complaint("").starts_with("g.graphml:1:1: error[X101]: the file is empty"));
  CHECK(complaint(" \n").starts_with("g.graphml:2:1: error[X101]: the file is empty"));
  CHECK(
      complaint("<gexf/>").starts_with("g.graphml:1:1: error[G101]: the first element is <gexf>"));
  CHECK(complaint(graphml("")).starts_with("g.graphml:1: error[G109]: the file holds no graph"));
  CHECK(complaint(graphml("<key for='node'/>")).starts_with("g.graphml:2:1: error[G102]"));
  const std::string graph = "<graph edgedefault='directed'>\n";
  CHECK(complaint(graphml(graph + "<node/></graph>")).starts_with("g.graphml:3:1: error[G104]"));
  CHECK(complaint(graphml(graph + "<node id='a'/>\n  <node id='a'/></graph>"))
            .starts_with("g.graphml:4:3: error[G105]: the node 'a' stands twice"));
  CHECK(complaint(graphml(graph + "<edge id='e' source='' target='a'/></graph>"))
            .starts_with("g.graphml:3:1: error[G106]: an edge 'e' without source"));
  CHECK(complaint(graphml(graph + "<node id='a'><data>x</data></node></graph>"))
            .starts_with("g.graphml:3:14: error[G107]"));
  CHECK(complaint(graphml(graph + "<node id='a'>R&D</node></graph>")).find("unescaped '&'") !=
        std::string::npos);
  CHECK(complaint(graphml(graph + "<node id='\xFF'/></graph>"))
            .starts_with("g.graphml:3:11: error[X101]"));
}

TEST_CASE("all errors of a file are told, up to twenty", "[io][graphml]") {
  std::string nodes;
  for (int i = 0; i < 100; ++i) nodes += "<node/>\n";
  const auto few = io::read_graphml(graphml("<graph><node/><edge/></graph>"), "g");
  REQUIRE_FALSE(few);
  CHECK(few.error().size() == 2);
  const auto many = io::read_graphml(graphml("<graph>" + nodes + "</graph>"), "g");
  REQUIRE_FALSE(many);
  CHECK(many.error().size() == 20);
}

TEST_CASE("a file that is cut anywhere is an error, never a graph", "[io][graphml]") {
  const std::string whole = graphml(
      "<key id='k' for='node' attr.name='k' attr.type='string'/><graph "
      "edgedefault='directed'><node id='a'><data key='k'>v&amp;</data></node>"
      "<edge source='a' target='a'/></graph>");
  REQUIRE(complaint(whole) == "none");
  for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
    INFO("the first " << size << " bytes");
    CHECK(complaint(whole.substr(0, size)) != "none");
  }
}

TEST_CASE("a file cannot make the reader expand, fetch or overflow", "[io][graphml]") {
  const std::string graph = "<graph edgedefault='directed'><node id='a'/></graph>";
  SECTION("entity bomb") {
    const std::string bomb =
        "<!DOCTYPE graphml [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>\n";
    CHECK(complaint(bomb + graphml("<graph><node id='&b;'/></graph>")).find("error[X102]") !=
          std::string::npos);
  }
  SECTION("a document type without declarations is skipped with a note") {
    const GraphFile file = read_graphml(
        "<!DOCTYPE graphml SYSTEM 'http://example.org/graphml.dtd'>\n" + graphml(graph));
    CHECK(file.graph.node_ids.size() == 1);
    CHECK(has_note(file, "X201"));
  }
  SECTION("an entity that only a fetched document type could define") {
    CHECK(complaint("<!DOCTYPE graphml SYSTEM 'graphml.dtd'>\n" +
                    graphml("<graph><node id='a'><data key='k'>&eacute;</data></node></graph>"))
              .find("error[X104]") != std::string::npos);
  }
  SECTION("deep nesting") {
    std::string deep, close;
    for (int i = 0; i < 100'000; ++i) deep += "<x>";
    CHECK(complaint(graphml(deep)).find("error[X103]") != std::string::npos);
  }
  SECTION("too many keys") {
    std::string keys;
    for (int i = 0; i < 5000; ++i) keys += "<key id='k" + std::to_string(i) + "' for='port'/>";
    CHECK(complaint(graphml(keys + graph)).find("error[G103]") != std::string::npos);
  }
  SECTION("a huge value") {
    CHECK(complaint(graphml("<graph><node id='a'><data key='k'>" +
                            std::string(std::size_t{17} << 20, 'x') + "</data></node></graph>"))
              .find("error[G108]") != std::string::npos);
  }
}

TEST_CASE("notes of one kind are counted after the first three", "[io][graphml]") {
  std::string ports;
  for (int i = 0; i < 50; ++i) ports += "<port name='p'/>";
  const GraphFile file = read_graphml(
      graphml("<graph edgedefault='directed'><node id='a'>" + ports + "</node></graph>"));
  CHECK(file.notes.size() == 3);
  CHECK(file.notes.back().message.find("47 more") != std::string::npos);
}

TEST_CASE("byte order marks, carriage returns and other encodings are read", "[io][graphml]") {
  const std::string graph = graphml(
      "<graph edgedefault='directed'>\r\n<node id='a'/>\r\n<edge source='a' "
      "target='a'/></graph>\r\n");
  const GraphFile marked = read_graphml("\xEF\xBB\xBF" + graph);
  CHECK(marked.graph.node_ids.size() == 1);
  CHECK(marked.edge_lines == std::vector<std::uint32_t>{4});
  const GraphFile latin = read_graphml(
      "<?xml version='1.0' encoding='ISO-8859-1'?><graphml><graph edgedefault='directed'>"
      "<node id='T\xFCrkiye'/></graph></graphml>");
  CHECK(latin.graph.node_ids[0] == "T\xC3\xBCrkiye");
}
