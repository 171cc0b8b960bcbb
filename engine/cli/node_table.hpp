// SPDX-License-Identifier: Apache-2.0
// A parameter that is a file: two columns, of which the first names nodes.
#pragma once

#include <memory>
#include <stop_token>
#include <string>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/base/value.hpp"
#include "engine/graph/view.hpp"

namespace entente::cli {

struct PositionedTable {
  std::shared_ptr<const NodeTable> table;
  std::vector<std::uint32_t> lines;  // by row
};

// `columns` is what the header has to be: "node,group". A requested stop throws Stopped.
Expected<PositionedTable> read_node_table(const std::string& path, const std::string& columns,
                                          const std::stop_token& stop);

// Every row whose node the graph does not have.
Diagnostics unknown_nodes(const PositionedTable& table, const View& view);

}  // namespace entente::cli
