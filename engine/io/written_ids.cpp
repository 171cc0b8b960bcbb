// SPDX-License-Identifier: Apache-2.0
#include "engine/io/written_ids.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "engine/base/number_text.hpp"
#include "engine/io/edge_order.hpp"
#include "engine/io/node_identity.hpp"
#include "engine/io/portable_id.hpp"

namespace entente::io {
namespace {

// The originals of the ids that changed, as a column.
Attribute originals(const std::vector<std::string>& before, const std::vector<std::string>& after,
                    ExportReport& report) {
  std::vector<std::string> texts(after.size());
  std::vector<std::uint8_t> present(after.size(), 0);
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (before[i] == after[i] || before[i].empty()) continue;
    texts[i] = before[i];
    present[i] = 1;
    ++report.changed_ids;
  }
  return {
      .name = std::string(original_id), .values = std::move(texts), .present = std::move(present)};
}

// Whether each is portable and stands once. `order`: by id.
bool may_stay(const std::vector<std::string>& ids, const std::vector<std::uint32_t>& order) {
  const auto twice =
      std::adjacent_find(order.begin(), order.end(),
                         [&](std::uint32_t a, std::uint32_t b) { return ids[a] == ids[b]; });
  return twice == order.end() && std::all_of(ids.begin(), ids.end(), is_portable_id);
}

}  // namespace

void WrittenIds::append_edge_id(std::string& out, const PropertyGraph& graph,
                                std::size_t place) const {
  const auto& ids = edge.empty() ? graph.edge_ids : edge;
  if (!ids.empty()) {
    out += ids[edge_order[place]];
    return;
  }
  out += 'e';
  append_number(out, static_cast<std::int64_t>(place) + 1);
}

WrittenIds written_ids(const PropertyGraph& graph, ExportReport& report) {
  WrittenIds ids;
  ids.node = portable_ids(graph.node_ids, 'n');
  ids.node_order = order_by_id(ids.node);
  ids.original_nodes = originals(graph.node_ids, ids.node, report);
  if (graph.edge_ids.empty()) {
    ids.edge_order = order_by_ends(graph, ids.node_order);
    return ids;
  }
  ids.edge_order = order_by_id(graph.edge_ids);
  if (may_stay(graph.edge_ids, ids.edge_order)) return ids;  // as mostly: a copy would be large
  ids.edge = portable_ids(graph.edge_ids, 'e');
  ids.edge_order = order_by_id(ids.edge);
  ids.original_edges = originals(graph.edge_ids, ids.edge, report);
  return ids;
}

std::vector<std::string> unique_ids(const std::vector<std::string>& ids, ExportReport& report) {
  std::vector<std::string> unique = ids;
  std::unordered_set<std::string> taken(ids.begin(), ids.end());
  std::unordered_map<std::string_view, std::uint64_t> next;  // number to try, by id
  for (std::size_t e = 0; e < ids.size(); ++e) {
    if (ids[e].empty()) continue;
    const auto [number, is_first] = next.try_emplace(ids[e], 2);
    if (is_first) continue;
    do {
      unique[e] = ids[e] + '_' + std::to_string(number->second++);
    } while (!taken.insert(unique[e]).second);
    ++report.repeated_ids;
  }
  return unique;
}

std::vector<const Attribute*> with_originals(const Attribute& originals,
                                             const std::vector<Attribute>& attributes) {
  std::vector<const Attribute*> columns;
  const auto& changed = originals.present;
  if (std::find(changed.begin(), changed.end(), 1) != changed.end()) columns.push_back(&originals);
  for (const Attribute& attribute : attributes) columns.push_back(&attribute);
  return columns;
}

}  // namespace entente::io
