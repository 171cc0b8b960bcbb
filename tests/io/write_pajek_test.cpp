// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_pajek.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

#include "engine/io/read_pajek.hpp"
#include "tests/support/property_graphs.hpp"

using namespace entente;

namespace {

using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;

struct Written {
  std::string text, codes;
};

Written write(const PropertyGraph& graph) {
  Written written;
  const auto report =
      io::write_pajek(graph, [&](std::string_view piece) { written.text.append(piece); });
  for (const Diagnostic& remark : report.remarks) written.codes += remark.code + ' ';
  return written;
}

std::string partition(const PropertyGraph& graph) {
  std::string text;
  io::write_pajek_partition(graph, *io::partition_attribute(graph),
                            [&](std::string_view piece) { text.append(piece); });
  return text;
}

// Two actors and an item, for and against.
PropertyGraph signed_graph() {
  PropertyGraph graph;
  graph.directed = true;
  graph.title = "Votes";
  graph.node_ids = {"vote.1", "state.b", "state.a"};
  graph.source = {2, 1};
  graph.target = {0, 0};
  graph.node_attributes = {{.name = "mode", .values = Texts{"item", "actor", "actor"}},
                           {.name = "kind", .values = Texts{"vote", "state", ""}}};
  graph.edge_attributes = {{.name = "weight", .values = Reals{2, 3}},
                           {.name = "sign", .values = Integers{1, -1}},
                           {.name = "relation", .values = Texts{"voted", ""}}};
  return graph;
}

}  // namespace

TEST_CASE("a signed two-mode graph is written as Pajek holds it", "[io][write_pajek]") {
  const Written written = write(signed_graph());
  CHECK(written.text ==
        "*Network Votes\n*Vertices 3 2\n1 \"state.a\"\n2 \"state.b\"\n3 \"vote.1\"\n"
        "*Arcs\n1 3 2 l \"voted\"\n2 3 -3\n");
  CHECK(written.codes == "E225 E227 E223 ");
  CHECK(partition(signed_graph()) == "% 1: state\n% 2: vote\n*Vertices 3\n0\n1\n2\n");
}

TEST_CASE("quotes and line breaks of ids are replaced, and ids stay apart", "[io][write_pajek]") {
  PropertyGraph graph;
  graph.node_ids = {"a\"", "a'", "b\nc"};
  const Written written = write(graph);
  CHECK(written.text == "*Vertices 3\n1 \"a'_2\"\n2 \"a'\"\n3 \"b c\"\n*Edges\n");
  CHECK(written.codes == "E221 ");
}

TEST_CASE("places are brought into Pajek's square", "[io][write_pajek]") {
  PropertyGraph graph;
  graph.node_ids = {"a", "b"};
  graph.node_attributes = {{.name = "x", .values = Reals{-10, 10}},
                           {.name = "y", .values = Reals{0, 0}}};
  const Written written = write(graph);
  CHECK(written.text.find("1 \"a\" 0.05") != std::string::npos);
  CHECK(written.text.find("2 \"b\" 0.95") != std::string::npos);
  CHECK(written.codes == "E222 ");
}

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
  CHECK(first("*Vertices 2\n*Matrix\n0 x\n").starts_with("g.net:3: error[G505]"));
  for (const char* value : {"nan", "-inf", "x", "nan l \"a\"", "1,5 c Blue", "0x1f 3"})
    CHECK(first("*Vertices 2\n*Edges\n1 2 " + std::string(value) + "\n")
              .starts_with("g.net:3: error[G505]"));
  CHECK(first("*Vertices 1\n1 \"\xFF\"\n").starts_with("g.net:2:4: error[G506]"));
}

TEST_CASE("what Pajek can hold comes back", "[io][write_pajek]") {
  CHECK(rc::check([](std::uint32_t seed, bool directed) {
    PropertyGraph graph =
        test::made_up_graph(seed, {.directed = directed, .attributes = false, .edge_ids = false});
    RC_PRE(!directed || !graph.source.empty());  // *Arcs without arcs says nothing
    graph.title = "Made up";
    for (Attribute& attribute : graph.edge_attributes) {
      if (attribute.name == "weight") attribute.present.clear();  // absent: 1
      if (attribute.name != "relation") continue;
      auto& texts = std::get<Texts>(attribute.values);
      for (std::string& text : texts) {
        if (text.find_first_of("\"\\\t\n") != text.npos) text = "plain";
      }
    }
    if (graph.edge_attributes.size() > 1) {  // no value may be 0, which is a sign
      for (double& weight : std::get<Reals>(graph.edge_attributes[1].values)) weight += 1;
    }
    std::string text;
    io::write_pajek(graph, [&](std::string_view piece) { text += piece; });
    const auto back = io::read_pajek({"g.net", text});
    RC_ASSERT(static_cast<bool>(back));
    RC_ASSERT(test::difference(back->graph, graph) == "");
  }));
}
