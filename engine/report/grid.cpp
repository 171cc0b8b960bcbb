// SPDX-License-Identifier: Apache-2.0
#include "engine/report/grid.hpp"

#include <algorithm>
#include <span>

namespace entente {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t shortest_cut = 18;  // a text column is not cut below this

std::size_t widest(const GridColumn& column) {
  std::size_t width = display_width(column.head);
  for (const std::string& cell : column.cells) width = std::max(width, display_width(cell));
  return width;
}

std::size_t total(std::span<const std::size_t> widths) {
  std::size_t sum = 0;
  for (const std::size_t width : widths) sum += width + gap;
  return sum == 0 ? 0 : sum - gap;
}

// Cuts the widest text columns, a column of the terminal at a time, until all fit or none can give.
void shrink(const std::vector<GridColumn>& columns, std::vector<std::size_t>& widths,
            std::size_t width) {
  while (total(widths) > width) {
    std::size_t victim = columns.size();
    for (std::size_t c = 0; c < columns.size(); ++c) {
      if (columns[c].align == Align::right || widths[c] <= shortest_cut) continue;
      if (victim == columns.size() || widths[c] > widths[victim]) victim = c;
    }
    if (victim == columns.size()) return;
    --widths[victim];
  }
}

void append_line(std::string& text, std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  text += line + '\n';
}

std::string block(const std::vector<GridColumn>& columns, const std::vector<std::size_t>& widths,
                  const std::vector<std::size_t>& chosen) {
  std::string text, heads, rules;
  for (const std::size_t c : chosen) {
    const std::string between(heads.empty() ? 0 : gap, ' ');
    heads += between +
             pad_to_width(cut_to_width(columns[c].head, widths[c]), widths[c], columns[c].align);
    rules += between + std::string(widths[c], '-');
  }
  append_line(text, heads);
  append_line(text, rules);
  for (std::size_t row = 0; row < columns.front().cells.size(); ++row) {
    std::string line;
    for (const std::size_t c : chosen) {
      if (c != chosen.front()) line.append(gap, ' ');
      line +=
          pad_to_width(cut_to_width(columns[c].cells[row], widths[c]), widths[c], columns[c].align);
    }
    append_line(text, line);
  }
  return text;
}

}  // namespace

std::string grid(std::vector<GridColumn> columns, const GridOptions& options) {
  if (columns.empty()) return {};
  std::vector<std::size_t> widths;
  for (GridColumn& column : columns) {
    for (std::string& cell : column.cells) std::replace(cell.begin(), cell.end(), '\n', ' ');
    widths.push_back(std::min(widest(column), options.width));
  }
  shrink(columns, widths, options.width);

  const std::size_t keys = std::min(options.keys, columns.size());
  std::vector<std::size_t> key_columns;
  for (std::size_t c = 0; c < keys; ++c) key_columns.push_back(c);
  std::string text;
  std::size_t next = keys;
  do {
    std::vector<std::size_t> chosen = key_columns;
    std::vector<std::size_t> chosen_widths(widths.begin(), widths.begin() + std::ptrdiff_t(keys));
    while (next < columns.size()) {
      chosen_widths.push_back(widths[next]);
      if (chosen.size() > keys && total(chosen_widths) > options.width) break;
      chosen.push_back(next++);
    }
    if (!text.empty()) text += '\n';
    text += block(columns, widths, chosen);
  } while (next < columns.size());
  return text;
}

}  // namespace entente
