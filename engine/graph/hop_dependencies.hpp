// SPDX-License-Identifier: Apache-2.0
// Dependencies (see dependencies.hpp) of eight sources at once, where paths are counted in hops:
// eight reals, one cache line, for each vertex, so that an arc is followed once for all of them.
//
// Levels go forward as in a breadth-first search, with a bit for each source that has just reached
// a vertex, and backward over the lists of those. Path counts are doubles; where they come near to
// overflow, from() gives up and the caller asks dependencies.hpp instead.
// Cost: as many arc visits as one search where the levels overlap; 260 bytes a vertex.
// Method: Brandes (2001), doi:10.1080/0022250X.2001.9990249.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "engine/graph/hop_graph.hpp"

namespace entente {

class HopDependencies {
 public:
  static constexpr std::uint32_t lanes = 8;

  explicit HopDependencies(const HopGraph& graph);

  // Adds the dependencies of the sources [begin, end), at most eight, to sum; a source's own is
  // left out. False, and sum is untouched, where there are too many paths for a double.
  bool add_from(Vertex begin, Vertex end, std::vector<double>& sum);
  // The same by arc of the graph: the shares of shortest paths that take it, over all targets.
  bool add_arcs_from(Vertex begin, Vertex end, std::vector<double>& arc_sum);

 private:
  struct alignas(64) Lanes {
    std::array<double, lanes> at{};
  };
  struct Entry {
    Vertex vertex;
    std::uint8_t mask;  // the sources that reached it in this level
  };
  bool forward(Vertex begin, Vertex end);
  void push(std::size_t first);
  void pull(std::uint8_t everyone);
  bool advance(std::size_t first);
  void backward(std::vector<double>* arc_sum);
  void add_arcs(std::size_t level, std::vector<double>& arc_sum) const;
  void clear();

  const HopGraph* graph_;
  std::vector<std::uint8_t> seen_, mask_, arriving_;  // by vertex
  std::vector<Lanes> sigma_, fresh_, incoming_, delta_;
  std::vector<Entry> entries_;      // of all levels
  std::vector<std::size_t> level_;  // where each level begins in entries_, and the end
  std::vector<Vertex> reached_, touched_;
};

}  // namespace entente
