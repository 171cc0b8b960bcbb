// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_gml.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "engine/io/write_gml.hpp"
#include "tests/support/property_graphs.hpp"

using namespace entente;

namespace {

using Texts = std::vector<std::string>;

io::GraphFile read(const std::string& text) {
  auto file = io::read_gml({"g.gml", text});
  if (!file) FAIL(to_text(file.error().front()));
  return *std::move(file);
}

std::string codes(const io::GraphFile& file) {
  std::string text;
  for (const Diagnostic& note : file.notes) text += note.code + ' ';
  return text;
}

}  // namespace

TEST_CASE("GML of igraph, networkx and yEd is read", "[io][read_gml]") {
  const io::GraphFile file = read(
      "Creator \"yFiles\"\nVersion 2.2\ngraph\n[\n  directed 1\n  multigraph 1\n  name \"G\"\n"
      "  node\n  [\n    id 5\n    label \"R&amp;D\"\n    graphics\n    [\n      x 1 y 2.5 w 30.0\n"
      "      fill \"#FF8000\"\n    ]\n    LabelGraphics [ text \"R\" ]\n  ]\n"
      "  node [ id 6 label \"caf&#233;\" value 3 ]\n"
      "  edge [ source 5 target 6 key 0 weight 2.0 ]\n"
      "  edge [ source 5 target 7 key 1 weight 1 ]\n]\n");
  const PropertyGraph& graph = file.graph;
  CHECK(graph.directed);
  CHECK(graph.facts == std::vector<std::pair<std::string, std::string>>{{"name", "G"}});
  CHECK(graph.node_ids == Texts{"5", "6", "7"});  // the third has no label
  CHECK(graph.node_attribute("label")->text(0) == "R&D");
  CHECK(graph.node_attribute("label")->text(1) == "caf\xC3\xA9");
  CHECK(graph.node_attribute("size")->number(0) == 30.0);
  CHECK(graph.node_attribute("g")->text(0) == "128");
  CHECK(std::holds_alternative<std::vector<double>>(graph.edge_attribute("weight")->values));
  CHECK(graph.edge_attribute("key") == nullptr);
  CHECK(codes(file) == "G532 G533 ");
  CHECK(file.notes[0].where.line == 17);
}

TEST_CASE("an entity that is not known stays, and is named with its place", "[io][read_gml]") {
  const io::GraphFile file = read(
      "graph [\n  name \"a&nonsense;b\"\n  node [ id 1\n    remark \"R&D &eacute; &#233;\" ]\n"
      "  node [ id 2 remark \"R & D\" ]\n]\n");
  CHECK(file.graph.facts[0].second == "a&nonsense;b");
  CHECK(file.graph.node_attribute("remark")->text(0) == "R&D &eacute; \xC3\xA9");
  REQUIRE(file.notes.size() == 2);
  CHECK(to_text(file.notes[0]) ==
        "g.gml:2:8: note[G531]: 'name' holds an entity that is not known; it stays\n"
        "  hint: known are &#233; and the like, &quot; &amp; &lt; &gt; &apos;");
  CHECK(to_text(file.notes[1]).starts_with("g.gml:4:12: note[G531]: 'remark' holds an entity"));
}

TEST_CASE("nodes are known by name, label or number", "[io][read_gml]") {
  const auto ids = [](const std::string& nodes) {
    return read("graph [" + nodes + "]").graph.node_ids;
  };
  CHECK(ids("node [ id 1 name \"a\" label \"x\" ] node [ id 2 name \"b\" label \"x\" ]") ==
        Texts{"a", "b"});
  CHECK(ids("node [ id 1 label \"a\" ] node [ id 2 label \"b\" ]") == Texts{"a", "b"});
  CHECK(ids("node [ id 1 label \"a\" ] node [ id 2 label \"a\" ]") == Texts{"1", "2"});
  CHECK(codes(read("graph [ node [ id 1 label \"a\" ] ]")) == "G534 ");
  // Gephi writes its ids without quotes.
  const std::string of_gephi =
      "graph [ node [ id n0 label \"a\" ] node [ id 5e8x label \"b\" ] edge [ source n0 target "
      "5e8x ] ]";
  CHECK(read(of_gephi).graph.node_ids == Texts{"n0", "5e8x"});
  CHECK(read(of_gephi).graph.node_attribute("label")->text(1) == "b");
  CHECK(codes(read(of_gephi)) == "G535 G535 G535 ");
}

