// SPDX-License-Identifier: Apache-2.0
// The validation cases of LDBC Graphalytics (tests/data/graphalytics/README.md): their inputs, and
// their answers where a method or a kernel gives them.
#include <catch2/catch_test_macros.hpp>
#include <cmath>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>

#include "engine/graph/traverse.hpp"
#include "tests/support/graphs.hpp"

using namespace entente;
using namespace entente::test;

namespace {

std::ifstream open(const std::string& name) {
  std::ifstream file(ENTENTE_SOURCE_DIR "/tests/data/graphalytics/" + name);
  if (!file) throw std::runtime_error("cannot read " + name);
  return file;
}

class Reader {
 public:
  explicit Reader(bool directed) { list_.directed = directed; }
  Vertex at(const std::string& key) {
    const auto [place, added] = vertex_.emplace(key, static_cast<Vertex>(list_.keys.size()));
    if (added) list_.keys.push_back(key);
    return place->second;
  }
  void add(const std::string& from, const std::string& to) {
    list_.source.push_back(at(from));
    list_.target.push_back(at(to));
  }
  void add(const std::string& from, const std::string& to, double length) {
    add(from, to);
    list_.weight.push_back(length);
    list_.weight_role = WeightRole::distance;
  }
  View view() && { return View(std::move(list_)); }

 private:
  EdgeList list_;
  std::map<std::string, Vertex> vertex_;
};

// "v n1 n2 ...": the ends of the edges from v; an undirected edge stands in both of its lines.
View adjacency(const std::string& name, bool directed) {
  auto file = open(name);
  Reader reader(directed);
  std::set<std::pair<std::string, std::string>> seen;
  for (std::string line; std::getline(file, line);) {
    std::istringstream words(line);
    std::string from, to;
    if (words >> from) reader.at(from);
    while (words >> to) {
      if (!directed && !seen.insert(std::minmax(from, to)).second) continue;
      reader.add(from, to);
    }
  }
  return std::move(reader).view();
}

// "u v length" by line, and the vertices by themselves.
View lengths(const std::string& name, bool directed) {
  Reader reader(directed);
  auto vertices = open(name + ".v"), edges = open(name + ".e");
  for (std::string key; vertices >> key;) reader.at(key);
  std::string from, to;
  for (double length = 0; edges >> from >> to >> length;) reader.add(from, to, length);
  return std::move(reader).view();
}

// "v value" by line, in the order of the View. What cannot be reached is infinite: it is written as
// the largest whole number of 64 bits, or as a word.
std::vector<double> answers(const std::string& name, const View& view) {
  auto file = open(name);
  std::vector<double> values(view.vertex_count(), std::nan(""));
  std::string key, text;
  std::size_t count = 0;
  for (; file >> key >> text; ++count) {
    const bool far = text == "9223372036854775807" || text == "Infinity" || text == "infinity";
    values[view.find(key).value()] = far ? Search::unreached : std::stod(text);
  }
  REQUIRE(count == view.vertex_count());
  return values;
}

std::vector<double> distances(const View& view, const std::string& source) {
  const PathGraph paths(view, PathDirection::along);
  Search search(paths);
  search.from(view.find(source).value());
  std::vector<double> distance;
  for (Vertex v = 0; v < view.vertex_count(); ++v) distance.push_back(search.distance(v));
  return distance;
}

void check_distances(const View& view, const std::string& source, const std::string& expected) {
  INFO(expected);
  const auto ours = distances(view, source), theirs = answers(expected, view);
  for (std::size_t v = 0; v < ours.size(); ++v) {
    CHECK((ours[v] == theirs[v] || std::abs(ours[v] - theirs[v]) < 1e-12));
  }
}

// Exactly that many steps; they compute in single precision.
void check_pagerank(const View& view, std::int64_t steps, const std::string& expected) {
  INFO(expected);
  const auto ours = column(
      run_analysis("pagerank", view, {{"max_steps", steps}, {"tolerance", 1e-15}}), "pagerank");
  const auto theirs = answers(expected, view);
  for (std::size_t v = 0; v < ours.size(); ++v) {
    CHECK(std::abs(ours[v] - theirs[v]) <= 1e-4 * theirs[v]);
  }
}

void check_components(const View& view, const std::string& expected) {
  INFO(expected);
  const auto ours = column(run_analysis("components", view), "components");
  const auto theirs = answers(expected, view);
  for (std::size_t u = 0; u < ours.size(); ++u) {
    for (std::size_t v = 0; v < ours.size(); ++v) {
      CHECK((ours[u] == ours[v]) == (theirs[u] == theirs[v]));
    }
  }
}

void check_clustering(const View& view, const std::string& expected) {
  INFO(expected);
  CHECK(max_gap(column(run_analysis("clustering", view), "clustering"), answers(expected, view)) <
        1e-11);  // they print twelve places
}

// Labels are ids.
void check_labels(const View& view, std::int64_t rounds, const std::string& expected) {
  INFO(expected);
  std::vector<double> ours;
  for (const double v :
       column(run_analysis("label-propagation", view, {{"iterations", rounds}}), "label")) {
    ours.push_back(std::stod(view.key(static_cast<Vertex>(v))));
  }
  CHECK(ours == answers(expected, view));
}

}  // namespace

