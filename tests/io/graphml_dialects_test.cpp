// SPDX-License-Identifier: Apache-2.0
// GraphML as the usual programs write it.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/support/graphml_text.hpp"

using namespace entente;
using io::GraphFile;
using test::graphml;
using test::has_note;
using test::note_of;
using test::read_graphml;

TEST_CASE("what igraph, APOC, graph-tool, Cytoscape and Gephi write is understood",
          "[io][graphml]") {
  SECTION("igraph keeps identity in v_name and writes NaN for absent") {
    const GraphFile file = read_graphml(
        graphml("<key id='v_name' for='node' attr.name='name' attr.type='string'/>\n"
                "<key id='e_weight' for='edge' attr.name='weight' attr.type='double'/>\n"
                "<graph id='G' edgedefault='undirected'>\n"
                "<node id='n0'><data key='v_name'>France</data></node>\n"
                "<node id='n1'><data key='v_name'>Japan</data></node>\n"
                "<edge source='n0' target='n1'><data key='e_weight'>NaN</data></edge>\n"
                "<edge source='n0' target='n1'><data key='e_weight'>2</data></edge></graph>"));
    CHECK(file.graph.node_ids == std::vector<std::string>{"France", "Japan"});
    CHECK(has_note(file, "G134"));
    CHECK_FALSE(file.graph.edge_attribute("weight")->has(0));
    CHECK(file.graph.edge_attribute("weight")->number(1) == 2.0);
  }
  SECTION("NaN is absent from every column of numbers, and widens none") {
    const GraphFile file = read_graphml(
        graphml("<key id='v' for='node' attr.name='votes' attr.type='int'/>\n"
                "<graph edgedefault='directed'><node id='a'><data key='v'>NaN</data></node>\n"
                "<node id='b'><data key='v'>3</data></node></graph>"));
    CHECK_FALSE(has_note(file, "G131"));
    CHECK_FALSE(file.graph.node_attribute("votes")->has(0));
    CHECK(std::get<std::vector<std::int64_t>>(file.graph.node_attribute("votes")->values)[1] == 3);
  }
  SECTION("names that are not unique are no identity") {
    const GraphFile file = read_graphml(
        graphml("<key id='v_name' for='node' attr.name='name' attr.type='string'/>\n"
                "<graph edgedefault='undirected'><node id='n0'><data key='v_name'>x</data></node>"
                "<node id='n1'><data key='v_name'>x</data></node></graph>"));
    CHECK(file.graph.node_ids == std::vector<std::string>{"n0", "n1"});
    CHECK(file.graph.node_attribute("name") != nullptr);
  }
  SECTION("APOC declares no key; labels= and label= carry the kinds") {
    const GraphFile file =
        read_graphml(graphml("<graph id='G' edgedefault='directed'>\n"
                             "<node id='n1' labels=':State'><data key='labels'>:State</data><data "
                             "key='n'>A</data></node>\n"
                             "<node id='n2' labels=':Pact'/>\n"
                             "<edge id='e1' source='n1' target='n2' label='SIGNED'><data "
                             "key='label'>SIGNED</data></edge>\n"
                             "</graph>"));
    CHECK(file.graph.node_attribute("labels")->text(0) == ":State");
    CHECK(file.graph.node_attribute("labels")->text(1) == ":Pact");
    CHECK(file.graph.node_attribute("n")->text(0) == "A");
    CHECK(file.graph.edge_attribute("relation")->text(0) == "SIGNED");
    CHECK(file.graph.edge_attribute("label")->text(0) == "SIGNED");
    CHECK(has_note(file, "G128"));
    CHECK_FALSE(has_note(file, "G130"));
  }
  SECTION("a value of the name 'relation' overrules label=") {
    const GraphFile file = read_graphml(
        graphml("<key id='r' for='edge' attr.name='relation' attr.type='string'/>\n"
                "<graph edgedefault='directed'><node id='a'/>\n"
                "<edge source='a' target='a' label='x'><data key='r'>y</data></edge></graph>"));
    CHECK(file.graph.edge_attribute("relation")->text(0) == "y");
    CHECK(file.notes.empty());
  }
  SECTION("graph-tool's vectors are text") {
    const GraphFile file = read_graphml(
        graphml("<key id='key0' for='node' attr.name='pos' attr.type='vector_float'/>\n"
                "<graph edgedefault='directed' parse.nodeids='canonical'>\n"
                "<node id='n0'><data key='key0'>1.5, 2</data></node></graph>"));
    CHECK(file.graph.node_attribute("pos")->text(0) == "1.5, 2");
    CHECK(has_note(file, "G122"));
  }
  SECTION("no namespace, and a node's key on an edge") {
    const GraphFile file = read_graphml(
        "<graphml><key id='i' for='node' attr.name='interaction' attr.type='string'/>"
        "<graph edgedefault='directed'><node id='a'/><node id='b'/>"
        "<edge source='a' target='b'><data key='i'>pp</data></edge></graph></graphml>");
    CHECK(file.graph.edge_attribute("interaction")->text(0) == "pp");
    CHECK(file.graph.node_attributes.empty());
  }
  SECTION("Gephi's titles") {
    const GraphFile file = read_graphml(
        graphml("<key attr.name='Edge Label' attr.type='string' for='edge' id='edgelabel'/>\n"
                "<key attr.name='weight' attr.type='double' for='edge' id='weight'/>\n"
                "<graph edgedefault='directed'><node id='a'/>\n"
                "<edge source='a' target='a'><data key='edgelabel'>L</data>"
                "<data key='weight'>2.0</data></edge></graph>"));
    CHECK(file.graph.edge_attribute("label")->text(0) == "L");
  }
}

TEST_CASE("yEd's drawing gives its label, and its groups a parent", "[io][graphml]") {
  const GraphFile file = read_graphml(
      "<graphml xmlns='http://graphml.graphdrawing.org/xmlns' "
      "xmlns:y='http://www.yworks.com/xml/graphml'>\n"
      "<key for='node' id='d6' yfiles.type='nodegraphics'/>\n"
      "<key for='edge' id='d10' yfiles.type='edgegraphics'/>\n"
      "<graph edgedefault='directed' id='G'>\n"
      "<node id='n0'><data key='d6'><y:ProxyAutoBoundsNode><y:Realizers><y:GroupNode>\n"
      "<y:NodeLabel>Bloc<y:LabelModel/></y:NodeLabel></y:GroupNode></y:Realizers>"
      "</y:ProxyAutoBoundsNode></data>\n"
      "<graph edgedefault='directed' id='n0:'><node id='n0::n0'><data key='d6'><y:ShapeNode>"
      "<y:NodeLabel> France </y:NodeLabel><y:NodeLabel>second</y:NodeLabel></y:ShapeNode></data>"
      "</node></graph></node>\n"
      "<node id='n1'/>\n"
      "<edge id='e0' source='n0::n0' target='n1'><data key='d10'><y:PolyLineEdge>"
      "<y:EdgeLabel>signed</y:EdgeLabel></y:PolyLineEdge></data></edge></graph></graphml>");
  CHECK(file.graph.node_ids == std::vector<std::string>{"n0", "n0::n0", "n1"});
  CHECK(file.graph.node_attribute("label")->text(0) == "Bloc");
  CHECK(file.graph.node_attribute("label")->text(1) == "France");
  CHECK_FALSE(file.graph.node_attribute("label")->has(2));
  CHECK(file.graph.node_attribute("parent")->text(1) == "n0");
  CHECK(file.graph.edge_attribute("label")->text(0) == "signed");
  CHECK(has_note(file, "G124"));
  CHECK(has_note(file, "G129"));
}
