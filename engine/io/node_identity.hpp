// SPDX-License-Identifier: Apache-2.0
// Whose id is an attribute: some writers number the nodes and keep the real id beside.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/property_graph.hpp"

namespace entente::io {

// The attribute in which our own writers keep an id that a format does not allow.
inline constexpr std::string_view original_id = "original_id";

// Makes the values of the node attribute the ids of the nodes; where it is absent the id stays.
// False, and nothing changes, if there is no such attribute or the ids would not be unique.
bool take_node_ids_from(PropertyGraph& graph, std::string_view attribute);

// The same with texts that lie elsewhere, one for each node and none of them empty.
bool take_node_ids(PropertyGraph& graph, const std::vector<std::string>& texts);

// The same for edges, which may also be without an id.
bool take_edge_ids_from(PropertyGraph& graph, std::string_view attribute);

}  // namespace entente::io
