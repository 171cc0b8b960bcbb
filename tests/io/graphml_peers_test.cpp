// SPDX-License-Identifier: Apache-2.0
// What other people's programs read in our files: networkx, igraph and xmllint, as processes.
#include <array>
#include <catch2/catch_test_macros.hpp>
#include <cstdio>
#include <string>
#include <vector>

#include "engine/io/atomic_file.hpp"
#include "engine/io/json.hpp"
#include "engine/io/read_graph.hpp"
#include "engine/io/write_graphml.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace entente;

namespace {

using Texts = std::vector<std::string>;
using Integers = std::vector<std::int64_t>;
using Reals = std::vector<double>;
using Flags = std::vector<std::uint8_t>;

void write_values(io::JsonWriter& json, const std::vector<Attribute>& attributes, std::size_t row) {
  for (const Attribute& attribute : attributes) {
    if (!attribute.has(row)) continue;
    json.key(attribute.name);
    if (const auto* texts = std::get_if<Texts>(&attribute.values))
      json.text((*texts)[row]);
    else if (const auto* reals = std::get_if<Reals>(&attribute.values))
      json.number((*reals)[row]);
    else
      json.number(static_cast<std::int64_t>(*attribute.number(row)));  // a flag is 0 or 1
  }
}

// The graph as the script wants it; ids and names must be portable, edges must have ids.
std::string expectation(const PropertyGraph& graph) {
  std::string text;
  io::JsonWriter json(text);
  json.begin_object().key("directed").boolean(graph.directed).key("nodes").begin_object();
  for (std::size_t v = 0; v < graph.node_ids.size(); ++v) {
    json.key(graph.node_ids[v]).begin_object();
    write_values(json, graph.node_attributes, v);
    json.end_object();
  }
  json.end_object().key("edges").begin_array();
  for (std::size_t e = 0; e < graph.source.size(); ++e) {
    json.begin_object().key("id").text(graph.edge_ids[e]);
    json.key("source").text(graph.node_ids[graph.source[e]]);
    json.key("target").text(graph.node_ids[graph.target[e]]);
    write_values(json, graph.edge_attributes, e);
    json.end_object();
  }
  json.end_array().end_object();
  return text;
}

// "no differences", or what the peers found.
std::string peers_say(const PropertyGraph& graph, const std::string& expected) {
  const test::TemporaryFolder folder;
  auto file = io::AtomicFile::create(folder.file("g.graphml"));
  REQUIRE(file);
  REQUIRE(io::write_graphml(graph, [&](std::string_view piece) { file->write(piece); }));
  REQUIRE(file->commit().empty());
  const std::string command =
      "/usr/bin/python3 -B '" ENTENTE_SOURCE_DIR "/tests/io/graphml_peers.py' '" +
      folder.file("g.graphml") + "' '" + folder.write("expected.json", expected) + "' 2>&1";
  std::FILE* pipe = popen(command.c_str(), "r");
  REQUIRE(pipe != nullptr);
  std::string said;
  std::array<char, 4096> buffer{};
  while (const std::size_t size = std::fread(buffer.data(), 1, buffer.size(), pipe))
    said.append(buffer.data(), size);
  pclose(pipe);
  return said;
}

// Texts that break writers and readers: markup, scripts, blanks, words that mean something to some.
const Texts hostile = {"R&D \"x\" <y> 'z'",
                       "T\xC3\xBCrkiye",
                       "\xE6\x97\xA5\xE6\x9C\xAC",
                       "\xD9\x85\xD8\xB1\xD8\xAD\xD8\xA8\xD8\xA7 \xE2\x80\xAB\xD7\xA9",
                       "\xF0\x9F\x98\x80 e\xCC\x81",
                       std::string(10'000, 'x'),
                       "  leading",
                       "tab\tin",
                       "line\nbreak",
                       "INF Treaty",
                       "null",
                       "NaN",
                       "a > < & b",
                       "]]>",
                       "0",
                       "true"};

PropertyGraph hostile_graph(bool directed, bool with_parallels) {
  PropertyGraph graph;
  graph.directed = directed;
  graph.title = "Hostile & <others>";
  Reals reals;
  Integers integers, long_integers;
  Flags flags, present;
  for (std::size_t i = 0; i < hostile.size(); ++i) {
    graph.node_ids.push_back("n" + std::to_string(i / 10) + std::to_string(i % 10));
    reals.push_back(0.1 * static_cast<double>(i) - 0.7);
    integers.push_back(i % 2 == 0 ? 2147483647 : -2147483648);
    long_integers.push_back(9007199254740992 - static_cast<std::int64_t>(i) * 2);
    flags.push_back(i % 2 == 0 ? 1 : 0);
    present.push_back(i % 3 == 0 ? 0 : 1);
    const auto next = static_cast<std::uint32_t>((i + 1) % hostile.size());
    for (int copy = 0; copy < (with_parallels ? 2 : 1); ++copy) {
      graph.source.push_back(static_cast<std::uint32_t>(i));
      graph.target.push_back(next);
      graph.edge_ids.push_back("e" + std::to_string(graph.source.size()));
    }
  }
  graph.node_ids[1] = "N00";  // differs from the first in its case alone
  graph.node_attributes = {{.name = "label", .values = hostile},
                           {.name = "sparse", .values = hostile, .present = present},
                           {.name = "real", .values = reals},
                           {.name = "sparse_real", .values = reals, .present = present},
                           {.name = "integer", .values = integers},
                           {.name = "long", .values = long_integers},
                           {.name = "bipartite", .values = flags}};
  Texts relations;
  Reals weights;
  Integers signs;
  for (std::size_t e = 0; e < graph.source.size(); ++e) {
    relations.push_back(hostile[e % hostile.size()]);
    weights.push_back(e % 2 == 0 ? 1e-37 : 16777217.5);
    signs.push_back(static_cast<std::int64_t>(e % 3) - 1);
  }
  graph.edge_attributes = {{.name = "relation", .values = relations},
                           {.name = "weight", .values = weights},
                           {.name = "sign", .values = signs},
                           {.name = "label", .values = relations}};  // a name that nodes have, too
  return graph;
}

}  // namespace

TEST_CASE("peers read hostile texts and all types as they were meant", "[io][graphml_peers]") {
  const PropertyGraph simple = hostile_graph(true, false);
  CHECK(peers_say(simple, expectation(simple)) == "no differences\n");
  const PropertyGraph parallels = hostile_graph(false, true);
  CHECK(peers_say(parallels, expectation(parallels)) == "no differences\n");
}

TEST_CASE("peers read changed ids, modes and replaced characters", "[io][graphml_peers]") {
  PropertyGraph graph;
  graph.node_ids = {"R&D", "caf\xC3\xA9", "cafe", "7"};
  graph.source = {0, 1, 1};
  graph.target = {2, 3, 3};
  graph.node_attributes = {{.name = "mode", .values = Texts{"actor", "actor", "item", "item"}},
                           {.name = "Start", .values = Texts{"a\x01z", "", "", ""}}};
  PropertyGraph meant;
  meant.node_ids = {"R_D", "caf_", "cafe", "n7"};
  meant.source = graph.source;
  meant.target = graph.target;
  meant.edge_ids = {"e1", "e2", "e3"};
  meant.source = {0, 1, 1};
  meant.node_attributes = {{.name = "original_id",
                            .values = Texts{"R&D", "caf\xC3\xA9", "", "7"},
                            .present = {1, 1, 0, 1}},
                           {.name = "bipartite", .values = Integers{0, 0, 1, 1}},
                           {.name = "node_start",
                            .values = Texts{"a\xEF\xBF\xBDz", "", "", ""},
                            .present = {1, 0, 0, 0}}};
  CHECK(peers_say(graph, expectation(meant)) == "no differences\n");
}

TEST_CASE("the comparison with peers notices a changed value and a lost edge",
          "[io][graphml_peers]") {
  const PropertyGraph graph = hostile_graph(true, false);
  PropertyGraph other = graph;
  std::get<Texts>(other.node_attributes[0].values)[3] += ' ';
  CHECK(peers_say(graph, expectation(other)).find("networkx n03 label") != std::string::npos);
  other = graph;
  other.edge_ids.pop_back();
  other.source.pop_back();
  other.target.pop_back();
  CHECK(peers_say(graph, expectation(other)).find("igraph edges") != std::string::npos);
}

TEST_CASE("published graphs survive being written and read by peers", "[io][graphml_peers]") {
  for (const std::string name : {"ceos_clubs", "tribes"}) {
    INFO(name);
    auto file = io::read_graph(ENTENTE_SOURCE_DIR "/tests/data/graphs/" + name + "/graph.graphml");
    REQUIRE(file);
    PropertyGraph meant = file->graph;
    for (std::size_t e = 0; e < meant.source.size(); ++e)
      meant.edge_ids.push_back("x" + std::to_string(e));
    for (Attribute& attribute : meant.node_attributes) {
      if (attribute.name != "mode") continue;
      Integers items;
      for (std::size_t v = 0; v < meant.node_ids.size(); ++v)
        items.push_back(attribute.text(v) == "item" ? 1 : 0);
      attribute = {.name = "bipartite", .values = items};
    }
    file->graph.edge_ids = meant.edge_ids;
    CHECK(peers_say(file->graph, expectation(meant)) == "no differences\n");
  }
}
