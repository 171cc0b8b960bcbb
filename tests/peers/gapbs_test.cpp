// SPDX-License-Identifier: Apache-2.0
// The test graph of the GAP Benchmark Suite (tests/data/gapbs/README.md): one graph with loops and
// parallel edges in several formats, and how large it is once these are left out.
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <fstream>
#include <set>
#include <sstream>
#include <stdexcept>

#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

namespace {

using Arcs = std::vector<std::pair<Vertex, Vertex>>;

std::vector<std::vector<std::string>> words_of(const std::string& name) {
  std::ifstream file(ENTENTE_SOURCE_DIR "/tests/data/gapbs/" + name);
  if (!file) throw std::runtime_error("cannot read " + name);
  std::vector<std::vector<std::string>> lines;
  for (std::string line; std::getline(file, line);) {
    auto& words = lines.emplace_back();
    std::istringstream stream(line);
    for (std::string word; stream >> word;) words.push_back(word);
  }
  return lines;
}

Vertex number(const std::string& word, Vertex first) {
  return static_cast<Vertex>(std::stoul(word)) - first;
}

// Lines "u v ..." after `from` words, numbered from `first`; others are comments and sizes.
Arcs by_line(const std::string& name, std::size_t from, std::size_t words, Vertex first) {
  Arcs arcs;
  bool sizes = first == 1 && from == 0 && words == 3;  // of Matrix Market: as an arc with weight
  for (const auto& line : words_of(name)) {
    if (line.size() != words || line[0][0] == '%' || (from == 1 && line[0] != "a")) continue;
    if (sizes) {
      sizes = false;
      continue;
    }
    arcs.emplace_back(number(line[from], first), number(line[from + 1], first));
  }
  return arcs;
}

// METIS: the neighbours of a node by line, after the line of sizes; `step` words each.
Arcs by_row(const std::string& name, std::size_t step) {
  const auto lines = words_of(name);
  Arcs arcs;
  for (Vertex v = 0; v + 1 < lines.size(); ++v) {
    for (std::size_t k = 0; k < lines[v + 1].size(); k += step) {
      arcs.emplace_back(v, number(lines[v + 1][k], 1));
    }
  }
  return arcs;
}

struct Size {
  double nodes = 0, edges = 0;
};

// "Graph has 14 nodes and 53 directed edges for degree: 3"
Size expected(const std::string& name) {
  const auto line = words_of("reference/graph-" + name + ".out").at(0);
  return {std::stod(line.at(2)), std::stod(line.at(5))};
}

}  // namespace

TEST_CASE("GAPBS: every format holds the same simple graph, of the size that they print",
          "[peers][gapbs]") {
  const std::vector<std::pair<std::string, Arcs>> graphs{
      {"4.el", by_line("graphs/4.el", 0, 2, 0)},     {"4.wel", by_line("graphs/4.wel", 0, 3, 0)},
      {"4.gr", by_line("graphs/4.gr", 1, 4, 1)},     {"4.mtx", by_line("graphs/4.mtx", 0, 2, 1)},
      {"4w.mtx", by_line("graphs/4w.mtx", 0, 3, 1)}, {"4.graph", by_row("graphs/4.graph", 1)},
      {"4w.graph", by_row("graphs/4w.graph", 2)}};
  std::set<std::string> digests;
  for (const auto& [name, arcs] : graphs) {
    INFO(name);
    const View view = graph(14, arcs, true);
    const auto size = run_analysis("density", view);
    CHECK(view.vertex_count() == expected(name).nodes);
    CHECK(column(size, "edges").at(0) == expected(name).edges);
    digests.insert(simple(view).digest());
  }
  CHECK(digests.size() == 1);
}

TEST_CASE("GAPBS: what reads the simple version does not see loops and parallel edges",
          "[peers][gapbs]") {
  for (const bool directed : {true, false}) {
    const View raw = graph(14, by_line("graphs/4.el", 0, 2, 0), directed);
    const View clean = simple(raw);
    CHECK(raw.edge_count() > clean.edge_count());
    for (const char* id : {"betweenness", "closeness", "harmonic", "eccentricity", "core-number",
                           "clustering", "triangles", "components", "effective-size"}) {
      INFO(id);
      std::string name(id);
      for (char& letter : name) letter = letter == '-' ? '_' : letter;
      const auto ours = column(run_analysis(id, raw), name);
      const auto theirs = column(run_analysis(id, clean), name);
      REQUIRE(ours.size() == 14);
      for (std::size_t v = 0; v < 14; ++v) {
        CHECK((ours[v] == theirs[v] || (std::isnan(ours[v]) && std::isnan(theirs[v]))));
      }
    }
  }
}
