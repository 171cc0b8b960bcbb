// SPDX-License-Identifier: Apache-2.0
// What the keys of a GraphML file declare.
#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "tests/support/graphml_text.hpp"

using namespace entente;
using io::GraphFile;
using test::graphml;
using test::note_of;
using test::read_graphml;

TEST_CASE("networkx's named_key_ids gives a key of nodes and one of edges one id",
          "[io][graphml]") {
  // Written by networkx.write_graphml(graph, file, named_key_ids=True).
  const GraphFile file =
      read_graphml(graphml("<key id='weight' for='edge' attr.name='weight' attr.type='double'/>\n"
                           "<key id='since' for='edge' attr.name='since' attr.type='long'/>\n"
                           "<key id='since' for='node' attr.name='since' attr.type='string'/>\n"
                           "<graph edgedefault='undirected'>\n"
                           "<node id='a'><data key='since'>spring</data></node>\n<node id='b'/>\n"
                           "<edge source='a' target='b'><data key='weight'>2.5</data>"
                           "<data key='since'>1648</data></edge></graph>"));
  REQUIRE(file.graph.node_attributes.size() == 1);
  CHECK(std::get<std::vector<std::string>>(file.graph.node_attribute("since")->values) ==
        std::vector<std::string>{"spring", ""});
  CHECK_FALSE(file.graph.node_attribute("since")->has(1));
  REQUIRE(file.graph.edge_attributes.size() == 2);
  CHECK(std::get<std::vector<std::int64_t>>(file.graph.edge_attribute("since")->values) ==
        std::vector<std::int64_t>{1648});
  CHECK(file.notes.empty());
}

TEST_CASE("one id for keys of one name and two types of numbers is one wider attribute",
          "[io][graphml]") {
  // networkx again: an attribute that is an integer here and a fraction there.
  const GraphFile file =
      read_graphml(graphml("<key id='score' for='node' attr.name='score' attr.type='long'/>\n"
                           "<key id='score' for='node' attr.name='score' attr.type='double'/>\n"
                           "<graph edgedefault='undirected'>\n"
                           "<node id='a'><data key='score'>1</data></node>\n"
                           "<node id='b'><data key='score'>2.5</data></node></graph>"));
  REQUIRE(file.graph.node_attributes.size() == 1);
  CHECK(std::get<std::vector<double>>(file.graph.node_attributes[0].values) ==
        std::vector<double>{1, 2.5});
  CHECK(file.notes.empty());
}

TEST_CASE("a default is of its class alone, though the id be shared", "[io][graphml]") {
  const GraphFile file = read_graphml(
      graphml("<key id='k' for='node' attr.name='k' attr.type='string'>"
              "<default>n</default></key>\n"
              "<key id='k' for='edge' attr.name='k' attr.type='string'/>\n"
              "<graph edgedefault='undirected'><node id='a'/><edge source='a' target='a'/>"
              "<edge source='a' target='a'><data key='k'>x</data></edge></graph>"));
  CHECK(file.graph.node_attribute("k")->text(0) == "n");
  CHECK_FALSE(file.graph.edge_attribute("k")->has(0));
  CHECK(file.graph.edge_attribute("k")->text(1) == "x");
}

TEST_CASE("a key id that two names share means the first, and is named", "[io][graphml]") {
  const GraphFile file = read_graphml(
      graphml("<key id='d0' for='node' attr.name='kind' attr.type='string'/>\n"
              " <key id='d0' for='node' attr.name='sort' attr.type='string'/>\n"
              "<graph edgedefault='undirected'><node id='a'><data key='d0'>state</data></node>"
              "</graph>"));
  CHECK(file.graph.node_attribute("kind")->text(0) == "state");
  CHECK(file.graph.node_attribute("sort") == nullptr);
  CHECK(note_of(file, "G123") ==
        "g.graphml:3:2: note[G123]: the key 'd0' stands twice; its values go to 'kind'");
}

TEST_CASE("types and keys that are not known are text, each with its place", "[io][graphml]") {
  const GraphFile file =
      read_graphml(graphml("<key id='d0' for='node' attr.name='votes' attr.type='decimal'/>\n"
                           "<graph edgedefault='undirected'>\n<node id='a'><data key='d0'>07</data>"
                           "<data key='d1'>x</data></node></graph>"));
  CHECK(file.graph.node_attribute("votes")->text(0) == "07");
  CHECK(file.graph.node_attribute("d1")->text(0) == "x");
  CHECK(note_of(file, "G122") ==
        "g.graphml:2:1: note[G122]: values of 'votes' are read as text; its type is 'decimal'\n"
        "  hint: the types of GraphML are boolean, int, long, float, double and string");
  CHECK(note_of(file, "G128") ==
        "g.graphml:4:38: note[G128]: the key 'd1' is not declared; its values are text");
}