TEST_CASE("the value of edges without a weight is their weight", "[io][read_gml]") {
  const auto edges = [](const std::string& values) {
    return read("graph [ node [ id 1 ] node [ id 2 ] edge [ source 1 target 2 " + values + " ] ]");
  };
  const io::GraphFile weighted = edges("value 2.5");
  CHECK(weighted.graph.edge_attribute("weight")->number(0) == 2.5);
  CHECK(weighted.graph.edge_attribute("value") == nullptr);
  CHECK(codes(weighted) == "G536 ");
  CHECK(edges("value \"yes\"").graph.edge_attribute("weight") == nullptr);
  CHECK(edges("value 3 weight 2").graph.edge_attribute("weight")->number(0) == 2.0);
}

TEST_CASE("a wrong GML file is explained with its place", "[io][read_gml]") {
  const auto first = [](const std::string& text) {
    const auto file = io::read_gml({"g.gml", text});
    REQUIRE_FALSE(file);
    return to_text(file.error().front());
  };
  CHECK(first("").find("error[G526]") != std::string::npos);
  CHECK(first("graph [\n node [ id 1 ").starts_with("g.gml:2:14: error[G521]"));
  CHECK(first("graph [\n node [ id ] ]").starts_with("g.gml:2:12: error[G521]"));
  CHECK(first("graph [\n node [ id \"a ] ]")
            .starts_with("g.gml:2:12: error[G521]: 'id' has a text that does not end\n"));
  CHECK(first("graph [\n node [ label \"x\" ] ]").starts_with("g.gml:2:2: error[G522]"));
  CHECK(first("graph [ node [ id 1 ] node [ id 1 ] ]").starts_with("g.gml:1:23: error[G523]"));
  CHECK(first("graph [ edge [ source 1 ] ]").find("error[G524]: an edge without target") !=
        std::string::npos);
  CHECK(first("graph [ \"\xFF\" ]").find("error[G525]") != std::string::npos);
  CHECK(first("graph [ x [ ").find("error[G521]") != std::string::npos);
  std::string nodes;
  for (int i = 0; i < 5000; ++i) {
    nodes += "\nnode [ id " + std::to_string(i) + " k" + std::to_string(i) + " 1 ]";
  }
  CHECK(first("graph [" + nodes + "]").starts_with("g.gml:4098:1: error[G527]: more than 4096"));
}

TEST_CASE("what GML can hold comes back", "[io][read_gml]") {
  CHECK(rc::check([](std::uint32_t seed, bool directed, bool drawn, bool timed, bool modes) {
    PropertyGraph graph = test::made_up_graph(seed, {.directed = directed,
                                                     .drawn = drawn,
                                                     .timed = timed,
                                                     .facts = true,
                                                     .signs = true,
                                                     .modes = modes});
    for (auto* attributes : {&graph.node_attributes, &graph.edge_attributes}) {
      // Flags become numbers, integers beyond 32 bits texts, and a list is a text.
      for (Attribute& attribute : *attributes) {
        attribute.is_list = false;
        if (attribute.name == "long" || attribute.name == "huge") test::make_text(attribute);
        if (const auto* flags = std::get_if<std::vector<std::uint8_t>>(&attribute.values))
          attribute.values = std::vector<std::int64_t>(flags->begin(), flags->end());
      }
    }
    std::string text;
    io::write_gml(graph, [&](std::string_view piece) { text += piece; });
    const auto back = io::read_gml({"g.gml", text});
    RC_ASSERT(static_cast<bool>(back));
    RC_ASSERT(back->notes.empty());
    PropertyGraph found = back->graph;
    std::erase_if(found.node_attributes, [](const Attribute& a) { return a.name == "z"; });
    RC_ASSERT(test::difference(found, graph) == "");
  }));
}
