// SPDX-License-Identifier: Apache-2.0
#include "engine/io/write_incidence.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "engine/base/number_text.hpp"
#include "engine/io/csv_field.hpp"
#include "engine/io/edge_order.hpp"
#include "engine/io/read_incidence.hpp"

namespace entente::io {
namespace {

constexpr std::uint32_t no_column = 0xffffffff;

// By node, whether it is an item; nothing where the nodes have no mode.
std::optional<std::vector<bool>> items_of(const PropertyGraph& graph) {
  const Attribute* mode = if_stated(graph.node_attribute("mode"));
  const Attribute* bipartite = if_stated(graph.node_attribute("bipartite"));
  if (mode == nullptr && bipartite == nullptr) return std::nullopt;
  std::vector<bool> items;
  for (std::size_t v = 0; v < graph.node_ids.size(); ++v)
    items.push_back(mode != nullptr ? mode->text(v) == "item" : bipartite->number(v) == 1.0);
  return items;
}

struct Cell {
  std::uint32_t column;
  double value;
};

// By column, each once, with the sum of its values. Gives how many there were too many.
std::size_t merge_cells(std::vector<Cell>& row) {
  std::stable_sort(row.begin(), row.end(),
                   [](const Cell& a, const Cell& b) { return a.column < b.column; });
  std::vector<Cell> merged;
  for (const Cell& cell : row) {
    if (!merged.empty() && merged.back().column == cell.column)
      merged.back().value += cell.value;
    else
      merged.push_back(cell);
  }
  const std::size_t repeated = row.size() - merged.size();
  row = std::move(merged);
  return repeated;
}

}  // namespace

Expected<ExportReport> write_incidence(const PropertyGraph& graph, const Sink& sink) {
  const auto is_item = items_of(graph);
  if (!is_item) {
    return error("E102", "the graph has one mode, and an incidence matrix joins actors to items",
                 "give the nodes a mode (actor or item); of a data set, --view two-mode has one");
  }
  const auto order = order_by_id(graph.node_ids);
  std::vector<std::uint32_t> column(order.size(), no_column);
  ExportReport report{.nodes = graph.node_ids.size(), .edges = graph.source.size()};
  std::string names;  // of the items
  std::uint32_t columns = 0;
  for (const std::uint32_t v : order) {
    if (!(*is_item)[v]) continue;
    column[v] = columns++;
    names += ',';
    append_csv_field(names, graph.node_ids[v]);
  }
  const Attribute* weight = graph.edge_attribute("weight");
  const Attribute* sign = graph.edge_attribute("sign");
  std::vector<std::vector<Cell>> rows(order.size());
  bool abstains = false;
  std::size_t repeated = 0, cells = 0;
  for (std::size_t e = 0; e < graph.source.size(); ++e) {
    std::uint32_t actor = graph.source[e], item = graph.target[e];
    if ((*is_item)[actor]) std::swap(actor, item);
    if ((*is_item)[actor] || !(*is_item)[item]) {
      return error("E102",
                   "the edge '" + graph.node_ids[graph.source[e]] + "' - '" +
                       graph.node_ids[graph.target[e]] + "' joins two nodes of one mode",
                   "an incidence matrix joins actors to items");
    }
    double value = weight == nullptr ? 1 : weight->number(e).value_or(1);
    if (!std::isfinite(value)) {
      ++report.omitted_numbers;
      value = 1;
    }
    const auto direction = sign == nullptr ? std::nullopt : sign->number(e);
    if (direction) value *= *direction;
    abstains = abstains || direction == 0.0;
    rows[actor].push_back({column[item], value});
  }
  for (auto& row : rows) {
    repeated += merge_cells(row);
    cells += row.size();
  }
  const bool complete = cells == (order.size() - columns) * columns;
  const std::string_view nothing = abstains ? "" : "0";
  std::string out(abstains && complete ? zero_abstains : "");
  out += names + '\n';
  for (const std::uint32_t v : order) {
    if ((*is_item)[v]) continue;
    const auto& row = rows[v];
    append_csv_field(out, graph.node_ids[v]);
    auto next = row.begin();
    for (std::uint32_t c = 0; c < columns; ++c) {
      out += ',';
      if (next != row.end() && next->column == c)
        append_number(out, (next++)->value);
      else
        out += nothing;
    }
    out += '\n';
    if (out.size() >= sink_piece) {
      sink(out);
      out.clear();
    }
  }
  sink(out);
  if (abstains) {
    report.remarks.push_back(
        note("E231", "a blank cell says nothing, and 0 is an abstention", "R reads a blank as NA"));
  }
  if (repeated > 0) {
    report.remarks.push_back(
        note("E232", std::to_string(repeated) + " edges repeat a cell; their values were added"));
  }
  report.remarks.push_back(
      note("E233", "a matrix has no place for attributes, titles and ids of edges"));
  return report;
}

}  // namespace entente::io
