// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/partition_file.hpp"

#include <map>

namespace entente {

Expected<std::vector<std::uint32_t>> read_partition(const View& view, const FileTable& table) {
  if (!table) {
    return error("G120", "no partition is given", "name a file with --partition (node,group)");
  }
  std::vector<std::string> name(view.vertex_count());
  std::vector<std::uint8_t> named(view.vertex_count(), 0);
  Diagnostics problems;
  std::uint32_t line = 1;
  for (const auto& [key, group] : table->rows) {
    const Position where{table->file, ++line, 0};
    const auto v = view.find(key);
    if (!v) {
      problems.push_back(error("G121", "'" + key + "' is not a node of the graph", "", where));
      continue;
    }
    if (named[*v] != 0) {
      problems.push_back(error("G122", "'" + key + "' has two groups", "keep one", where));
    }
    named[*v] = 1;
    name[*v] = group;
  }
  std::size_t missing = 0;
  std::string first;
  for (Vertex v = 0; v < view.vertex_count(); ++v) {
    if (named[v] == 0 && missing++ == 0) first = view.key(v);
  }
  if (missing > 0) {
    problems.push_back(error(
        "G123", std::to_string(missing) + " nodes have no group, '" + first + "' is the first",
        "give each node a group, its own if need be", {table->file, 0, 0}));
  }
  if (!problems.empty()) return problems;
  std::map<std::string, std::uint32_t> number;
  std::vector<std::uint32_t> groups;
  for (const std::string& group : name) {
    groups.push_back(
        number.emplace(group, static_cast<std::uint32_t>(number.size())).first->second);
  }
  return groups;
}

}  // namespace entente
