// SPDX-License-Identifier: Apache-2.0
// The table "nodes" that most measures answer with: the column `node` and one or more values.
#pragma once

#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "engine/analysis/result.hpp"

namespace entente {

inline Table node_table(const View& view, std::string caption, std::vector<Column> values) {
  std::vector<Vertex> nodes(view.vertex_count());
  std::iota(nodes.begin(), nodes.end(), 0U);
  Table table{"nodes", std::move(caption), {{"node", "", "key of the node", std::move(nodes)}}};
  for (Column& column : values) table.columns.push_back(std::move(column));
  return table;
}

}  // namespace entente
