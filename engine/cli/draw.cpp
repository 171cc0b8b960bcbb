// SPDX-License-Identifier: Apache-2.0
#include "engine/cli/draw.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "engine/analysis/registry.hpp"
#include "engine/analysis/run.hpp"
#include "engine/base/assert.hpp"
#include "engine/base/number_text.hpp"
#include "engine/base/palette.hpp"
#include "engine/projection/file_view.hpp"

namespace entente::cli {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

constexpr std::array drawn{"x", "y", "z", "size", "r", "g", "b", "color"};
constexpr double room = 10;  // scaling of the forces: nodes of these sizes stand apart
constexpr std::array channels{"r", "g", "b"};

Expected<Result> answer(std::string_view method, const View& view, const Params& params,
                        const Context& context) {
  const Analysis* analysis = find_analysis(method);
  ENTENTE_ASSERT(analysis != nullptr);
  return run(*analysis, view, params, context);
}

const Column& column(const Table& table, std::string_view name) {
  const auto found = std::find_if(table.columns.begin(), table.columns.end(),
                                  [&](const Column& c) { return c.name == name; });
  ENTENTE_ASSERT(found != table.columns.end());
  return *found;
}

// Node and value of the first table, of the nodes that `view` has too: a method may have made two
// items of a roll call.
Rows values_of(const Result& result, std::string_view name, const View& view) {
  const Table& table = result.tables.front();
  const auto& nodes = std::get<std::vector<Vertex>>(column(table, "node").cells);
  const Cells& cells = column(table, name).cells;
  const auto* reals = std::get_if<std::vector<double>>(&cells);
  Rows rows;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    const std::string key(result.view.key(nodes[i]));
    const auto vertex = view.find(key);
    if (!vertex) continue;
    rows.emplace_back(key, reals != nullptr
                               ? number_text((*reals)[i])
                               : number_text(std::get<std::vector<std::int64_t>>(cells)[i]));
  }
  return rows;
}

bool is_item(const View& view, Vertex v) { return view.two_mode() && v >= view.actor_count(); }

// A column of the table as one of the file, whose nodes are these vertices.
template <class Cell>
std::vector<Cell> cells_of(const Table& table, std::string_view name,
                           const std::vector<Vertex>& vertex) {
  const auto& cells = std::get<std::vector<Cell>>(column(table, name).cells);
  std::vector<Cell> values;
  for (const Vertex v : vertex) values.push_back(cells[v]);
  return values;
}

Value file_of(const char* name, Rows rows) {
  return std::make_shared<const NodeTable>(NodeTable{.file = name, .rows = std::move(rows)});
}

// The groups as a column of texts, "" for the nodes that have none.
Attribute group_column(const PropertyGraph& graph, Rows rows) {
  std::sort(rows.begin(), rows.end());
  std::vector<std::string> texts;
  std::vector<std::uint8_t> present;
  for (const std::string& id : graph.node_ids) {
    const auto row = std::lower_bound(rows.begin(), rows.end(), std::pair(id, std::string()));
    const bool found = row != rows.end() && row->first == id;
    texts.push_back(found ? row->second : "");
    present.push_back(found ? 1 : 0);
  }
  return {.name = "group", .values = std::move(texts), .present = std::move(present)};
}

}  // namespace

Diagnostics draw(PropertyGraph& graph, const std::string& convention, const std::string& color_by,
                 const Context& context, Diagnostics& notes) {
  std::vector<std::string> columns;
  if (!color_by.empty()) columns.push_back(color_by);
  const auto seen = view_of(graph, {.columns = columns});
  if (!seen) return seen.error();
  const View& view = seen->view;
  Params params{
      {"convention", convention}, {"no_overlap", convention == "forceatlas2"}, {"scaling", room}};

  const auto degree = answer("degree", view, {}, context);
  if (!degree) return degree.error();
  params.emplace("size", file_of("degree", values_of(*degree, "degree", view)));

  std::string colors = color_by;
  std::optional<Attribute> groups;
  if (color_by.empty()) {
    colors = view.two_mode() ? "two-mode-modularity" : "leiden";
    const auto found = answer(colors, view, {}, context);
    if (!found) return found.error();
    Rows rows = values_of(*found, "group", view);
    std::erase_if(rows, [&](const auto& row) { return is_item(view, *view.find(row.first)); });
    if (graph.node_attribute("group") == nullptr) groups = group_column(graph, rows);
    for (Vertex v = 0; v < view.vertex_count(); ++v) {
      if (is_item(view, v)) rows.emplace_back(view.key(v), "items");
    }
    params.emplace("partition", file_of(colors.c_str(), std::move(rows)));
  } else {
    params.emplace("attribute", color_by);
  }

  const auto picture = answer("layout", view, params, context);
  if (!picture) return picture.error();
  const Table& table = picture->tables.front();
  std::vector<Vertex> vertex;  // of each node of the file
  for (const std::string& id : graph.node_ids) vertex.push_back(*view.find(id));
  std::erase_if(graph.node_attributes, [](const Attribute& a) {
    return std::find(drawn.begin(), drawn.end(), a.name) != drawn.end();
  });
  for (const char* name : {"x", "y", "size"})
    graph.node_attributes.push_back({name, cells_of<double>(table, name, vertex)});
  for (std::size_t k = 0; k < channels.size(); ++k) {
    auto values = cells_of<std::int64_t>(table, channels[k], vertex);
    for (std::size_t i = 0; color_by.empty() && i < values.size(); ++i) {
      if (is_item(view, vertex[i])) values[i] = item_color[k];  // the groups are of actors
    }
    graph.node_attributes.push_back({channels[k], std::move(values)});
  }
  if (groups) graph.node_attributes.push_back(*std::move(groups));
  std::erase_if(graph.facts, [](const auto& fact) { return fact.first == "picture"; });
  graph.facts.emplace_back("picture", convention + ", seed " + std::to_string(context.seed) +
                                          "; areas by degree; colours by " + colors);
  notes.insert(notes.end(), picture->notes.begin(), picture->notes.end());
  return {};
}

}  // namespace entente::cli
