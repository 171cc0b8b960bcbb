// SPDX-License-Identifier: Apache-2.0
// A table that grows row by row: columns of text, integers and reals.
#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "engine/analysis/result.hpp"
#include "engine/base/assert.hpp"

namespace entente {

class TableRows {
 public:
  // An example of each column's type: std::string{}, std::int64_t{} or double{}.
  using Cell = std::variant<std::string, std::int64_t, double>;
  TableRows(std::string name, std::string caption,
            const std::vector<std::pair<std::string, Cell>>& columns) {
    table_.name = std::move(name);
    table_.caption = std::move(caption);
    for (const auto& [column, example] : columns) {
      Cells cells;
      if (std::holds_alternative<std::string>(example)) cells = std::vector<std::string>();
      if (std::holds_alternative<std::int64_t>(example)) cells = std::vector<std::int64_t>();
      if (std::holds_alternative<double>(example)) cells = std::vector<double>();
      table_.columns.push_back({column, "", "", std::move(cells)});
    }
  }

  void add(std::vector<Cell> row) {
    ENTENTE_ASSERT(row.size() == table_.columns.size());
    for (std::size_t k = 0; k < row.size(); ++k) {
      auto& cells = table_.columns[k].cells;
      if (auto* text = std::get_if<std::string>(&row[k]))
        std::get<std::vector<std::string>>(cells).push_back(std::move(*text));
      if (auto* whole = std::get_if<std::int64_t>(&row[k]))
        std::get<std::vector<std::int64_t>>(cells).push_back(*whole);
      if (auto* real = std::get_if<double>(&row[k]))
        std::get<std::vector<double>>(cells).push_back(*real);
    }
  }

  Table take() && { return std::move(table_); }

 private:
  Table table_;
};

}  // namespace entente
