// SPDX-License-Identifier: Apache-2.0
// What a parameter can be.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace entente {

// A two-column table that a parameter names by its file: (node, group) or (node, value).
struct NodeTable {
  std::string file;
  std::vector<std::pair<std::string, std::string>> rows;
};

using Value =
    std::variant<bool, std::int64_t, double, std::string, std::shared_ptr<const NodeTable>>;
using Params = std::map<std::string, Value, std::less<>>;

}  // namespace entente
