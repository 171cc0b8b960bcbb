// SPDX-License-Identifier: Apache-2.0
#include "engine/io/read_graph.hpp"

#include <algorithm>
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <filesystem>
#include <string>
#include <tuple>
#include <vector>

#include "tests/support/gzip.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace entente;
using io::GraphFile;
using test::gzip;
using test::TemporaryFolder;

namespace {

const std::string graphs = ENTENTE_SOURCE_DIR "/tests/data/graphs/";

GraphFile read(const std::string& file, const std::string& nodes = {}) {
  auto graph = io::read_graph(file, nodes);
  if (!graph) FAIL(to_text(graph.error().front()));
  return *std::move(graph);
}

// Edges by id, with sign; undirected ones with the smaller end first.
using Edge = std::tuple<std::string, std::string, std::string>;
std::vector<Edge> edges_of(const PropertyGraph& graph) {
  std::vector<Edge> edges;
  const Attribute* sign = graph.edge_attribute("sign");
  for (std::size_t e = 0; e < graph.source.size(); ++e) {
    std::string a = graph.node_ids[graph.source[e]], b = graph.node_ids[graph.target[e]];
    if (!graph.directed && b < a) std::swap(a, b);
    edges.emplace_back(std::move(a), std::move(b), sign == nullptr ? "" : sign->text(e));
  }
  std::sort(edges.begin(), edges.end());
  return edges;
}

std::vector<std::pair<std::string, std::string>> modes_of(const PropertyGraph& graph) {
  std::vector<std::pair<std::string, std::string>> modes;
  const Attribute* mode = graph.node_attribute("mode");
  for (std::size_t v = 0; v < graph.node_ids.size(); ++v)
    modes.emplace_back(graph.node_ids[v], mode == nullptr ? "" : mode->text(v));
  std::sort(modes.begin(), modes.end());
  return modes;
}

std::string complaint(const std::string& file, const std::string& nodes = {}) {
  const auto graph = io::read_graph(file, nodes);
  return graph ? "none" : to_text(graph.error().front());
}

}  // namespace

TEST_CASE("published graphs are the same in GraphML and as tables", "[io][read_graph]") {
  const auto [name, nodes, edges] =
      GENERATE(table<std::string, std::size_t, std::size_t>({{"ceos_clubs", 41, 98},
                                                             {"brunson_south_africa", 11, 13},
                                                             {"sampson_affect", 18, 64},
                                                             {"tribes", 16, 58}}));
  const std::string folder = graphs + name;
  const GraphFile graphml = read(folder + "/graph.graphml");
  const GraphFile tables = read(folder + "/edges.csv", folder + "/nodes.csv");
  CHECK(graphml.graph.node_ids.size() == nodes);
  CHECK(graphml.graph.source.size() == edges);
  CHECK(edges_of(graphml.graph) == edges_of(tables.graph));
  CHECK(modes_of(graphml.graph) == modes_of(tables.graph));
  CHECK(graphml.notes.empty());
  CHECK(tables.notes.empty());
}

TEST_CASE("a graph is read by the longest ending of its name", "[io][read_graph]") {
  const TemporaryFolder folder;
  const std::string edges = "source,target\na,b\n";
  CHECK(read(folder.write("e.CSV", edges)).graph.source.size() == 1);
  CHECK(read(folder.write("e.csv.gz", gzip(edges))).graph.source.size() == 1);
  CHECK(read(folder.write("g.json", "{\"nodes\":[],\"links\":[]}")).graph.source.empty());
  CHECK(read(folder.write(
                 "g.graphml.gz",
                 gzip("<graphml><graph edgedefault='directed'><node id='a'/></graph></graphml>")))
            .graph.node_ids.size() == 1);
}

TEST_CASE("a file that cannot be read as a graph is explained", "[io][read_graph]") {
  const TemporaryFolder folder;
  CHECK(complaint(folder.write("e.xls", "")).find("error[G401]") != std::string::npos);
  CHECK(complaint("e.txt").find(
            "known are .graphml, .gexf, .csv, .incidence.csv, .json, .net, .gml and .dl") !=
        std::string::npos);
  CHECK(complaint("/nowhere/e.csv").find("error[F101]") != std::string::npos);
  const std::string edges = folder.write("e.csv", "source,target\na,b\n");
  CHECK(complaint(edges, "/nowhere/n.csv").starts_with("/nowhere/n.csv: error[F101]"));
  CHECK(complaint(folder.write("g.json", "{}"), edges).find("error[G402]") != std::string::npos);
  const std::string whole =
      folder.write("w.csv.gz", gzip("source,target\n" + std::string(5000, 'a') + ",b\n"));
  std::filesystem::resize_file(whole, std::filesystem::file_size(whole) - 9);
  CHECK(complaint(whole).find("error[F105]") != std::string::npos);
}

TEST_CASE("a damaged compressed file is called damaged, not wrong", "[io][read_graph]") {
  const TemporaryFolder folder;
  std::string text = "<graphml><graph edgedefault='directed'>\n";
  for (int v = 0; v < 20000; ++v) text += "<node id='n" + std::to_string(v * v) + "'/>\n";
  const std::string packed = gzip(text + "</graph></graphml>\n");
  for (std::size_t part = 1; part < 10; ++part) {
    std::string damaged = packed;
    damaged[packed.size() * part / 10] ^= 1;
    CHECK(complaint(folder.write("g.graphml.gz", damaged)).find("[F105]") != std::string::npos);
  }
}
