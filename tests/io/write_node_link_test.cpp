// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_node_link.hpp"

#include <rapidcheck.h>

#include <catch2/catch_test_macros.hpp>
#include <limits>
#include <string>
#include <vector>

#include "engine/io/read_node_link.hpp"
#include "tests/support/property_graphs.hpp"

using namespace entente;

namespace {

using Texts = std::vector<std::string>;

struct Written {
  std::string text;
  Diagnostics notes;
};

Written write(const PropertyGraph& graph) {
  Written written;
  written.notes =
      io::write_node_link(graph, [&](std::string_view piece) { written.text += piece; });
  return written;
}

PropertyGraph small_graph() {
  PropertyGraph graph;
  graph.directed = true;
  graph.title = "T";
  graph.facts = {{"day", "2018"}};
  graph.node_ids = {"b", "a"};
  graph.source = {1, 1};
  graph.target = {0, 0};
  graph.edge_ids = {"e", ""};
  Attribute tags{.name = "tags", .values = Texts{"x|y\\|z", ""}, .present = {1, 0}};
  tags.is_list = true;
  graph.node_attributes = {
      {.name = "flag", .values = std::vector<std::uint8_t>{1, 0}},
      {.name = "n", .values = std::vector<std::int64_t>{9007199254740993, 0}, .present = {1, 0}},
      tags};
  graph.edge_attributes = {{.name = "weight", .values = std::vector<double>{0.1, 2}},
                           {.name = "note", .values = Texts{"\"x\"\n", "y"}}};
  return graph;
}

}  // namespace

TEST_CASE("a graph is written as networkx reads it", "[io][write_node_link]") {
  const Written written = write(small_graph());
  CHECK(written.text ==
        "{\"directed\":true,\"multigraph\":true,\"graph\":{\"title\":\"T\",\"day\":\"2018\"},"
        "\"nodes\":[{\"id\":\"a\",\"flag\":false},{\"id\":\"b\",\"flag\":true,"
        "\"n\":9007199254740993,\"tags\":\"x|y\\\\|z\"}],\"links\":[{\"source\":\"a\",\"target\":"
        "\"b\",\"id\":\"e\","
        "\"weight\":0.1,"
        "\"note\":\"\\\"x\\\"\\n\"},{\"source\":\"a\",\"target\":\"b\",\"weight\":2.0,\"note\":"
        "\"y\"}]}\n");
  CHECK(written.notes.empty());
}

TEST_CASE("node-link JSON reads back as the same text", "[io][write_node_link]") {
  const std::string text = write(small_graph()).text;
  const auto back = io::read_node_link(text, "g.json");
  REQUIRE(back);
  CHECK(back->notes.empty());
  CHECK(write(back->graph).text == text);
}

TEST_CASE("names that the format uses and numbers that JSON lacks are noted",
          "[io][write_node_link]") {
  PropertyGraph graph = small_graph();
  graph.edge_attributes = {
      {.name = "key", .values = Texts{"k", "k"}},
      {.name = "real", .values = std::vector<double>{std::numeric_limits<double>::infinity(), 1}}};
  const Written written = write(graph);
  CHECK(written.text.find("\"edge_key\":\"k\"") != std::string::npos);
  REQUIRE(written.notes.size() == 2);
  CHECK(written.notes[0].code == "E203");
  CHECK(written.notes[1].code == "E205");
}

TEST_CASE("node-link JSON comes back as it was written", "[io][write_node_link]") {
  CHECK(rc::check([](std::uint32_t seed, bool directed, bool drawn, bool timed, bool modes) {
    PropertyGraph graph = test::made_up_graph(seed, {.directed = directed,
                                                     .drawn = drawn,
                                                     .timed = timed,
                                                     .facts = true,
                                                     .signs = true,
                                                     .modes = modes});
    for (auto* attributes : {&graph.node_attributes, &graph.edge_attributes})
      for (Attribute& attribute : *attributes) attribute.is_list = false;  // joined by |
    const auto back = io::read_node_link(write(graph).text, "g.json");
    RC_ASSERT(static_cast<bool>(back));
    RC_ASSERT(back->notes.empty());
    RC_ASSERT(test::difference(back->graph, graph) == "");
  }));
}
