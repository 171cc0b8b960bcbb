// SPDX-License-Identifier: Apache-2.0
// The groups of a View's nodes as a `--partition` file (node,group) gives them.
//
// Where a signed file was split into yes and no items, both the id of a roll call in the file,
// which stands for its two items, and the keys of these are known.
#pragma once

#include <string>
#include <vector>

#include "engine/analysis/options.hpp"
#include "engine/base/expected.hpp"
#include "engine/graph/view.hpp"

namespace entente {

// By vertex: groups numbered from 0 in the order of the vertices. Every node must be named once
// (codes P105 and G121 to G123).
Expected<std::vector<std::uint32_t>> read_partition(const View& view, const FileTable& table);

// By vertex: the text of its group. Each of the first `count` nodes must be named once, the others
// may be, and have "" where they are not.
Expected<std::vector<std::string>> partition_texts(const View& view, std::uint32_t count,
                                                   const NodeTable& table);

}  // namespace entente
