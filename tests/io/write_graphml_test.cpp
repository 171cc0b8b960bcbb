// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_graphml.hpp"

#include <rapidcheck.h>

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>
#include <vector>

#include "engine/io/read_graphml.hpp"
#include "tests/support/property_graphs.hpp"

using namespace entente;
using io::ExportReport;

namespace {

using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;
using Flags = std::vector<std::uint8_t>;

struct Written {
  std::string text;
  ExportReport report;
};

Written write(const PropertyGraph& graph) {
  Written written;
  auto report =
      io::write_graphml(graph, [&](std::string_view piece) { written.text.append(piece); });
  if (!report) FAIL(to_text(report.error().front()));
  written.report = *std::move(report);
  return written;
}

PropertyGraph read_back(const std::string& text) {
  auto file = io::read_graphml(text, "g.graphml");
  if (!file) FAIL(to_text(file.error().front()));
  CHECK(file->notes.empty());
  return std::move(file->graph);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

PropertyGraph pair() {
  PropertyGraph graph;
  graph.node_ids = {"a", "b"};
  graph.source = {0};
  graph.target = {1};
  return graph;
}

// The key of an attribute of nodes or edges alone in its graph: "id name type".
std::string key_of(Attribute attribute, bool of_nodes) {
  PropertyGraph graph = pair();
  (of_nodes ? graph.node_attributes : graph.edge_attributes).push_back(std::move(attribute));
  const std::string text = write(graph).text;
  const auto value = [&](const std::string& name) {
    const auto begin = text.find(' ' + name + "=\"", text.find("<key")) + name.size() + 3;
    return text.substr(begin, text.find('"', begin) - begin);
  };
  return value("id") + ' ' + value("attr.name") + ' ' + value("attr.type");
}

}  // namespace

TEST_CASE("a graph is written in the shape that every reader takes", "[io][write_graphml]") {
  PropertyGraph graph;
  graph.directed = true;
  graph.title = "Paris Call supporters";
  graph.facts = {{"source", "a & b"}};
  graph.node_ids = {"state.fra", "agreement.paris-call"};
  graph.source = {0};
  graph.target = {1};
  graph.node_attributes = {{.name = "label", .values = Texts{"France & friends", "Paris Call"}},
                           {.name = "mode", .values = Texts{"actor", "item"}},
                           {.name = "x", .values = Reals{1.5, 0}, .present = {1, 0}}};
  graph.edge_attributes = {{.name = "weight", .values = Integers{1}},
                           {.name = "relation", .values = Texts{"endorsed"}},
                           {.name = "sign", .values = Integers{1}}};
  const Written written = write(graph);
  CHECK(written.text ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\"\n"
        "         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
        "         xsi:schemaLocation=\"http://graphml.graphdrawing.org/xmlns "
        "http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd\">\n"
        "  <key id=\"g_title\" for=\"graph\" attr.name=\"title\" attr.type=\"string\"/>\n"
        "  <key id=\"g_source\" for=\"graph\" attr.name=\"source\" attr.type=\"string\"/>\n"
        "  <key id=\"label\" for=\"node\" attr.name=\"label\" attr.type=\"string\"/>\n"
        "  <key id=\"bipartite\" for=\"node\" attr.name=\"bipartite\" attr.type=\"int\"/>\n"
        "  <key id=\"x\" for=\"node\" attr.name=\"x\" attr.type=\"double\"/>\n"
        "  <key id=\"weight\" for=\"edge\" attr.name=\"weight\" attr.type=\"double\"/>\n"
        "  <key id=\"relation\" for=\"edge\" attr.name=\"relation\" attr.type=\"string\"/>\n"
        "  <key id=\"sign\" for=\"edge\" attr.name=\"sign\" attr.type=\"int\"/>\n"
        "  <graph id=\"Paris_Call_supporters\" edgedefault=\"directed\">\n"
        "    <data key=\"g_title\">Paris Call supporters</data>\n"
        "    <data key=\"g_source\">a &amp; b</data>\n"
        "    <node id=\"agreement.paris-call\"><data key=\"label\">Paris Call</data>"
        "<data key=\"bipartite\">1</data></node>\n"
        "    <node id=\"state.fra\"><data key=\"label\">France &amp; friends</data>"
        "<data key=\"bipartite\">0</data><data key=\"x\">1.5</data></node>\n"
        "    <edge id=\"e1\" source=\"state.fra\" target=\"agreement.paris-call\" "
        "label=\"endorsed\"><data key=\"weight\">1</data><data key=\"relation\">endorsed</data>"
        "<data key=\"sign\">1</data></edge>\n"
        "  </graph>\n</graphml>\n");
  CHECK(written.report.nodes == 2);
  CHECK(written.report.edges == 1);
  CHECK(written.report.notes("g.graphml").empty());
}

TEST_CASE("the order of the input does not matter", "[io][write_graphml]") {
  PropertyGraph graph;
  graph.node_ids = {"a", "b", "c"};
  graph.source = {0, 1, 0};
  graph.target = {1, 2, 2};
  graph.edge_attributes = {{.name = "n", .values = Integers{1, 2, 3}}};
  PropertyGraph other;
  other.node_ids = {"c", "a", "b"};
  other.source = {1, 2, 1};
  other.target = {0, 0, 2};
  other.edge_attributes = {{.name = "n", .values = Integers{3, 2, 1}}};
  CHECK(write(graph).text == write(other).text);
}

TEST_CASE("each value is written in a type that every reader has", "[io][write_graphml]") {
  const std::int64_t edge_of_double = std::int64_t{1} << 53;
  CHECK(key_of({.name = "n", .values = Integers{2147483647, -2147483648}}, true) == "n n int");
  CHECK(key_of({.name = "n", .values = Integers{2147483648, 0}}, true) == "n n long");
  CHECK(key_of({.name = "n", .values = Integers{edge_of_double + 1, 0}}, true) == "n n string");
  // An absent value says nothing about the type.
  CHECK(key_of({.name = "n", .values = Integers{edge_of_double + 1, 0}, .present = {0, 1}}, true) ==
        "n n int");
  CHECK(key_of({.name = "f", .values = Flags{1, 0}}, true) == "f f int");
  CHECK(key_of({.name = "d", .values = Reals{1, 2}}, true) == "d d double");
  CHECK(key_of({.name = "weight", .values = Integers{1}}, false) == "weight weight double");

  PropertyGraph graph = pair();
  graph.node_attributes = {
      {.name = "f", .values = Flags{1, 0}},
      {.name = "d", .values = Reals{0.1, std::numeric_limits<double>::quiet_NaN()}},
      {.name = "i", .values = Integers{edge_of_double + 1, 3}}};
  const Written written = write(graph);
  CHECK(contains(written.text,
                 "<node id=\"a\"><data key=\"f\">1</data><data key=\"d\">0.1</data>"
                 "<data key=\"i\">9007199254740993</data></node>"));
  CHECK(contains(written.text, "<node id=\"b\"><data key=\"f\">0</data><data key=\"i\">3</data>"));
  CHECK(written.report.omitted_numbers == 1);
  CHECK(written.report.long_integers == 1);
}

TEST_CASE("names that a reader takes for something else are changed", "[io][write_graphml]") {
  const auto node_key = [](const std::string& name, Attribute::Values values) {
    return key_of({.name = name, .values = std::move(values)}, true);
  };
  const auto edge_key = [](const std::string& name, Attribute::Values values) {
    return key_of({.name = name, .values = std::move(values)}, false);
  };
  for (const std::string name : {"id", "timeset", "interval", "selected", "suid", "viz", "spells",
                                 "start", "end", "networkx_key", "nodelabel", "edgelabel", "mode",
                                 "_graphml_vertex_id", "color", "r", "g", "b"}) {
    INFO(name);
    CHECK(node_key(name, Texts{"x", "y"}).starts_with("node_" + name + " "));
    CHECK(edge_key(name, Texts{"x"}).starts_with("edge_" + name + " "));
  }
  CHECK(node_key("size", Texts{"SME", "large"}) == "node_size node_size string");
  CHECK(node_key("size", Integers{1, 2}) == "size size double");
  CHECK(node_key("r", Integers{0, 255}) == "node_r node_r int");  // no colour without g and b
  CHECK(node_key("X", Reals{0, 1}) == "node_x node_x double");    // no place
  CHECK(node_key("Size", Reals{0, 1}) == "node_size node_size double");
  CHECK(edge_key("Weight", Reals{0}) == "edge_weight edge_weight double");
  CHECK(node_key("r", Integers{0, 256}) == "node_r node_r int");
  CHECK(node_key("color", Texts{"#12aB00", "#ffffff"}) == "color color string");
  CHECK(node_key("name", Texts{"A", "B"}) == "name name string");
  CHECK(node_key("name", Texts{"A", "A"}) == "node_name node_name string");
  CHECK(node_key("type", Flags{0, 1}) == "type type int");
  CHECK(node_key("type", Texts{"ngo", "firm"}) == "node_type node_type string");
  CHECK(node_key("interaction", Texts{"x", "y"}) == "node_interaction node_interaction string");
  CHECK(edge_key("interaction", Texts{"x"}) == "interaction interaction string");
  CHECK(node_key("ID", Texts{"x", "y"}) == "node_id node_id string");
  CHECK(node_key("Full name", Texts{"x", "y"}) == "full_name full_name string");
  CHECK(node_key("\xC3\x89tat", Texts{"x", "y"}) == "\xC3\xA9tat \xC3\xA9tat string");
}

TEST_CASE("key ids are unique in the file whatever their case", "[io][write_graphml]") {
  PropertyGraph graph = pair();
  graph.title = "t";
  graph.facts = {{"Title", "u"}};
  graph.node_attributes = {{.name = "note", .values = Texts{"1", "2"}},
                           {.name = "Note", .values = Texts{"3", "4"}},
                           {.name = "g_title", .values = Texts{"5", "6"}},
                           {.name = "edge_note", .values = Texts{"7", "8"}}};
  graph.edge_attributes = {{.name = "note", .values = Texts{"9"}}};
  const Written written = write(graph);
  for (const char* key : {"<key id=\"note\" for=\"node\" attr.name=\"note\"",
                          "<key id=\"note_2\" for=\"node\" attr.name=\"note_2\"",
                          "<key id=\"edge_note\" for=\"node\" attr.name=\"edge_note\"",
                          "<key id=\"edge_note_2\" for=\"edge\" attr.name=\"note\"",
                          "<key id=\"g_title_2\" for=\"graph\" attr.name=\"title\"",
                          "<key id=\"g_title_2_2\" for=\"graph\" attr.name=\"title_2\""}) {
    INFO(key);
    CHECK(contains(written.text, key));
  }
  CHECK(written.report.renamed_attributes ==
        std::vector<std::pair<std::string, std::string>>{{"Note", "note_2"}});
}

TEST_CASE("ids that readers change are rewritten, and come back", "[io][write_graphml]") {
  PropertyGraph graph;
  graph.node_ids = {"R&D", " lead", "T\xC3\xBCrkiye", "7", "ok", "OK"};
  graph.source = {0, 4, 4};
  graph.target = {1, 5, 5};
  graph.edge_ids = {"x 1", "", "x"};
  const Written written = write(graph);
  CHECK(written.report.changed_ids == 5);
  CHECK(
      contains(written.text, "<node id=\"n_lead\"><data key=\"original_id\"> lead</data></node>"));
  PropertyGraph back = read_back(written.text);
  std::sort(back.node_ids.begin(), back.node_ids.end());
  std::sort(graph.node_ids.begin(), graph.node_ids.end());
  CHECK(back.node_ids == graph.node_ids);
  CHECK(back.edge_ids == Texts{"e1", "x", "x 1"});
}

TEST_CASE("a weight that Gephi cannot hold is refused by its edge", "[io][write_graphml]") {
  for (const double weight : {0.0, -1.0, 1e-40, 1e39, std::numeric_limits<double>::infinity(),
                              std::numeric_limits<double>::quiet_NaN()}) {
    PropertyGraph graph = pair();
    graph.edge_attributes = {{.name = "weight", .values = Reals{weight}}};
    bool wrote = false;
    const auto report = io::write_graphml(graph, [&](std::string_view) { wrote = true; });
    REQUIRE_FALSE(report);
    CHECK(to_text(report.error().front()).starts_with("error[E101]: edge 'a' - 'b' has weight"));
    CHECK_FALSE(wrote);
  }
}

TEST_CASE("what readers will change is counted", "[io][write_graphml]") {
  PropertyGraph graph;
  graph.node_ids = {"a", "b"};
  graph.source = {0, 0, 1, 0};
  graph.target = {1, 1, 0, 1};
  graph.node_attributes = {{.name = "label", .values = Texts{"INF Treaty", "x\x01"}},
                           {.name = "note", .values = Texts{"INFOSYS", "NULL"}}};
  graph.edge_attributes = {{.name = "relation", .values = Texts{"r", "r", "r", "s\x02"}},
                           {.name = "weight", .values = Reals{16777217, 0.1, 16777216, 1}}};
  ExportReport report = write(graph).report;
  CHECK(report.infinity_texts == 1);  // not the label
  CHECK(report.null_texts == 1);
  CHECK(report.replaced_characters == 2);
  CHECK(report.rounded_weights == 1);
  CHECK(report.merged_parallels == 2);
  CHECK(report.notes("g.graphml").size() == 5);
  graph.directed = true;
  CHECK(write(graph).report.merged_parallels == 1);
  graph.edge_attributes[0].values = Texts{"r", " r", "r", "r\n"};  // Gephi trims what it reads
  CHECK(write(graph).report.merged_parallels == 2);
}

TEST_CASE("an empty graph is a graph", "[io][write_graphml]") {
  CHECK(read_back(write(PropertyGraph{}).text).node_ids.empty());
}

TEST_CASE("what is written reads back with every value", "[io][write_graphml]") {
  PropertyGraph graph;
  graph.directed = true;
  graph.title = "All & everything";
  graph.facts = {{"day", "2018-11-12"}};
  graph.node_ids = {"a", "b", "c"};
  graph.source = {0, 1};
  graph.target = {1, 2};
  graph.edge_ids = {"e1", "e2"};
  graph.node_attributes = {
      {.name = "label", .values = Texts{" a<b> & c ", "tab\t\r\nline", std::string(10'000, 'x')}},
      {.name = "score", .values = Reals{0.1, 0, 1e300}, .present = {1, 0, 1}},
      {.name = "count", .values = Integers{-3, 0, 2147483648}, .present = {1, 0, 1}}};
  graph.edge_attributes = {{.name = "relation", .values = Texts{"signed", "left"}}};
  const PropertyGraph back = read_back(write(graph).text);
  CHECK(back.directed);
  CHECK(back.title == graph.title);
  CHECK(back.facts == graph.facts);
  CHECK(back.node_ids == graph.node_ids);
  CHECK(back.edge_ids == graph.edge_ids);
  CHECK(back.source == graph.source);
  CHECK(back.target == graph.target);
  for (std::size_t k = 0; k < graph.node_attributes.size(); ++k) {
    INFO(graph.node_attributes[k].name);
    CHECK(back.node_attributes[k].name == graph.node_attributes[k].name);
    CHECK(back.node_attributes[k].values == graph.node_attributes[k].values);
    CHECK(back.node_attributes[k].present == graph.node_attributes[k].present);
  }
  CHECK(back.edge_attributes[0].values == graph.edge_attributes[0].values);
}

TEST_CASE("what GraphML can hold comes back", "[io][write_graphml]") {
  CHECK(rc::check([](std::uint32_t seed, bool directed, bool drawn, bool timed, bool modes) {
    PropertyGraph graph = test::made_up_graph(seed, {.directed = directed,
                                                     .drawn = drawn,
                                                     .timed = timed,
                                                     .facts = true,
                                                     .signs = true,
                                                     .modes = modes});
    for (auto* attributes : {&graph.node_attributes, &graph.edge_attributes}) {
      for (Attribute& attribute : *attributes) {
        attribute.is_list = false;
        if (attribute.name == "huge") test::make_text(attribute);
        if (attribute.name == "mode") {  // as networkx and igraph call it
          Integers of_items;
          for (const std::string& mode : std::get<Texts>(attribute.values))
            of_items.push_back(mode == "item" ? 1 : 0);
          attribute = {.name = "bipartite", .values = std::move(of_items)};
        }
        if (const auto* flags = std::get_if<Flags>(&attribute.values))
          attribute.values = Integers(flags->begin(), flags->end());
      }
    }
    std::string text;
    RC_ASSERT(static_cast<bool>(
        io::write_graphml(graph, [&](std::string_view piece) { text += piece; })));
    const auto back = io::read_graphml(text, "g.graphml");
    RC_ASSERT(static_cast<bool>(back));
    RC_ASSERT(back->notes.empty());
    RC_ASSERT(test::difference(back->graph, graph) == "");
  }));
}
