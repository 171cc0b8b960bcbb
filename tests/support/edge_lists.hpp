// SPDX-License-Identifier: Apache-2.0
// Graphs as lists of edges, and what the tests of properties do to them: the labels stay with the
// nodes, whatever becomes of keys and positions. Nodes have a property `group`.
#pragma once

#include <cstdint>

#include "engine/graph/view.hpp"

namespace entente::test {

struct RandomEdges {
  std::uint32_t nodes = 0, edges = 0;
  bool directed = false;
  WeightRole role = WeightRole::ignore;  // weights are multiples of 1/8 from 1/8 to 3
  std::uint32_t blocks = 1;              // above 1: five edges of six join nodes of one block
};
// Loops and parallels may be among them.
EdgeList random_edges(const RandomEdges& graph, std::uint64_t seed);

struct RandomCells {
  std::uint32_t actors = 0, items = 0;
  double density = 0.3;
  WeightRole role = WeightRole::ignore;
  std::uint32_t blocks = 1;  // above 1: outside of its block a cell is taken ten times less often
};
EdgeList random_cells(const RandomCells& table, std::uint64_t seed);

// The nodes change their places, and all the places that name them.
EdgeList renamed(const EdgeList& list, std::uint64_t seed);
// The edges change theirs; undirected ones of a one-mode graph may be told from the other end.
EdgeList reordered(const EdgeList& list, std::uint64_t seed);
EdgeList reversed(EdgeList list);
// Actors become items, and items actors.
EdgeList transposed(EdgeList list);
enum class Place { first, last };
EdgeList with_isolated_node(const EdgeList& list, Place place, bool item);
// The labels of the second copy begin with "copy ".
EdgeList twice(const EdgeList& list);
EdgeList scaled(EdgeList list, double factor);

}  // namespace entente::test
