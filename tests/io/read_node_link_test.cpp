// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_node_link.hpp"

#include <catch2/catch_test_macros.hpp>
#include <string>
#include <vector>

using namespace entente;
using io::GraphFile;

namespace {

GraphFile read(const std::string& text) {
  auto file = io::read_node_link(text, "g.json");
  if (!file) FAIL(to_text(file.error().front()));
  return *std::move(file);
}

std::string complaint(const std::string& text) {
  const auto file = io::read_node_link(text, "g.json");
  return file ? "none" : to_text(file.error().front());
}

}  // namespace

TEST_CASE("networkx's node-link form is read with all its values", "[io][node_link]") {
  const GraphFile file = read(
      "{\"directed\": true, \"multigraph\": true, \"graph\": {\"title\": \"T\", \"year\": 2018},\n"
      "\"nodes\": [{\"kind\": \"state\", \"votes\": 3, \"id\": \"a\"},\n"
      "  {\"votes\": 2.5, \"tags\": [1, {\"x\": null}], \"id\": 7}],\n"
      "\"links\": [{\"weight\": 2, \"flag\": true, \"source\": \"a\", \"target\": 7, \"key\": 0},\n"
      "  {\"source\": 7, \"target\": 7, \"key\": 1, \"flag\": null}]}");
  const PropertyGraph& graph = file.graph;
  CHECK(graph.directed);
  CHECK(graph.title == "T");
  CHECK(graph.facts == std::vector<std::pair<std::string, std::string>>{{"year", "2018"}});
  CHECK(graph.node_ids == std::vector<std::string>{"a", "7"});
  CHECK(graph.source == std::vector<std::uint32_t>{0, 1});
  CHECK(graph.target == std::vector<std::uint32_t>{1, 1});
  CHECK(file.edge_lines == std::vector<std::uint32_t>{4, 5});
  CHECK(std::get<std::vector<double>>(graph.node_attribute("votes")->values) ==
        std::vector<double>{3, 2.5});
  CHECK(graph.node_attribute("tags")->text(1) == "[1,{\"x\":null}]");
  CHECK(graph.edge_attribute("weight")->number(0) == 2.0);
  CHECK(std::get<std::vector<std::uint8_t>>(graph.edge_attribute("flag")->values)[0] == 1);
  CHECK_FALSE(graph.edge_attribute("flag")->has(1));
  CHECK(file.notes.empty());
}

TEST_CASE("an array is a list, and so is every value beside one", "[io][node_link]") {
  const auto lists = [](const GraphFile& file, const char* name) {
    const Attribute& attribute = *file.graph.node_attribute(name);
    std::string text = attribute.is_list ? "list:" : "text:";
    for (std::size_t v = 0; v < file.graph.node_ids.size(); ++v)
      text += attribute.has(v) ? ' ' + attribute.text(v) : " -";
    return text;
  };
  const GraphFile file =
      read(R"({"nodes":[{"id":"a","tags":["x","y|z"],"mixed":"p|q","deep":[[1],2],"none":[]},)"
           R"({"id":"b","tags":[1,2.5,true],"mixed":["r",3],"deep":7,"none":null},)"
           R"({"id":"c","mixed":4,"tags":[[1]]}],"links":[]})");
  CHECK(lists(file, "tags") == "list: x|y\\|z 1|2.5|true [[1]]");
  CHECK(lists(file, "mixed") == "list: p\\|q r|3 4");
  CHECK(lists(file, "deep") == "text: [[1],2] 7 -");
  CHECK(lists(file, "none") == "list:  - -");
}

TEST_CASE("no value changes where another is of a wider type", "[io][node_link]") {
  const GraphFile file = read(
      R"({"nodes":[{"id":"a","v":true,"w":9007199254740993,"x":1},{"id":"b","v":5,"w":1.5,"x":2.5},)"
      R"({"id":"c","v":"abc","w":"z"}],"links":[]})");
  const auto texts = [&](const char* name) {
    const Attribute& attribute = *file.graph.node_attribute(name);
    return attribute.text(0) + ' ' + attribute.text(1) + ' ' + attribute.text(2);
  };
  CHECK(texts("v") == "true 5 abc");
  CHECK(texts("w") == "9007199254740993 1.5 z");
  CHECK(texts("x") == "1 2.5 ");
}

