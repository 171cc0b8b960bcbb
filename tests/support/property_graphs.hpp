// SPDX-License-Identifier: Apache-2.0
// Graphs with attributes of every type, made up from a number, and what tells two graphs apart.
#pragma once

#include <cstdint>
#include <string>

#include "engine/model/property_graph.hpp"

namespace entente::test {

struct MadeUp {
  bool directed = false;
  bool attributes = true;  // of every type, on nodes and edges; else only relation and weight
  bool drawn = false;      // places, sizes and colours; edges have colours
  bool timed = false;      // begin, end and, of some, several spells
  bool facts = false;      // about the graph: creator, keywords, description and day
  bool signs = false;      // of edges: for, against or neither
  bool modes = false;      // of nodes: actor or item, one of each at least
  bool edge_ids = true;
  bool parallels = true;
};

// Ids, names and texts are such that every XML format can hold them.
PropertyGraph made_up_graph(std::uint32_t seed, const MadeUp& what);

// As a format that knows texts alone has it: no types, and no lists.
void make_text(Attribute& attribute);
void make_texts(std::vector<Attribute>& attributes);

// Texts that break writers and readers: markup, scripts, blanks, words that mean something to some.
const std::vector<std::string>& hostile_texts();

// What differs, whatever the order of nodes, edges and attributes; "" if nothing does. Nodes are
// known by their ids, edges by theirs or, without them, by their ends and values.
std::string difference(const PropertyGraph& found, const PropertyGraph& expected);

}  // namespace entente::test
