// SPDX-License-Identifier: Apache-2.0
// Under which ids a graph is written so that every reader keeps them, and in which order.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "engine/io/export_report.hpp"
#include "engine/model/property_graph.hpp"

namespace entente::io {

struct WrittenIds {
  std::vector<std::string> node;  // by position
  std::vector<std::string> edge;  // empty: as they are in the graph, or by number
  std::vector<std::uint32_t> node_order, edge_order;  // by id; edges without ids by their ends
  Attribute original_nodes, original_edges;           // what the changed ones were

  // Of the edge at that place of edge_order. Ids need no escapes in any format.
  void append_edge_id(std::string& out, const PropertyGraph& graph, std::size_t place) const;
};

// Counts the ids that change.
WrittenIds written_ids(const PropertyGraph& graph, ExportReport& report);

// Each id as it is; where one stands again, with a number behind it. Counts those. The blank stay.
std::vector<std::string> unique_ids(const std::vector<std::string>& ids, ExportReport& report);

// The original ids, where there are any, then the attributes.
std::vector<const Attribute*> with_originals(const Attribute& originals,
                                             const std::vector<Attribute>& attributes);

}  // namespace entente::io
