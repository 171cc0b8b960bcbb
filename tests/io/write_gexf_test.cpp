// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_gexf.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>
#include <vector>

#include "engine/io/read_gexf.hpp"
#include "tests/support/property_graphs.hpp"

using namespace entente;

namespace {

using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;
using Flags = std::vector<std::uint8_t>;

struct Written {
  std::string text;
  io::ExportReport report;
};

Written write(const PropertyGraph& graph) {
  Written written;
  auto report = io::write_gexf(graph, [&](std::string_view piece) { written.text.append(piece); });
  if (!report) FAIL(to_text(report.error().front()));
  written.report = *std::move(report);
  return written;
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

}  // namespace

TEST_CASE("a graph is written in the shape that Gephi takes", "[io][write_gexf]") {
  PropertyGraph graph;
  graph.directed = true;
  graph.title = "Paris Call supporters";
  graph.facts = {{"creator", "me & you"}};
  graph.node_ids = {"state.fra", "agreement.paris-call"};
  graph.source = {0};
  graph.target = {1};
  graph.edge_ids = {"e1"};
  Attribute tags{.name = "tags", .values = Texts{"x|y, z", ""}, .present = {1, 0}};
  tags.is_list = true;
  graph.node_attributes = {{.name = "label", .values = Texts{"France", "Paris Call"}},
                           {.name = "kind", .values = Texts{"state", "agreement"}},
                           {.name = "score", .values = Reals{0.1, 0}, .present = {1, 0}},
                           {.name = "isok", .values = Flags{1, 0}},
                           tags,
                           {.name = "r", .values = Integers{255, 0}, .present = {1, 0}},
                           {.name = "g", .values = Integers{128, 0}, .present = {1, 0}},
                           {.name = "b", .values = Integers{0, 0}, .present = {1, 0}},
                           {.name = "x", .values = Reals{1, 0}, .present = {1, 0}},
                           {.name = "y", .values = Reals{2, 0}, .present = {1, 0}},
                           {.name = "size", .values = Reals{4.5, 0}, .present = {1, 0}},
                           {.name = "valid_spells",
                            .values = Texts{"", "2021-01-01/|2018-11-12/2019-11-12"},
                            .present = {0, 1}}};
  graph.node_attributes.back().is_list = true;
  graph.edge_attributes = {{.name = "relation", .values = Texts{"endorsed"}},
                           {.name = "weight", .values = Integers{2}},
                           {.name = "sign", .values = Integers{1}},
                           {.name = "valid_from", .values = Texts{"2018-11-12"}}};
  CHECK(write(graph).text ==
        R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
  <meta>
    <creator>me &amp; you</creator>
    <title>Paris Call supporters</title>
  </meta>
  <graph mode="dynamic" defaultedgetype="directed" timeformat="date" timerepresentation="interval" idtype="string">
    <attributes class="node">
      <attribute id="kind" title="kind" type="string"/>
      <attribute id="score" title="score" type="double"/>
      <attribute id="isok" title="isok" type="boolean"/>
      <attribute id="tags" title="tags" type="liststring"/>
      <attribute id="valid_spells" title="valid_spells" type="liststring"/>
    </attributes>
    <attributes class="edge">
      <attribute id="relation" title="relation" type="string"/>
      <attribute id="sign" title="sign" type="integer"/>
      <attribute id="valid_from" title="valid_from" type="string"/>
    </attributes>
    <nodes>
      <node id="agreement.paris-call" label="Paris Call"><attvalues><attvalue for="kind" value="agreement"/><attvalue for="isok" value="false"/><attvalue for="valid_spells" value="[2021-01-01/, 2018-11-12/2019-11-12]"/></attvalues><spells><spell start="2018-11-12" end="2019-11-12"/><spell start="2021-01-01"/></spells></node>
      <node id="state.fra" label="France"><attvalues><attvalue for="kind" value="state"/><attvalue for="score" value="0.1"/><attvalue for="isok" value="true"/><attvalue for="tags" value="[x, &quot;y, z&quot;]"/></attvalues><viz:color r="255" g="128" b="0" a="1.0"/><viz:position x="1" y="2" z="0"/><viz:size value="4.5"/></node>
    </nodes>
    <edges>
      <edge id="e1" source="state.fra" target="agreement.paris-call" weight="2" kind="endorsed" start="2018-11-12"><attvalues><attvalue for="relation" value="endorsed"/><attvalue for="sign" value="1"/><attvalue for="valid_from" value="2018-11-12"/></attvalues></edge>
    </edges>
  </graph>
</gexf>
)");
}

TEST_CASE("the format of time is there where there is time", "[io][write_gexf]") {
  PropertyGraph graph = pair();
  CHECK(
      contains(write(graph).text, "<graph mode=\"static\" defaultedgetype=\"undirected\" idtype"));
  graph.edge_attributes = {{.name = "valid_to", .values = Reals{2.5}}};
  CHECK(contains(write(graph).text, "timeformat=\"double\""));
  graph.edge_attributes = {{.name = "valid_to", .values = Texts{"2018-11-12T10:00:00Z"}}};
  CHECK(contains(write(graph).text, "timeformat=\"dateTime\""));
  graph.edge_attributes = {{.name = "valid_to", .values = Texts{"soon"}}};
  const Written soon = write(graph);
  CHECK_FALSE(contains(soon.text, "timeformat"));
  CHECK_FALSE(contains(soon.text, "end="));
  CHECK(soon.report.remarks.at(0).code == "E213");
}

TEST_CASE("an interval that ends before it begins stays a value", "[io][write_gexf]") {
  PropertyGraph graph = pair();
  graph.edge_attributes = {{.name = "valid_from", .values = Texts{"2019-01-01"}},
                           {.name = "valid_to", .values = Texts{"2018-01-01"}}};
  const Written written = write(graph);
  CHECK_FALSE(contains(written.text, "start="));
  CHECK(contains(written.text, "<attvalue for=\"valid_to\" value=\"2018-01-01\"/>"));
  CHECK(written.report.remarks.at(0).code == "E212");
}

TEST_CASE("a place without its other half is a value", "[io][write_gexf]") {
  PropertyGraph graph = pair();
  graph.node_attributes = {{.name = "x", .values = Reals{1, 2}}};
  graph.edge_attributes = {{.name = "key", .values = Texts{"k"}}};
  const std::string text = write(graph).text;
  CHECK(contains(text, "<attvalue for=\"node_x\" value=\"1\"/>"));
  CHECK(contains(text, "<attvalue for=\"edge_key\" value=\"k\"/>"));
  CHECK_FALSE(contains(text, "viz:position"));
}

TEST_CASE("facts stand in the description, with a note", "[io][write_gexf]") {
  PropertyGraph graph = pair();
  graph.facts = {{"description", "All"}, {"view", "states"}};
  const Written written = write(graph);
  CHECK(contains(written.text, "<description>All\nview: states</description>"));
  CHECK(written.report.remarks.at(0).code == "E214");
}

TEST_CASE("what Gephi will change in a GEXF file is counted", "[io][write_gexf]") {
  PropertyGraph graph = pair();
  graph.node_attributes = {
      {.name = "label", .values = Texts{"INF Treaty", "b"}},
      {.name = "note", .values = Texts{"INFOSYS", "NULL"}},
      {.name = "bad", .values = Texts{"x\x01", ""}},
      {.name = "real", .values = Reals{std::numeric_limits<double>::infinity(), 1}}};
  const io::ExportReport report = write(graph).report;
  CHECK(report.infinity_texts == 1);
  CHECK(report.null_texts == 1);
  CHECK(report.replaced_characters == 1);
  CHECK(report.omitted_numbers == 1);
  graph.edge_attributes = {{.name = "weight", .values = Integers{0}}};
  CHECK(io::write_gexf(graph, [](std::string_view) {}).error().front().code == "E101");
}

TEST_CASE("GEXF comes back as it was written", "[io][write_gexf]") {
  CHECK(rc::check([](std::uint32_t seed, bool directed, bool drawn, bool timed) {
    PropertyGraph graph = test::made_up_graph(
        seed, {.directed = directed, .drawn = drawn, .timed = timed, .facts = true, .signs = true});
    // Others than these three stand in the description.
    std::erase_if(graph.facts, [](const auto& fact) { return fact.first == "day"; });
    for (auto* attributes : {&graph.node_attributes, &graph.edge_attributes}) {
      for (Attribute& attribute : *attributes)
        if (attribute.name == "huge") test::make_text(attribute);
    }
    std::string text;
    RC_ASSERT(
        static_cast<bool>(io::write_gexf(graph, [&](std::string_view piece) { text += piece; })));
    const auto back = io::read_gexf(text, "g.gexf");
    RC_ASSERT(static_cast<bool>(back));
    RC_ASSERT(back->notes.empty());
    RC_ASSERT(test::difference(back->graph, graph) == "");
  }));
}
