// SPDX-License-Identifier: Apache-2.0
// What readers of GraphML and GEXF take beside the graph that they hand over: they stream, so it is
// less than 50 MB, however large the file.
#include <malloc.h>

#include <catch2/catch_test_macros.hpp>
#include <fstream>
#include <optional>
#include <string>

#include "engine/base/random.hpp"
#include "engine/io/read_graph.hpp"
#include "tests/support/temporary_folder.hpp"

using namespace entente;
using test::TemporaryFolder;

namespace {

constexpr std::uint32_t nodes = 100'000, edges = 1'000'000;
constexpr double limit = 50;

// In MB, as the kernel counts the pages of this process: VmRSS now, VmHWM at the most.
double pages(const std::string& name) {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with(name + ':')) return std::stod(line.substr(name.size() + 1)) / 1024;
  }
  return 0;
}

// In MB, what is allocated and not yet freed.
double allocated() {
  const auto info = mallinfo2();
  return double(info.uordblks + info.hblkhd) / (1024 * 1024);
}

struct Memory {
  double graph = 0, beside_it = 0;
};

// None where the kernel does not let the peak be forgotten.
std::optional<Memory> memory_of_reading(const std::string& file) {
  mallopt(M_MMAP_THRESHOLD, 128 * 1024);  // whatever other tests freed: large blocks have own pages
  malloc_trim(0);
  if (!(std::ofstream("/proc/self/clear_refs") << 5).flush()) return std::nullopt;
  const double pages_before = pages("VmRSS"), allocated_before = allocated();
  const auto graph = io::read_graph(file);
  REQUIRE(graph);
  REQUIRE(graph->graph.source.size() == edges);
  Memory memory{.graph = allocated() - allocated_before};
  memory.beside_it = pages("VmHWM") - pages_before - memory.graph;
  return memory;
}

std::string random_end(Rng& rng) { return "\"n" + std::to_string(rng.below(nodes)) + '"'; }

void check_reading(const std::string& file) {
  const auto memory = memory_of_reading(file);
  if (!memory) SKIP("/proc/self/clear_refs cannot be written");
  INFO("the graph has " << memory->graph << " MB");
  CHECK(memory->graph > 8);  // two ends of four bytes each
  CHECK(memory->beside_it < limit);
}

}  // namespace

TEST_CASE("a million plain edges are read in 50 MB beside the graph", "[.slow][io][memory]") {
  const TemporaryFolder folder;
  Rng rng(2);
  {
    std::ofstream graphml(folder.file("g.graphml")), gexf(folder.file("g.gexf"));
    graphml << "<graphml><graph edgedefault=\"undirected\">\n";
    gexf << "<gexf><graph defaultedgetype=\"undirected\"><nodes>\n";
    for (std::uint32_t v = 0; v < nodes; ++v) {
      graphml << "<node id=\"n" << v << "\"/>\n";
      gexf << "<node id=\"n" << v << "\"/>\n";
    }
    gexf << "</nodes><edges>\n";
    for (std::uint32_t e = 0; e < edges; ++e) {
      const std::string source = random_end(rng), target = random_end(rng);
      graphml << "<edge source=" << source << " target=" << target << "/>\n";
      gexf << "<edge source=" << source << " target=" << target << "/>\n";
    }
    graphml << "</graph></graphml>\n";
    gexf << "</edges></graph></gexf>\n";
  }
  check_reading(folder.file("g.graphml"));
  check_reading(folder.file("g.gexf"));
}

TEST_CASE("a million edges with five attributes are read in 50 MB beside the graph",
          "[.slow][io][memory]") {
  const TemporaryFolder folder;
  Rng rng(2);
  {
    std::ofstream graphml(folder.file("g.graphml"));
    graphml << "<graphml>\n";
    const char* types[] = {"int", "double", "string", "boolean", "long"};
    for (const char* type : types) {
      graphml << "<key id=\"" << type << "\" for=\"edge\" attr.name=\"a " << type
              << "\" attr.type=\"" << type << "\"/>\n";
    }
    graphml << "<graph edgedefault=\"undirected\">\n";
    for (std::uint32_t v = 0; v < nodes; ++v) graphml << "<node id=\"n" << v << "\"/>\n";
    for (std::uint32_t e = 0; e < edges; ++e) {
      graphml << "<edge source=" << random_end(rng) << " target=" << random_end(rng)
              << "><data key=\"int\">" << 1946 + rng.below(80) << "</data><data key=\"double\">"
              << rng.uniform() << "</data><data key=\"string\">list " << rng.below(5000)
              << "</data><data key=\"boolean\">" << (rng.below(2) == 0 ? "true" : "false")
              << "</data><data key=\"long\">" << rng.below(std::uint64_t{1} << 40)
              << "</data></edge>\n";
    }
    graphml << "</graph></graphml>\n";
  }
  check_reading(folder.file("g.graphml"));
}