TEST_CASE("'edges' may stand for 'links', and D3's positions for ids", "[io][node_link]") {
  CHECK(read("{\"nodes\":[{\"id\":\"a\"}],\"edges\":[{\"source\":\"a\",\"target\":\"a\"}]}")
            .graph.source.size() == 1);
  const GraphFile file = read(
      "{\"nodes\":[{\"name\":\"A\"},{\"name\":\"B\"}],\"links\":[{\"source\":0,\"target\":1}]}");
  CHECK(file.graph.node_ids == std::vector<std::string>{"0", "1"});
  CHECK(file.graph.node_attribute("name")->text(1) == "B");
  CHECK(file.notes.front().code == "G310");
}

TEST_CASE("graphology's form is read", "[io][node_link]") {
  const GraphFile file = read(
      "{\"options\":{\"type\":\"directed\"},\"attributes\":{\"title\":\"T\"},"
      "\"nodes\":[{\"key\":\"a\",\"attributes\":{\"id\":7,\"label\":\"A\","
      "\"tags\":[\"x\",\"y\"]}},{\"key\":\"b\"}],"
      "\"edges\":[{\"key\":\"e\",\"source\":\"a\",\"target\":\"b\",\"attributes\":{\"weight\":2}}]"
      "}");
  CHECK(file.graph.directed);
  CHECK(file.graph.title == "T");
  CHECK(file.graph.node_ids == std::vector<std::string>{"a", "b"});
  CHECK(file.graph.node_attribute("id")->text(0) == "7");
  CHECK_FALSE(file.graph.node_attribute("label")->has(1));
  CHECK(file.graph.node_attribute("tags")->text(0) == "x|y");
  CHECK(file.graph.node_attribute("tags")->is_list);
  CHECK(file.graph.edge_ids == std::vector<std::string>{"e"});
  CHECK(file.graph.edge_attribute("weight")->number(0) == 2.0);
  CHECK(file.notes.empty());
}

TEST_CASE("an end that is not a node is added with a warning", "[io][node_link]") {
  const GraphFile file =
      read("{\"nodes\":[{\"id\":\"a\"}],\"links\":[{\"source\":\"a\",\"target\":\"b\"}]}");
  CHECK(file.graph.node_ids.size() == 2);
  CHECK(to_text(file.notes.front()).starts_with("g.json:1:55: warning[G311]: the end 'b'"));
}

TEST_CASE("attributes have a limit, lest each node bring columns for all", "[io][node_link]") {
  const auto graph = [](int attributes) {
    std::string nodes = "{\"id\":\"a\"}";
    for (int i = 0; i < attributes; ++i) {
      nodes += ",\n{\"id\":" + std::to_string(i) + ",\"k" + std::to_string(i) + "\":1}";
    }
    return "{\"nodes\":[" + nodes + "],\"links\":[]}";
  };
  CHECK(
      complaint(graph(4097)).starts_with("g.json:4098:1: error[G312]: more than 4096 attributes"));
  CHECK(io::read_node_link(graph(5000), "g.json").error().size() == 1);  // and reads no further
  CHECK(read(graph(40)).graph.node_attributes.size() == 40);
}

TEST_CASE("a wrong node-link file is explained with its place", "[io][node_link]") {
  CHECK(complaint("[]").starts_with("g.json:1:1: error[G301]: the file holds an array"));
  CHECK(complaint("{}").starts_with("g.json:1:1: error[G301]: the graph has no 'nodes'"));
  CHECK(complaint("{\"nodes\":[]}").find("no 'links'") != std::string::npos);
  CHECK(complaint("{\"nodes\":{}}").starts_with("g.json:1:10: error[G302]"));
  CHECK(complaint("{\"directed\":1,\"nodes\":[],\"links\":[]}")
            .starts_with("g.json:1:13: error[G303]"));
  CHECK(
      complaint("{\"nodes\":[1],\"links\":[]}").starts_with("g.json:1:11: error[G304]: a node is"));
  CHECK(
      complaint("{\"nodes\":[],\"links\":[1]}").starts_with("g.json:1:22: error[G304]: a link is"));
  CHECK(complaint("{\"nodes\":[{\"id\":1},\n{\"x\":1}],\"links\":[]}")
            .starts_with("g.json:2:1: error[G305]"));
  CHECK(complaint("{\"nodes\":[{\"id\":1},\n{\"id\":\"1\"}],\"links\":[]}")
            .starts_with("g.json:2:1: error[G306]: the node '1' stands twice"));
  CHECK(complaint("{\"nodes\":[{\"id\":1}],\"links\":[{\"source\":1}]}")
            .starts_with("g.json:1:30: error[G307]: a link without target"));
  CHECK(complaint("{\"nodes\":[").starts_with("g.json:1:11: error[J101]"));
}
