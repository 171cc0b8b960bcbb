// SPDX-License-Identifier: Apache-2.0
#include "engine/report/what_if_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/io/json.hpp"
#include "engine/report/comparison_text.hpp"
#include "engine/report/display_width.hpp"
#include "engine/report/json.hpp"
#include "engine/report/study_json.hpp"
#include "engine/report/tables_text.hpp"

namespace entente {
namespace {

constexpr std::size_t shown_centralities = 8;

// The rows of one view, without the column that names it.
Table of_view(const std::vector<Table>& tables, std::string_view name, const std::string& view) {
  const Table& all = *std::find_if(tables.begin(), tables.end(),
                                   [&](const Table& table) { return table.name == name; });
  const auto& views = std::get<std::vector<std::string>>(all.columns.front().cells);
  Table part{all.name, all.caption, {}};
  for (const Column& column : all.columns) {
    Column kept = column;
    std::visit(
        [&](auto& cells) {
          const auto whole = cells;
          cells.clear();
          for (std::size_t row = 0; row < whole.size(); ++row) {
            if (views[row] == view) cells.push_back(whole[row]);
          }
        },
        kept.cells);
    part.columns.push_back(std::move(kept));
  }
  return part;
}

}  // namespace

std::string what_if_text(const KnowledgeGraph& graph, const WhatIf& found,
                         const std::vector<std::string>& edits, std::size_t width) {
  const auto tables = what_if_tables(found);
  std::string text =
      wrapped("",
              fmt::format("{} as of {}, {}; what if:", graph.name(),
                          to_text(*found.projection.as_of), filters_text(found.projection)),
              width);
  for (const std::string& edit : edits) text += wrapped("  ", edit, width);
  for (const WhatIfView& view : found.views) {
    text += '\n' + view.name + '\n';
    if (!view.changed) {
      text += "  Nothing changes.\n";
      continue;
    }
    text += groups_text(view.before, view.after, view.groups, "before", "after", width);
    if (view.centralities.empty()) {
      text += "  No centrality changes.\n";
      continue;
    }
    const auto beyond = std::count_if(
        view.centralities.begin(), view.centralities.end(), [](const CentralityChange& c) {
          return c.before < c.after ? c.after - c.before > 2 * c.spread
                                    : c.before - c.after > 2 * c.spread;
        });
    text += wrapped("  ",
                    view.replicates == 0
                        ? fmt::format("{} centralities change; the view is too large for their "
                                      "spread.",
                                      view.centralities.size())
                        : fmt::format("{} centralities change, {} by more than twice the spread "
                                      "that drawing the items again gives ({} replicates).",
                                      view.centralities.size(), beyond, view.replicates),
                    width);
    text += rows_text(of_view(tables, "centralities", view.name),
                      {"label", "measure", "before", "after", "spread"}, shown_centralities, width);
  }
  return text;
}

std::string what_if_json(const KnowledgeGraph& graph, const WhatIf& found,
                         const std::vector<std::string>& edits, const Context& context) {
  std::string text;
  io::JsonWriter json(text);
  json.begin_object();
  json.key("data_set").text(graph.name()).key("digest").text(graph.digest());
  json.key("edits").begin_array();
  for (const std::string& edit : edits) json.text(edit);
  json.end_array();
  json.key("as_of").text(to_text(*found.projection.as_of));
  json.key("dates").text(found.projection.certain_dates ? "certain" : "possible");
  json.key("projection").text(to_text(found.projection));
  write_filters(json, found.projection);
  json.key("effort").text(word(context.effort)).key("seed").number(context.seed);
  json.key("tables").begin_array();
  for (const Table& table : what_if_tables(found)) write_table(json, table, View());
  json.end_array().end_object();
  return text + '\n';
}

}  // namespace entente
