// SPDX-License-Identifier: Apache-2.0
#include "engine/report/text.hpp"

#include <algorithm>
#include <numeric>
#include <optional>

#include "engine/report/cells.hpp"
#include "engine/report/grid.hpp"

namespace entente {
namespace {

bool holds_vertices(const Column& column) {
  return std::holds_alternative<std::vector<Vertex>>(column.cells);
}
bool holds_text(const Column& column) {
  return holds_vertices(column) || std::holds_alternative<std::vector<std::string>>(column.cells);
}

std::string with_underscores(std::string_view id) {
  std::string name(id);
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
}

// How the rows of a table are ordered for eyes.
struct Ranking {
  std::optional<std::size_t> column;  // none: the table's own order
  bool largest_first = true;
};

// By the column named like the method; else, about nodes, by the first of reals; else, where nodes
// have a whole number, by that: groups stand together.
Ranking ranking(const Table& table, std::string_view method) {
  const std::string name = with_underscores(method);
  std::optional<std::size_t> first_real;
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    const Column& column = table.columns[c];
    if (column.name == name && !holds_text(column)) return {c};
    if (!first_real && std::holds_alternative<std::vector<double>>(column.cells)) first_real = c;
  }
  if (!holds_vertices(table.columns.front())) return {};
  if (first_real) return {first_real};
  const bool grouped = table.columns.size() == 2 && !holds_text(table.columns[1]);
  return grouped ? Ranking{.column = 1, .largest_first = false} : Ranking{};
}

double number(const Column& column, std::size_t row) {
  if (const auto* reals = std::get_if<std::vector<double>>(&column.cells)) return (*reals)[row];
  return static_cast<double>(std::get<std::vector<std::int64_t>>(column.cells)[row]);
}

// Absent values last, equal ones in the order of the table.
std::vector<std::size_t> ranked(const Table& table, const Ranking& by) {
  std::vector<std::size_t> order(row_count(table));
  std::iota(order.begin(), order.end(), std::size_t{0});
  if (!by.column) return order;
  const Column& column = table.columns[*by.column];
  const auto absent = std::stable_partition(
      order.begin(), order.end(), [&](std::size_t row) { return !is_absent(column, row); });
  std::stable_sort(order.begin(), absent, [&](std::size_t a, std::size_t b) {
    return by.largest_first ? number(column, a) > number(column, b)
                            : number(column, a) < number(column, b);
  });
  return order;
}

// Blanks behind the numbers, so that their points stand under each other.
void align_points(std::vector<std::string>& cells) {
  const auto behind = [](const std::string& cell) {
    const std::size_t point = cell.find('.');
    return point == std::string::npos ? 0 : cell.size() - point;
  };
  const bool exponents = std::any_of(cells.begin(), cells.end(), [](const std::string& cell) {
    return cell.find('e') != std::string::npos;
  });
  if (exponents) return;  // they would push the other digits far to the left
  std::size_t most = 0;
  for (const std::string& cell : cells) most = std::max(most, behind(cell));
  for (std::string& cell : cells) cell.append(most - behind(cell), ' ');
}

GridColumn shown(const Column& column, const std::vector<std::size_t>& rows, const View& view) {
  GridColumn result{
      .head = column.name, .align = holds_text(column) ? Align::left : Align::right, .cells = {}};
  const auto* reals = std::get_if<std::vector<double>>(&column.cells);
  for (const std::size_t row : rows) {
    std::string cell = reals != nullptr ? rounded((*reals)[row]) : cell_text(column, row, view);
    result.cells.push_back(cell.empty() && is_absent(column, row) ? "-" : std::move(cell));
  }
  if (reals != nullptr) align_points(result.cells);
  return result;
}

// The spelling of the source, beside the keys of nodes that have one.
std::optional<GridColumn> labels(const Column& column, const std::vector<std::size_t>& rows,
                                 const View& view) {
  const auto& vertices = std::get<std::vector<Vertex>>(column.cells);
  GridColumn result{.head = "label", .align = Align::left, .cells = {}};
  bool any = false;
  for (const std::size_t row : rows) {
    const Vertex v = vertices[row];
    any = any || (v != no_item && view.label(v) != view.key(v));
    result.cells.push_back(v == no_item ? "-" : view.label(v));
  }
  if (!any) return std::nullopt;
  return result;
}

std::string table_text(const Table& table, const Result& result, const TextOptions& options) {
  std::string text = wrapped("", table.caption.empty() ? table.name : table.caption, options.width);
  if (table.columns.empty() || row_count(table) == 0) return text + "(no rows)\n";
  std::vector<std::size_t> rows = ranked(table, ranking(table, result.method.id));
  const std::size_t all = rows.size();
  if (all > options.rows) rows.resize(options.rows);

  std::vector<GridColumn> columns;
  std::size_t keys = 0;
  for (const Column& column : table.columns) {
    const bool leads = columns.size() == keys && keys < 2 && holds_vertices(column);
    columns.push_back(shown(column, rows, result.view));
    if (leads) ++keys;
    if (leads && table.columns.size() > 1 && !holds_vertices(table.columns[1])) {
      if (auto names = labels(column, rows, result.view)) columns.push_back(*std::move(names));
    }
  }
  text +=
      grid(std::move(columns), {.width = options.width, .keys = std::max<std::size_t>(keys, 1)});
  if (rows.size() < all) {
    text += "... " + std::to_string(all - rows.size()) + " more rows (--format csv shows all)\n";
  }
  return text;
}

std::string heading(const Result& result, std::size_t width) {
  std::string text = wrapped(
      "", std::string(result.method.title) + " (" + std::string(result.method.id) + ")", width);
  std::string input = std::to_string(result.nodes) + " nodes, " + std::to_string(result.edges) +
                      (result.edges == 1 ? " edge" : " edges");
  if (result.view.vertex_count() == 0) input = std::to_string(result.nodes) + " rows";
  if (result.view.two_mode()) {
    input = std::to_string(result.view.actor_count()) + " actors, " +
            std::to_string(result.view.item_count()) + " items, " + std::to_string(result.edges) +
            (result.edges == 1 ? " edge" : " edges");
  }
  text += wrapped("input:   ", input, width);
  std::string params;
  for (const auto& [name, value] : result.params) {
    const std::string shown = value_text(value);
    if (shown.empty()) continue;
    params += (params.empty() ? "" : ", ") + name + " = " + shown;
  }
  if (!params.empty()) text += wrapped("options: ", params, width);
  return text;
}

}  // namespace

std::string note_text(const Diagnostic& note) {
  return note.hint.empty() ? note.message : note.message + " (" + note.hint + ")";
}

std::string citation_text(const Citation& citation) {
  std::string text(citation.text);
  if (!citation.doi.empty() && text.find(citation.doi) == std::string::npos) {
    text += ", doi:" + std::string(citation.doi);
  }
  return text;
}

std::string to_text(const Result& result, const TextOptions& options) {
  std::string text = heading(result, options.width);
  for (const Table& table : result.tables) {
    if (!options.table.empty() && table.name != options.table) continue;
    text += '\n' + table_text(table, result, options);
  }
  if (!result.notes.empty()) text += '\n';
  for (const Diagnostic& note : result.notes) {
    text += wrapped("note: ", note_text(note), options.width);
  }
  return text;
}

}  // namespace entente