TEST_CASE("Graphalytics: hops from a source", "[peers][graphalytics]") {
  check_distances(adjacency("bfs/dir-input", true), "1", "bfs/dir-output");
  check_distances(adjacency("bfs/undir-input", false), "1", "bfs/undir-output");
  check_distances(adjacency("example/example-directed-input", true), "1",
                  "example/example-directed-BFS");
  check_distances(adjacency("example/example-undirected-input", false), "2",
                  "example/example-undirected-BFS");
}

TEST_CASE("Graphalytics: lengths of shortest paths from a source", "[peers][graphalytics]") {
  check_distances(lengths("sssp/dir-input", true), "1", "sssp/dir-output");
  check_distances(lengths("sssp/undir-input", false), "1", "sssp/undir-output");
  check_distances(lengths("example/example-directed", true), "1", "example/example-directed-SSSP");
  check_distances(lengths("example/example-undirected", false), "2",
                  "example/example-undirected-SSSP");
}

TEST_CASE("Graphalytics: PageRank after so many steps", "[peers][graphalytics]") {
  check_pagerank(adjacency("pr/dir-input", true), 14, "pr/dir-output");
  check_pagerank(adjacency("pr/undir-input", false), 26, "pr/undir-output");
  check_pagerank(adjacency("example/example-directed-input", true), 2,
                 "example/example-directed-PR");
  check_pagerank(adjacency("example/example-undirected-input", false), 2,
                 "example/example-undirected-PR");
}

TEST_CASE("Graphalytics: weak components", "[peers][graphalytics]") {
  check_components(adjacency("wcc/dir-input", true), "wcc/dir-output");
  check_components(adjacency("wcc/undir-input", false), "wcc/undir-output");
  check_components(adjacency("example/example-directed-input", true),
                   "example/example-directed-WCC");
  check_components(adjacency("example/example-undirected-input", false),
                   "example/example-undirected-WCC");
}

TEST_CASE("Graphalytics: clustering of undirected graphs", "[peers][graphalytics]") {
  check_clustering(adjacency("lcc/undir-input", false), "lcc/undir-output");
  check_clustering(adjacency("example/example-undirected-input", false),
                   "example/example-undirected-LCC");
}

TEST_CASE("Graphalytics: labels after so many rounds", "[peers][graphalytics]") {
  check_labels(adjacency("cdlp/dir-input", true), 5, "cdlp/dir-output");
  check_labels(adjacency("cdlp/undir-input", false), 5, "cdlp/undir-output");
  check_labels(adjacency("example/example-directed-input", true), 2,
               "example/example-directed-CDLP");
  check_labels(adjacency("example/example-undirected-input", false), 2,
               "example/example-undirected-CDLP");
}
