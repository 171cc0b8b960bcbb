// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/partition_file.hpp"

#include <map>

#include "engine/graph/split_signs.hpp"

namespace entente {

Expected<std::vector<std::string>> partition_texts(const View& view, std::uint32_t count,
                                                   const NodeTable& table) {
  std::vector<std::string> texts(view.vertex_count());
  std::vector<std::uint8_t> named(view.vertex_count(), 0);
  Diagnostics problems;
  std::uint32_t line = 1;
  for (const auto& [key, group] : table.rows) {
    const Position where{table.file, ++line, 0};
    const auto vertices = vertices_named(view, key);
    if (vertices.empty()) {
      problems.push_back(error("G121", "'" + key + "' is not a node of the graph", "", where));
    }
    for (const Vertex v : vertices) {
      if (named[v] != 0) {
        problems.push_back(
            error("G122", "'" + view.key(v) + "' has two groups", "keep one", where));
      }
      named[v] = 1;
      texts[v] = group;
    }
  }
  std::size_t missing = 0;
  std::string first;
  for (Vertex v = 0; v < count; ++v) {
    if (named[v] == 0 && missing++ == 0) first = view.key(v);
  }
  if (missing > 0) {
    problems.push_back(error("G123",
                             std::to_string(missing) +
                                 (missing == 1 ? " node has" : " nodes have") + " no group, '" +
                                 first + "' is the first",
                             "give each node a group, its own if need be", {table.file, 0, 0}));
  }
  if (!problems.empty()) return problems;
  return texts;
}

Expected<std::vector<std::uint32_t>> read_partition(const View& view, const FileTable& table) {
  if (!table) {
    return error("P105", "parameter 'partition' is not given",
                 "name a file with --partition (node,group)");
  }
  const auto texts = partition_texts(view, view.vertex_count(), *table);
  if (!texts) return texts.error();
  std::map<std::string, std::uint32_t> number;
  std::vector<std::uint32_t> groups;
  for (const std::string& group : *texts) {
    groups.push_back(
        number.emplace(group, static_cast<std::uint32_t>(number.size())).first->second);
  }
  return groups;
}

}  // namespace entente
