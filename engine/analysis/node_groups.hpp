// SPDX-License-Identifier: Apache-2.0
// To which group each node belongs, for analyses of groups that the data or the user name:
// `--partition FILE`, else the property that `--attribute` names, else `group`, else `kind`.
#pragma once

#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

#include "engine/analysis/options.hpp"
#include "engine/base/expected.hpp"
#include "engine/graph/grouping.hpp"

namespace entente {

// An Options struct of an analysis derives from this one and adds fields<Options>() to its own.
struct GroupOptions {
  FileTable partition;
  std::string attribute;
  template <class Options>
  static auto fields() {
    return std::tuple{
        file<Options>("partition", &Options::partition, "node,group", "the group of every node"),
        entente::attribute<Options>(
            "attribute", &Options::attribute,
            "the property of the nodes that says their group: kind, country, ... (default: "
            "group where the nodes have one, else kind)")};
  }
};

struct NodeGroups {
  std::string origin;                // "partition", or the name of the property
  std::vector<std::uint32_t> group;  // by node, a position in names or no_group
  std::vector<std::string> names;    // of the groups that occur, ascending
  std::size_t without = 0;           // nodes without a group
};

// The first `count` nodes of the View (its actors, or all of them) decide and are counted; the
// others have no group. Codes G121 to G125 and P106.
Expected<NodeGroups> node_groups(const View& view, std::uint32_t count,
                                 const GroupOptions& options);

}  // namespace entente
