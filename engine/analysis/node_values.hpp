// SPDX-License-Identifier: Apache-2.0
// A value for each node from a file (node,value).
#pragma once

#include <limits>
#include <vector>

#include "engine/base/expected.hpp"
#include "engine/base/value.hpp"
#include "engine/graph/view.hpp"

namespace entente {

struct NodeValueRange {
  double low = std::numeric_limits<double>::lowest();
};

// By vertex; nodes that are not listed get 0. Codes G103 (no such node), G104 (two values), G105
// (not a finite number of the range).
Expected<std::vector<double>> node_values(const View& view, const NodeTable& table,
                                          const NodeValueRange& range = {});

}  // namespace entente
