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
#include "engine/base/suggest.hpp"
#include "engine/io/signed_values.hpp"
#include "engine/projection/file_view.hpp"

namespace entente::cli {
namespace {

using Rows = std::vector<std::pair<std::string, std::string>>;

constexpr std::array drawn{"x", "y", "z", "size", "r", "g", "b", "color"};
constexpr double room = 10;  // scaling of the forces: nodes of these sizes stand apart
constexpr std::array channels{"r", "g", "b"};

bool is_drawn(const Attribute& attribute) {
  return std::find(drawn.begin(), drawn.end(), attribute.name) != drawn.end();
}

bool is_item(const View& view, Vertex v) { return view.two_mode() && v >= view.actor_count(); }

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
    if (!view.find(key)) continue;
    rows.emplace_back(key, reals != nullptr
                               ? number_text((*reals)[i])
                               : number_text(std::get<std::vector<std::int64_t>>(cells)[i]));
  }
  return rows;
}

// A column of the table as one of the file, whose nodes are these vertices.
template <class Cell>
std::vector<Cell> cells_of(const Table& table, std::string_view name,
                           const std::vector<Vertex>& vertex) {
  const auto& cells = std::get<std::vector<Cell>>(column(table, name).cells);
  std::vector<Cell> values;
  for (const Vertex v : vertex) values.push_back(cells[v]);
  return values;
}

Value file_of(const std::string& name, Rows rows) {
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

class Artist {
 public:
  Artist(io::GraphFile& file, const Drawing& drawing, const Context& context)
      : file_(file), drawing_(drawing), context_(context) {}

  Diagnostics draw();

 private:
  Diagnostics look();
  Diagnostics find_groups();
  void put(const Table& table);
  void note_all(const Diagnostics& notes) {
    file_.notes.insert(file_.notes.end(), notes.begin(), notes.end());
  }

  io::GraphFile& file_;
  const Drawing& drawing_;
  const Context& context_;
  View view_;
  Params params_;
  std::string colors_;
  std::optional<Attribute> groups_;
};

// What opposes must not pull, also where the sign of an edge is that of its weight.
Diagnostics Artist::look() {
  PropertyGraph signed_graph;
  const bool splits = io::count_signed_weights(file_.graph) > 0;
  if (splits) {
    signed_graph = file_.graph;
    io::split_signed_weights(signed_graph);
  }
  std::vector<std::string> columns;
  if (!drawing_.color_by.empty()) columns.push_back(drawing_.color_by);
  auto seen = view_of(splits ? signed_graph : file_.graph,
                      {.columns = columns, .file = file_.file, .edge_lines = file_.edge_lines});
  if (!seen) return seen.error();
  view_ = std::move(seen->view);
  std::erase_if(seen->notes, [](const Diagnostic& note) {
    return note.code == "G603";  // that no weight is looked at is how pictures are drawn
  });
  note_all(seen->notes);
  if (drawing_.layout == "layered" && !view_.two_mode()) {
    return {error("C216", "--layout layered needs a two-mode graph (actors and items)",
                  "take --layout forceatlas2, or mark the nodes with mode = actor or item")};
  }
  return {};
}

Diagnostics Artist::find_groups() {
  colors_ = view_.two_mode() ? "two-mode-modularity" : "leiden";
  const auto found = answer(colors_, view_, {}, context_);
  if (!found) return found.error();
  note_all(found->notes);
  Rows rows = values_of(*found, "group", view_);
  std::erase_if(rows, [&](const auto& row) { return is_item(view_, *view_.find(row.first)); });
  if (if_stated(file_.graph.node_attribute("group")) == nullptr)
    groups_ = group_column(file_.graph, rows);
  for (Vertex v = 0; v < view_.vertex_count(); ++v) {
    if (is_item(view_, v)) rows.emplace_back(view_.key(v), "items");
  }
  params_.emplace("partition", file_of(colors_, std::move(rows)));
  return {};
}

void Artist::put(const Table& table) {
  PropertyGraph& graph = file_.graph;
  std::vector<Vertex> vertex;  // of each node of the file
  for (const std::string& id : graph.node_ids) vertex.push_back(*view_.find(id));
  std::string gone;
  for (const Attribute& attribute : graph.node_attributes) {
    if (is_drawn(attribute)) gone += (gone.empty() ? "" : ", ") + attribute.name;
  }
  if (!gone.empty())
    note_all({note("C217", "the picture takes the place of these columns of the nodes: " + gone)});
  std::erase_if(graph.node_attributes, [&](const Attribute& attribute) {
    return is_drawn(attribute) || (groups_ && attribute.name == "group");
  });
  for (const char* name : {"x", "y", "size"})
    graph.node_attributes.push_back({name, cells_of<double>(table, name, vertex)});
  for (std::size_t k = 0; k < channels.size(); ++k) {
    auto values = cells_of<std::int64_t>(table, channels[k], vertex);
    for (std::size_t i = 0; drawing_.color_by.empty() && i < values.size(); ++i) {
      if (is_item(view_, vertex[i])) values[i] = item_color[k];  // the groups are of actors
    }
    graph.node_attributes.push_back({channels[k], std::move(values)});
  }
  if (groups_) graph.node_attributes.push_back(*std::move(groups_));
  std::erase_if(graph.facts, [](const auto& fact) { return fact.first == "picture"; });
  graph.facts.emplace_back("picture", drawing_.layout + ", seed " + std::to_string(context_.seed) +
                                          "; areas by degree; colours by " + colors_);
}

Diagnostics Artist::draw() {
  if (Diagnostics problems = look(); !problems.empty()) return problems;
  params_ = {{"convention", drawing_.layout},
             {"no_overlap", drawing_.layout == "forceatlas2"},
             {"scaling", room}};
  const auto degree = answer("degree", view_, {}, context_);
  if (!degree) return degree.error();
  params_.emplace("size", file_of("degree", values_of(*degree, "degree", view_)));
  if (drawing_.color_by.empty()) {
    if (Diagnostics problems = find_groups(); !problems.empty()) return problems;
  } else {
    colors_ = drawing_.color_by;
    params_.emplace("attribute", drawing_.color_by);
  }
  const auto picture = answer("layout", view_, params_, context_);
  if (!picture) return picture.error();
  note_all(picture->notes);
  put(picture->tables.front());
  return {};
}

}  // namespace

Diagnostics draw(io::GraphFile& file, const Drawing& drawing, const Context& context) {
  if (file.graph.node_ids.empty()) return {};
  if (!drawing.color_by.empty() &&
      if_stated(file.graph.node_attribute(drawing.color_by)) == nullptr) {
    std::vector<std::string> names;
    for (const Attribute& attribute : file.graph.node_attributes) names.push_back(attribute.name);
    return {error("C218", "no node has the property '" + drawing.color_by + "'",
                  did_you_mean(drawing.color_by, names))};
  }
  return Artist(file, drawing, context).draw();
}

}  // namespace entente::cli
