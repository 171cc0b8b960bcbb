// SPDX-License-Identifier: Apache-2.0
// Every reader hears a requested stop, while the file comes and while its text is taken apart.
#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>
#include <stop_token>
#include <string>

#include "engine/base/parallel.hpp"
#include "engine/io/csv.hpp"
#include "engine/io/read_data_set.hpp"
#include "engine/io/read_edge_list.hpp"
#include "engine/io/read_gml.hpp"
#include "engine/io/read_graph.hpp"
#include "engine/io/read_node_link.hpp"
#include "engine/io/read_pajek.hpp"
#include "engine/io/read_ucinet.hpp"
#include "tests/support/gzip.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace entente;
using io::SourceText;

namespace {

std::stop_token requested() {
  std::stop_source source;
  source.request_stop();
  return source.get_token();
}

}  // namespace

TEST_CASE("a requested stop ends the reading of every kind of file", "[io][stop]") {
  const test::TemporaryFolder folder;
  const std::string ending =
      GENERATE("graphml", "gexf", "csv", "json", "net", "gml", "dl", "csv.gz", "graphml.gz");
  const std::string text = "source,target\n";
  const std::string file =
      folder.write("g." + ending, ending.ends_with(".gz") ? test::gzip(text) : text);
  CHECK_THROWS_AS(io::read_graph(file, "", requested()), Stopped);
  CHECK_THROWS_AS(io::read_hidden_cells_file(file, requested()), Stopped);
  CHECK_THROWS_AS(io::read_table(file, requested()), Stopped);
}

TEST_CASE("a requested stop ends the reading of a text that is in memory", "[io][stop]") {
  const auto stopped = [](const char* text) { return SourceText("g", text, requested()); };
  CHECK_THROWS_AS(io::read_edge_list(stopped("source,target\na,b\n")), Stopped);
  const SourceText edges("g.csv", "source,target\na,b\n"), nodes = stopped("id\na\n");
  CHECK_THROWS_AS(io::read_edge_list(edges, &nodes), Stopped);
  CHECK_THROWS_AS(io::read_gml(stopped("graph [ ]")), Stopped);
  CHECK_THROWS_AS(io::read_pajek(stopped("*Vertices 1\n")), Stopped);
  CHECK_THROWS_AS(io::read_ucinet(stopped("dl n=1 data: 0")), Stopped);
  CHECK_THROWS_AS(io::read_node_link(R"({"nodes": [], "links": []})", "g", requested()), Stopped);
}

TEST_CASE("a requested stop ends the reading of a data set", "[io][stop]") {
  CHECK_THROWS_AS(io::read_data_set(ENTENTE_SOURCE_DIR "/graph_data/cyber-norms", requested()),
                  Stopped);
}
