// SPDX-License-Identifier: Apache-2.0
#include "engine/report/tables_text.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "engine/report/cells.hpp"
#include "engine/report/grid.hpp"

namespace entente {

std::string rows_text(const Table& table, const std::vector<std::string>& columns, std::size_t rows,
                      std::size_t width) {
  const std::size_t all = row_count(table), shown = std::min(all, rows);
  std::vector<GridColumn> grid_columns;
  for (const std::string& name : columns) {
    const auto column = std::find_if(table.columns.begin(), table.columns.end(),
                                     [&](const Column& c) { return c.name == name; });
    if (column == table.columns.end()) continue;
    const bool text = std::holds_alternative<std::vector<std::string>>(column->cells);
    std::string head = name;
    std::replace(head.begin(), head.end(), '_', ' ');
    GridColumn result{
        .head = std::move(head), .align = text ? Align::left : Align::right, .cells = {}};
    const auto* reals = std::get_if<std::vector<double>>(&column->cells);
    for (std::size_t row = 0; row < shown; ++row) {
      result.cells.push_back(is_absent(*column, row) ? "-"
                             : reals != nullptr      ? rounded((*reals)[row])
                                                     : cell_text(*column, row, View()));
    }
    grid_columns.push_back(std::move(result));
  }
  std::string text = grid(std::move(grid_columns), {.width = width});
  if (shown < all)
    text += fmt::format("... {} more (--format csv --table {} has all)\n", all - shown, table.name);
  return text;
}

}  // namespace entente
