// SPDX-License-Identifier: Apache-2.0
#include "engine/analysis/node_groups.hpp"

#include <algorithm>

#include "engine/analysis/partition_file.hpp"

namespace entente {
namespace {

std::vector<std::string> texts_of(const View& view, const NodeColumn& column) {
  std::vector<std::string> texts;
  for (Vertex v = 0; v < view.vertex_count(); ++v) texts.push_back(column.text(v));
  return texts;
}

std::vector<std::string> kinds_of(const View& view) {
  std::vector<std::string> texts;
  for (Vertex v = 0; v < view.vertex_count(); ++v) texts.push_back(view.kind(v));
  return texts;
}

NodeGroups numbered(std::string origin, const std::vector<std::string>& texts,
                    std::uint32_t count) {
  NodeGroups result{std::move(origin), std::vector<std::uint32_t>(texts.size(), no_group), {}, 0};
  result.names.assign(texts.begin(), texts.begin() + count);
  std::sort(result.names.begin(), result.names.end());
  result.names.erase(std::unique(result.names.begin(), result.names.end()), result.names.end());
  if (!result.names.empty() && result.names.front().empty()) {
    result.names.erase(result.names.begin());
  }
  for (std::uint32_t v = 0; v < count; ++v) {
    if (texts[v].empty()) {
      ++result.without;
      continue;
    }
    const auto name = std::lower_bound(result.names.begin(), result.names.end(), texts[v]);
    result.group[v] = static_cast<std::uint32_t>(name - result.names.begin());
  }
  return result;
}

}  // namespace

Expected<NodeGroups> node_groups(const View& view, std::uint32_t count,
                                 const GroupOptions& options) {
  if (options.partition) {
    const auto texts = partition_texts(view, count, *options.partition);
    if (!texts) return texts.error();
    return numbered("partition", *texts, count);
  }
  const std::string& asked = options.attribute;
  if (const NodeColumn* column = view.column(asked.empty() ? "group" : asked)) {
    NodeGroups groups = numbered(column->name, texts_of(view, *column), count);
    if (!asked.empty() || !groups.names.empty()) return groups;
  }
  if (asked.empty() || asked == "kind") {
    NodeGroups groups = numbered("kind", kinds_of(view), count);
    if (!groups.names.empty() || count == 0) return groups;
    return error("G124", "the nodes have no groups",
                 "give them with --partition FILE (node,group), or in a column group or kind");
  }
  std::string known = "kind";
  for (const NodeColumn& column : view.columns()) known += ", " + column.name;
  return error("G125", "the nodes have no property '" + asked + "'", "known here: " + known);
}

}  // namespace entente
