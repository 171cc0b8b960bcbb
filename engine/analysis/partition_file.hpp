// SPDX-License-Identifier: Apache-2.0
// The groups of a View's nodes as a `--partition` file (node,group) gives them.
#pragma once

#include "engine/analysis/options.hpp"
#include "engine/base/expected.hpp"
#include "engine/graph/view.hpp"

namespace entente {

// By vertex: groups numbered from 0 in the order of the vertices. Every node must be named once
// (codes G120 to G123).
Expected<std::vector<std::uint32_t>> read_partition(const View& view, const FileTable& table);

}  // namespace entente
