// SPDX-License-Identifier: Apache-2.0
#include "engine/report/csv.hpp"

#include "engine/report/cells.hpp"

namespace entente {

void append_csv_field(std::string& text, std::string_view field) {
  if (field.find_first_of(",\"\r\n") == std::string_view::npos) {
    text += field;
    return;
  }
  text += '"';
  for (const char c : field) {
    if (c == '"') text += '"';
    text += c;
  }
  text += '"';
}

std::string to_csv(const Table& table, const View& view) {
  std::string text;
  const auto separator = [&](std::size_t c) { text += c + 1 == table.columns.size() ? '\n' : ','; };
  for (std::size_t c = 0; c < table.columns.size(); ++c) {
    append_csv_field(text, table.columns[c].name);
    separator(c);
  }
  const std::size_t rows = row_count(table);
  for (std::size_t row = 0; row < rows; ++row) {
    for (std::size_t c = 0; c < table.columns.size(); ++c) {
      const std::string field = cell_text(table.columns[c], row, view);
      // A line without a character would be read as no row at all.
      if (field.empty() && table.columns.size() == 1) text += "\"\"";
      append_csv_field(text, field);
      separator(c);
    }
  }
  return text;
}

}  // namespace entente
